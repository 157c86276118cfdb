using System.Collections.Immutable;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Changes;

/// <summary>A date as readers saw it last.</summary>
/// <param name="Id">The date's permanent id.</param>
/// <param name="DocumentKey">The document that it comes or came from.</param>
/// <param name="Source">What kind of document that is, in the words of whoever keeps dates.</param>
/// <param name="Print">Two of the same date are the same when these are.</param>
/// <param name="ChangedAt">When readers met it as it is; <see cref="DateMemory.FromTheStart"/> when nobody has seen it otherwise.</param>
/// <param name="IsGone">Whether readers have it no more.</param>
/// <param name="Uuid">What another system calls it; null when it has no other name.</param>
public sealed record RememberedDate(Guid Id, Guid DocumentKey, int Source, long Print, DateTimeOffset ChangedAt, bool IsGone, Guid? Uuid);

/// <summary>What became of dates, kept beside the content: the change feed tells which documents changed, and not which dates went with them.</summary>
public sealed class DateMemory
{
    /// <summary>When what was there from the start changed.</summary>
    public static readonly DateTimeOffset FromTheStart = DateTimeOffset.UnixEpoch;

    // Others write between two portions.
    private const int Portion = 500;

    private readonly ContentDatabase _database;

    internal DateMemory(ContentDatabase database) => _database = database;

    /// <summary>Every date that is remembered, and from when on nothing was missed; null before the first time.</summary>
    public Task<(DateTimeOffset? Since, ImmutableArray<RememberedDate> Dates)> ReadAsync(CancellationToken cancellationToken) => _database.ReadMomentAsync(
        async moment =>
        {
            var since = await moment.ReadAsync("SELECT since FROM remembered_since", row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), cancellationToken);
            var dates = await moment.ReadAsync(
                "SELECT id, document_key, source, print, changed_at, gone, uuid FROM remembered_date",
                row => new RememberedDate(
                    row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetInt64(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetBoolean(5), row.IsDBNull(6) ? null : row.GetGuid(6)),
                cancellationToken);
            return (since is [var first] ? first : (DateTimeOffset?)null, dates.ToImmutableArray());
        },
        cancellationToken);

    /// <summary>Remembers dates as they are now.</summary>
    public async Task RememberAsync(IEnumerable<RememberedDate> dates, CancellationToken cancellationToken)
    {
        foreach (var portion in dates.Chunk(Portion))
        {
            await _database.WriteRuntimeAsync(
                async context =>
                {
                    foreach (var date in portion)
                    {
                        var changed = date.ChangedAt.ToUnixTimeMilliseconds();
                        await context.Database.ExecuteSqlAsync(
                            $"""
                            INSERT INTO remembered_date (id, document_key, source, print, changed_at, gone, uuid)
                            VALUES ({date.Id}, {date.DocumentKey}, {date.Source}, {date.Print}, {changed}, {date.IsGone}, {date.Uuid})
                            ON CONFLICT (id) DO UPDATE SET print = excluded.print, changed_at = excluded.changed_at, gone = excluded.gone
                            WHERE remembered_date.print <> excluded.print OR remembered_date.gone <> excluded.gone OR remembered_date.changed_at < excluded.changed_at
                            """,
                            cancellationToken);
                    }

                    return true;
                },
                cancellationToken);
        }
    }

    /// <summary>Says from when on nothing was missed, when that has not been said, or was by a clock that was ahead.</summary>
    public Task BeginAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var moment = since.ToUnixTimeMilliseconds();
        return _database.WriteRuntimeAsync(
            context => context.Database.ExecuteSqlAsync($"INSERT INTO remembered_since (key, since) VALUES (1, {moment}) ON CONFLICT (key) DO UPDATE SET since = excluded.since WHERE remembered_since.since > excluded.since", cancellationToken), cancellationToken);
    }

    /// <summary>Forgets dates that went before a moment; nothing was missed only since then.</summary>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var moment = before.ToUnixTimeMilliseconds();
        return _database.WriteRuntimeAsync(
            async context =>
            {
                await context.Database.ExecuteSqlAsync($"UPDATE remembered_since SET since = {moment} WHERE since < {moment}", cancellationToken);
                return await context.Database.ExecuteSqlAsync($"DELETE FROM remembered_date WHERE gone AND changed_at < {moment}", cancellationToken);
            },
            cancellationToken);
    }
}
