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

    /// <summary>Both in one: the newest position, and what led from <paramref name="position"/> to it.</summary>
    internal static async Task<(ChangePosition Head, IReadOnlyList<Change> Changes)> ReadToHeadAsync(
        Moment moment, ChangePosition position, CancellationToken cancellationToken)
    {
        var (head, changes) = await moment.ReadAsync(Head, HeadOf, After(position), ChangeOf, cancellationToken);
        return (head.Single(), changes);
    }

    private static string After(ChangePosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"SELECT position, subject, key FROM change WHERE position > {position.Value} ORDER BY position, sequence");

    private static ChangePosition HeadOf(DbDataReader row) => new(row.GetInt64(0));

    private static Change ChangeOf(DbDataReader row) => new(new ChangePosition(row.GetInt64(0)), (ChangeSubject)row.GetInt32(1), row.GetGuid(2));
}
