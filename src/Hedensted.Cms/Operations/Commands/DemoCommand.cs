using System.Diagnostics;
using System.Globalization;
using Hedensted.Bibliotek.Demo;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Serialisation;

namespace Hedensted.Cms.Operations.Commands;

/// <summary><c>demo</c>: a deterministic data set for load.</summary>
internal sealed class DemoCommand : Command
{
    private const int MaxEvents = 1_000_000;

    public override string Name => "demo";

    public override string Help => "fylder webstedet med mange udgivne arrangementer til måling; brug en datamappe for sig";

    public override IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?>
    {
        ["--events"] = "hvor mange; ellers 1000",
        ["--seed"] = "et tal: samme tal giver samme arrangementer; ellers 42",
        ["--year"] = "året, de ligger i; ellers i år",
    };

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        if (Number(options, "--events", 1_000) is not { } count || count is < 1 or > MaxEvents
            || Number(options, "--seed", 42) is not { } seed
            || Number(options, "--year", services.GetRequiredService<TimeProvider>().GetUtcNow().Year) is not { } year || year is < 1900 or > 2400)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Skriv hele tal: --events fra 1 til {MaxEvents}, --seed og --year fra 1900 til 2400."));
            return 1;
        }

        if (await services.GetRequiredService<FirstBootImport>().RunAsync(cancellationToken) is { Succeeded: false })
        {
            await output.WriteLineAsync("Webstedets egne typer kunne ikke importeres; hvorfor står i loggen.");
            return 1;
        }

        var started = Stopwatch.GetTimestamp();
        if (!await services.GetRequiredService<DemoContent>().AddAsync(count, seed, year, cancellationToken))
        {
            await output.WriteLineAsync("Webstedet mangler typerne «event» eller «umbracoMediaVectorGraphics». Importér uSync-filerne, og prøv igen.");
            return 1;
        }

        var folders = services.GetRequiredService<MediaFolders>();
        foreach (var (url, svg) in DemoPosters.All())
        {
            var file = Path.Combine(folders.Stored, url[MediaFolders.UrlPrefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, svg, cancellationToken);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{count} arrangementer i {year} er udgivet på {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s."));
        return 0;
    }

    private static int? Number(IReadOnlyDictionary<string, string> options, string name, int otherwise) =>
        !options.TryGetValue(name, out var text) ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
