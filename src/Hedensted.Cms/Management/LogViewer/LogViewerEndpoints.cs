using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Operations.Logs;
using Hedensted.Content.Editing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.LogViewer;

/// <summary>How much one part of the program writes.</summary>
internal sealed record LoggerResponse(string Name, string Level);

/// <summary>How many lines there are of each level.</summary>
internal sealed record LevelCounts(int Information, int Debug, int Warning, int Error, int Fatal);

/// <summary>What was put in a hole of a sentence.</summary>
internal sealed record LogProperty(string Name, string Value);

/// <summary>A line of the log.</summary>
internal sealed record LogMessage(
    DateTimeOffset Timestamp, string Level, string MessageTemplate, string RenderedMessage, IReadOnlyList<LogProperty> Properties, string? Exception);

/// <summary>A sentence, and how often it was written.</summary>
internal sealed record LogTemplate(string MessageTemplate, int Count);

/// <summary>A search that is kept.</summary>
internal sealed record SavedSearch(string Name, string Query);

/// <summary>The days that are looked at; a day without an hour is the whole day.</summary>
internal readonly record struct LogPeriod(DateTimeOffset? StartDate, DateTimeOffset? EndDate)
{
    /// <summary>Whether a moment is in it.</summary>
    public bool Includes(DateTimeOffset at)
    {
        var end = EndDate is { } last && last.TimeOfDay == TimeSpan.Zero ? last.AddDays(1) : EndDate;
        return (StartDate is null || at >= StartDate) && (end is null || at < end);
    }
}

/// <summary>The newest lines of the log, for administrators.</summary>
internal static class LogViewerEndpoints
{
    private const string Prefix = "log-search:";

    /// <summary>Maps <c>/log-viewer</c>.</summary>
    public static void MapLogViewer(this IEndpointRouteBuilder management)
    {
        var viewer = management.MapGroup("/log-viewer").WithTags("Log Viewer").RequireAuthorization(Policies.Settings);
        viewer.MapGet("/level", Levels);
        viewer.MapGet("/level-count", Count);
        viewer.MapGet("/log", Search);
        viewer.MapGet("/message-template", Templates);

        // Umbraco refuses days whose files are too large to read; ours are never that.
        viewer.MapGet("/validate-logs-size", ([AsParameters] LogPeriod period) => TypedResults.Ok());
        viewer.MapGet("/saved-search", SavedAsync);
        viewer.MapPost("/saved-search", SaveAsync);
        viewer.MapGet("/saved-search/{name}", FindSavedAsync);
        viewer.MapDelete("/saved-search/{name}", DeleteSavedAsync);
    }

    private static Ok<PagedModel<LoggerResponse>> Levels([AsParameters] Paging paging, IConfiguration configuration)
    {
        var levels = configuration.GetSection("Logging:LogLevel").GetChildren()
            .Where(level => Enum.TryParse<LogLevel>(level.Value, out _))
            .Select(level => new LoggerResponse(level.Key == "Default" ? "Global" : level.Key, LogFilter.NameOf(Enum.Parse<LogLevel>(level.Value!))));
        return TypedResults.Ok(paging.Of(levels));
    }

    private static Ok<LevelCounts> Count([AsParameters] LogPeriod period, RecentLog log)
    {
        var counts = log.Read().Where(entry => period.Includes(entry.At)).CountBy(entry => entry.Level).ToDictionary();
        int Of(LogLevel level) => counts.GetValueOrDefault(level);
        return TypedResults.Ok(new LevelCounts(
            Of(LogLevel.Information), Of(LogLevel.Debug) + Of(LogLevel.Trace), Of(LogLevel.Warning), Of(LogLevel.Error), Of(LogLevel.Critical)));
    }

    private static Ok<PagedModel<LogMessage>> Search(
        [AsParameters] Paging paging,
        string? orderDirection,
        string? filterExpression,
        [FromQuery(Name = "logLevel")] string[] levels,
        [AsParameters] LogPeriod period,
        RecentLog log)
    {
        var filter = LogFilter.Of(filterExpression);
        var found = log.Read().Where(entry =>
            period.Includes(entry.At)
            && (levels.Length == 0 || levels.Contains(LogFilter.NameOf(entry.Level), StringComparer.OrdinalIgnoreCase))
            && filter(entry));
        return TypedResults.Ok(paging.Of((orderDirection == "Ascending" ? found : found.Reverse()).Select(MessageOf)));
    }

    private static Ok<PagedModel<LogTemplate>> Templates([AsParameters] Paging paging, [AsParameters] LogPeriod period, RecentLog log) =>
        TypedResults.Ok(paging.Of(log.Read()
            .Where(entry => period.Includes(entry.At))
            .CountBy(entry => entry.Template)
            .OrderByDescending(template => template.Value)
            .Select(template => new LogTemplate(template.Key, template.Value))));

    private static async Task<Ok<PagedModel<SavedSearch>>> SavedAsync([AsParameters] Paging paging, SiteSettings settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(paging.Of((await settings.BelowAsync(Prefix, cancellationToken)).Select(search => new SavedSearch(search.Name, search.Value))));

    private static async Task<Results<CreatedResource, Problem>> SaveAsync(SavedSearch search, SiteSettings settings, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(search.Name) || string.IsNullOrWhiteSpace(search.Query))
        {
            return Problems.BadRequest("InvalidName", "Søgningen mangler navn eller tekst", "Skriv begge dele, og gem igen.");
        }

        if (await FindAsync(search.Name, settings, cancellationToken) is not null)
        {
            return Problems.BadRequest("DuplicateLogSearch", "Der er allerede en søgning med det navn", "Vælg et andet navn.");
        }

        await settings.SetAsync(Prefix + search.Name, search.Query, cancellationToken);
        return new CreatedResource(search.Name, $"{ManagementRoom.Root}/log-viewer/saved-search/{Uri.EscapeDataString(search.Name)}");
    }

    private static async Task<Results<Ok<SavedSearch>, Problem>> FindSavedAsync(string name, SiteSettings settings, CancellationToken cancellationToken) =>
        await FindAsync(name, settings, cancellationToken) is { } found ? TypedResults.Ok(found) : Problems.NotFound("Søgningen");

    private static async Task<Results<Ok, Problem>> DeleteSavedAsync(string name, SiteSettings settings, CancellationToken cancellationToken) =>
        await settings.DeleteAsync(Prefix + name, cancellationToken) ? TypedResults.Ok() : Problems.NotFound("Søgningen");

    private static async Task<SavedSearch?> FindAsync(string name, SiteSettings settings, CancellationToken cancellationToken) =>
        (await settings.BelowAsync(Prefix, cancellationToken)).Where(search => search.Name == name).Select(search => new SavedSearch(search.Name, search.Value)).FirstOrDefault();

    private static LogMessage MessageOf(LogEntry entry) => new(
        entry.At,
        LogFilter.NameOf(entry.Level),
        entry.Template,
        entry.Message,
        [.. entry.Properties.Select(property => new LogProperty(property.Key, property.Value)), new LogProperty("SourceContext", entry.Category)],
        entry.Exception);
}
