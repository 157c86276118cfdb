using System.Globalization;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Changes;

/// <summary>The append-only sequence of what changed for readers, written in the transaction that changed it.</summary>
public sealed class ChangeFeed
{
    private readonly ContentDatabase _database;

    internal ChangeFeed(ContentDatabase database) => _database = database;

    /// <summary>The newest committed position.</summary>
    public Task<ChangePosition> HeadAsync(CancellationToken cancellationToken) =>
        _database.ReadMomentAsync(moment => HeadAsync(moment, cancellationToken), cancellationToken);

    /// <summary>All rows after <paramref name="position"/>, in order.</summary>
    public Task<IReadOnlyList<Change>> ReadAfterAsync(ChangePosition position, CancellationToken cancellationToken) =>
        _database.ReadMomentAsync(moment => ReadAfterAsync(moment, position, cancellationToken), cancellationToken);

    internal static async Task<ChangePosition> HeadAsync(Moment moment, CancellationToken cancellationToken) =>
        (await moment.ReadAsync("SELECT position FROM feed_head", row => new ChangePosition(row.GetInt64(0)), cancellationToken)).Single();

    internal static async Task<IReadOnlyList<Change>> ReadAfterAsync(Moment moment, ChangePosition position, CancellationToken cancellationToken) =>
        await moment.ReadAsync(
            string.Create(CultureInfo.InvariantCulture, $"SELECT position, subject, key FROM change WHERE position > {position.Value} ORDER BY position, sequence"),
            row => new Change(new ChangePosition(row.GetInt64(0)), (ChangeSubject)row.GetInt32(1), row.GetGuid(2)),
            cancellationToken);
}
