using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.Editing;

/// <summary>
/// Removes old versions each hour: all are kept for a week, then the last of each day for three months. What readers see, what is being written on and
/// what an editor has marked as kept is never removed, however old.
/// </summary>
internal sealed partial class VersionCleanUp(
    ContentDatabase database, SchemaSource schemas, IOptions<VersionCleanUpOptions> options, TimeProvider time, ILogger<VersionCleanUp> logger)
    : PeriodicWork(TimeSpan.FromHours(1), time, logger)
{
    private const int Batch = 500;

    // An editor's day, not that of Greenwich.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    /// <inheritdoc/>
    protected override Task RunOnceAsync(CancellationToken cancellationToken) => CleanAsync(cancellationToken);

    /// <summary>Removes what is too old now.</summary>
    /// <returns>How many versions went.</returns>
    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.EnableCleanup)
        {
            return 0;
        }

        var policies = (await schemas.CurrentAsync(cancellationToken)).ContentTypes.ToDictionary(type => type.Key, PolicyOf);
        var removed = 0;
        foreach (var batch in TooOld(await ReadAsync(policies, cancellationToken), policies).Chunk(Batch))
        {
            removed += await RemoveAsync(batch, cancellationToken);
        }

        if (removed > 0)
        {
            Log.Removed(Logger, removed);
        }

        return removed;
    }

    private Policy PolicyOf(ContentType type)
    {
        var own = type.HistoryCleanup;
        var now = Clock.GetUtcNow();
        return own.PreventCleanup
            ? new(DateTimeOffset.MinValue, DateTimeOffset.MinValue)
            : new(
                now.AddDays(-(own.KeepAllVersionsNewerThanDays ?? options.Value.KeepAllVersionsNewerThanDays)),
                now.AddDays(-(own.KeepLatestVersionPerDayForDays ?? options.Value.KeepLatestVersionPerDayForDays)));
    }

    private Task<List<Candidate>> ReadAsync(Dictionary<Guid, Policy> policies, CancellationToken cancellationToken)
    {
        // A day more than can be removed, to know the last of the day that is on the border.
        var youngest = policies.Values.Select(policy => policy.All).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max().AddDays(1);
        return database.ReadAsync(
            context => context.Versions.AsNoTracking()
                .Where(version => version.Date < youngest)
                .Join(context.Nodes, version => version.NodeKey, node => node.Key, (version, node) => new Candidate(
                    version.Key,
                    version.NodeKey,
                    node.ContentTypeKey,
                    version.Date,
                    version.PreventCleanup || node.DraftVersionKey == version.Key
                        || context.Published.Any(row => row.NodeKey == version.NodeKey && row.VersionKey == version.Key)))
                .ToListAsync(cancellationToken),
            cancellationToken);
    }

    private static IEnumerable<Guid> TooOld(List<Candidate> versions, Dictionary<Guid, Policy> policies)
    {
        var lastOfDay = versions
            .GroupBy(version => (version.NodeKey, TimeZoneInfo.ConvertTime(version.Date, Zone).Date))
            .Select(day => day.MaxBy(version => version.Date)!.Key)
            .ToHashSet();
        return versions
            .Where(version => !version.IsKept && policies.TryGetValue(version.ContentTypeKey, out var policy)
                && version.Date < policy.All && (version.Date < policy.LastOfDay || !lastOfDay.Contains(version.Key)))
            .Select(version => version.Key);
    }

    // What an editor marked, or made the draft, since we looked stays: it is asked again where nobody else writes.
    private Task<int> RemoveAsync(Guid[] keys, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var context = session.Context;
                var old = context.Versions.Where(version => keys.Contains(version.Key) && !version.PreventCleanup
                    && !context.Nodes.Any(node => node.Key == version.NodeKey && node.DraftVersionKey == version.Key)
                    && !context.Published.Any(row => row.NodeKey == version.NodeKey && row.VersionKey == version.Key));
                var contents = await old.Where(version => version.Content.Contains(FileAddresses.Prefix)).Select(version => version.Content).ToListAsync(cancellationToken);
                await RemovedFiles.NoteFilesAsync(session, contents, cancellationToken);
                return await old.ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);

    private readonly record struct Policy(DateTimeOffset All, DateTimeOffset LastOfDay);

    private sealed record Candidate(Guid Key, Guid NodeKey, Guid ContentTypeKey, DateTimeOffset Date, bool IsKept);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} old versions")]
        public static partial void Removed(ILogger logger, int count);
    }
}
