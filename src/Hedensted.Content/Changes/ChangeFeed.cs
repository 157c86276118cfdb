using System.Data.Common;
using System.Globalization;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Changes;

/// <summary>The append-only sequence of what changed for readers, written in the transaction that changed it.</summary>
public sealed class ChangeFeed
{
    private const string Head = "SELECT position FROM feed_head";

    private readonly ContentDatabase _database;

    internal ChangeFeed(ContentDatabase database) => _database = database;

    /// <summary>The newest committed position.</summary>
    public Task<ChangePosition> HeadAsync(CancellationToken cancellationToken) =>
        _database.ReadMomentAsync(moment => HeadAsync(moment, cancellationToken), cancellationToken);

    /// <summary>All rows after <paramref name="position"/>, in order.</summary>
    public Task<IReadOnlyList<Change>> ReadAfterAsync(ChangePosition position, CancellationToken cancellationToken) =>
        _database.ReadMomentAsync(moment => ReadAfterAsync(moment, position, cancellationToken), cancellationToken);

    internal static async Task<ChangePosition> HeadAsync(Moment moment, CancellationToken cancellationToken) =>
        (await moment.ReadAsync(Head, HeadOf, cancellationToken)).Single();

    internal static async Task<IReadOnlyList<Change>> ReadAfterAsync(Moment moment, ChangePosition position, CancellationToken cancellationToken) =>
        await moment.ReadAsync(After(position), ChangeOf, cancellationToken);

    /// <summary>In one: the newest position, what led from <paramref name="position"/> to it, and what else is asked of the same moment.</summary>
    internal static async Task<(ChangePosition Head, IReadOnlyList<Change> Changes, List<T> Also)> ReadToHeadAsync<T>(
        Moment moment, ChangePosition position, (string Statement, Func<DbDataReader, T> Row) also, CancellationToken cancellationToken)
    {
        var (head, changes, rows) = await moment.ReadAsync((Head, HeadOf), (After(position), ChangeOf), also, cancellationToken);
        return (head.Single(), changes, rows);
    }

    /// <summary>The statement for keys of the first <paramref name="count"/> changes of a subject after <paramref name="position"/>.</summary>
    internal static string KeysAfter(ChangePosition position, ChangeSubject subject, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"SELECT key FROM change WHERE position > {position.Value} AND subject = {(int)subject} ORDER BY position, sequence LIMIT {count}");

    private static string After(ChangePosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"SELECT position, subject, key FROM change WHERE position > {position.Value} ORDER BY position, sequence");

    private static ChangePosition HeadOf(DbDataReader row) => new(row.GetInt64(0));

    private static Change ChangeOf(DbDataReader row) => new(new ChangePosition(row.GetInt64(0)), (ChangeSubject)row.GetInt32(1), row.GetGuid(2));
}
