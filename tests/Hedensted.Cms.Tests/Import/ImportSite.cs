using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek.Import;
using Hedensted.Cms.Operations;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Import;

/// <summary>A site that fetches from a library's site of the test's own; nothing is fetched by the clock.</summary>
internal sealed class ImportSite : IAsyncDisposable
{
    private ImportSite(DplServer source, CmsFactory host) => (Source, Host) = (source, host);

    /// <summary>Where it fetches from.</summary>
    public DplServer Source { get; }

    /// <summary>The site.</summary>
    public CmsFactory Host { get; }

    /// <summary>The import itself.</summary>
    public DplImport Import => Host.Service<DplImport>();

    /// <summary>Opens it, with what a test sets otherwise.</summary>
    public static async Task<ImportSite> OpenAsync(params (string Name, string Value)[] settings)
    {
        var source = await DplServer.StartAsync();
        var host = new CmsFactory().With("Hedensted:Import:Dpl:Url", source.Address.ToString()).With("Hedensted:Import:Dpl:Interval", "7.00:00:00");
        foreach (var (name, value) in settings)
        {
            host = host.With($"Hedensted:Import:Dpl:{name}", value);
        }

        _ = host.Server; // starts it
        return new ImportSite(source, host);
    }

    /// <summary>A day to come, at this hour in Denmark.</summary>
    public static DateTimeOffset Day(int days, int hour = 10)
    {
        var day = DateOnly.FromDateTime(DanishTime.Today).AddDays(days);
        return Bibliotek.Values.WallTime.ToInstant(new NodaTime.LocalDateTime(day.Year, day.Month, day.Day, hour, 0));
    }

    /// <summary>The source has these, and they are fetched.</summary>
    public async Task<ImportReport> FetchAsync(params JsonObject[] events)
    {
        Source.Events = [.. events.Select(one => one.DeepClone())];
        return await FetchAsync();
    }

    /// <summary>Fetches what the source has.</summary>
    public async Task<ImportReport> FetchAsync(bool acceptVanished = false) =>
        await Import.RunAsync(null, acceptVanished, ifDue: false, CancellationToken.None) ?? throw new InvalidOperationException("Another fetching is under way.");

    /// <summary>The document that an event became.</summary>
    public async Task<ContentNode> DocumentAsync(JsonObject one)
    {
        var key = (await Host.Service<Content.Sources.SourceLinks>().OfAsync("dpl", CancellationToken.None)).Single(link => link.Id == one["uuid"]!.GetValue<string>()).DocumentKey;
        return (await Host.Service<ContentTree>().FindAsync(NodeKind.Document, key, CancellationToken.None))!;
    }

    /// <summary>Runs a command as on the command line.</summary>
    public async Task<(int Code, string Output)> RunAsync(params string[] words)
    {
        await using var output = new StringWriter();
        var code = await CommandLine.RunCommandAsync(Host.Services, words, output, CancellationToken.None);
        return (code, output.ToString());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Source.DisposeAsync();
    }

    /// <summary>A value of a document as JSON text; null when unset.</summary>
    public static string? Value(NodeContent? content, string alias) => content?.ValueOf(alias) is { } value ? JsonSerializer.Serialize(value, Relaxed) : null;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
