using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Sources;

/// <summary>One fetching from a source.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="Started">When it began.</param>
/// <param name="Finished">When it was done.</param>
/// <param name="UserKey">Who asked for it; null when the clock did.</param>
/// <param name="Succeeded">Whether the source was to be believed; else nothing was changed.</param>
/// <param name="Report">What came of it, in the importer's own form.</param>
public sealed record SourceRun(Guid Key, DateTimeOffset Started, DateTimeOffset Finished, Guid? UserKey, bool Succeeded, string Report);

/// <summary>What was fetched when, and whose turn it is: of several servers one fetches at a time.</summary>
public sealed class SourceRuns
{
    /// <summary>Runs kept of each system.</summary>
    private const int Kept = 200;

    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private readonly ContentDatabase _database;

    internal SourceRuns(ContentDatabase database) => _database = database;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<SourceRun>> NewestAsync(string system, int take, CancellationToken cancellationToken) => _database.ReadAsync<IReadOnlyList<SourceRun>>(
        async context => (await context.Set<SourceRunRow>().AsNoTracking().Where(run => run.System == system)
            .OrderByDescending(run => run.Started).ThenByDescending(run => run.Key).Take(take).ToListAsync(cancellationToken))
            .ConvertAll(row => new SourceRun(row.Key, row.Started, row.Finished, row.UserKey, row.Succeeded, row.Report)),
        cancellationToken);

    /// <summary>Keeps one, and forgets the oldest.</summary>
    public Task AddAsync(string system, SourceRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _database.WriteRuntimeAsync(
            async context =>
            {
                var old = await context.Set<SourceRunRow>().Where(row => row.System == system)
                    .OrderByDescending(row => row.Started).ThenByDescending(row => row.Key).Skip(Kept - 1).Select(row => row.Key).ToListAsync(cancellationToken);
                await context.Set<SourceRunRow>().Where(row => old.Contains(row.Key)).ExecuteDeleteAsync(cancellationToken);
                context.Add(new SourceRunRow
                {
                    Key = run.Key,
                    System = system,
                    Started = run.Started,
                    Finished = run.Finished,
                    UserKey = run.UserKey,
                    Succeeded = run.Succeeded,
                    Report = run.Report,
                });
                return true;
            },
            cancellationToken);
    }

    /// <summary>Takes the turn, when it is free, and when <paramref name="ifDue"/> says so only when the next fetching is due.</summary>
    /// <param name="system">From whom is to be fetched.</param>
    /// <param name="hold">How long at most the turn is held: a server that dies holds up the others no longer.</param>
    /// <param name="interval">From now until the next is due.</param>
    /// <param name="longest">The longest interval that is ever set for this system; null is <paramref name="interval"/>.</param>
    /// <param name="ifDue">Whether the clock asks; a person need not wait.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>Whether it is ours; whoever got it ends it with <see cref="EndTurnAsync"/>.</returns>
    public async Task<bool> TakeTurnAsync(string system, TimeSpan hold, TimeSpan interval, TimeSpan? longest, bool ifDue, CancellationToken cancellationToken)
    {
        // What is later than anybody could have said was said by a clock that was ahead and has been set back; the slack is for servers whose clocks differ.
        var now = _database.Now();
        var (heldAtMost, dueAtMost) = (now + hold + Slack, now + (longest ?? interval) + Slack);
        await _database.WriteRuntimeAsync(
            async context => await context.Database.ExecuteSqlAsync(
                $"INSERT INTO source_turn (system, next_due, held_until) VALUES ({system}, 0, 0) ON CONFLICT (system) DO NOTHING", cancellationToken),
            cancellationToken);

        // The row decides: of two servers that ask at once the database lets one change it, and the other finds it held.
        return await _database.WriteRuntimeAsync(
            async context => await context.Set<SourceTurnRow>()
                .Where(turn => turn.System == system && (turn.HeldUntil <= now || turn.HeldUntil > heldAtMost)
                    && (!ifDue || turn.NextDue <= now || turn.NextDue > dueAtMost))
                .ExecuteUpdateAsync(turn => turn.SetProperty(row => row.HeldUntil, now + hold).SetProperty(row => row.NextDue, now + interval), cancellationToken) > 0,
            cancellationToken);
    }

    /// <summary>Lets others have the turn.</summary>
    public Task EndTurnAsync(string system, CancellationToken cancellationToken)
    {
        var now = _database.Now();
        return _database.WriteRuntimeAsync(
            context => context.Set<SourceTurnRow>().Where(turn => turn.System == system).ExecuteUpdateAsync(turn => turn.SetProperty(row => row.HeldUntil, now), cancellationToken),
            cancellationToken);
    }
}
