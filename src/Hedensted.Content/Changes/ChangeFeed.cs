using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Changes;

/// <summary>The append-only sequence of what changed for readers, written in the transaction that changed it.</summary>
public sealed class ChangeFeed
{
    private readonly ContentDatabase _database;

    internal ChangeFeed(ContentDatabase database) => _database = database;

    /// <summary>The newest committed position.</summary>
    public Task<ChangePosition> HeadAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync(context => HeadAsync(context, cancellationToken), cancellationToken);

    /// <summary>All rows after <paramref name="position"/>, in order.</summary>
    public Task<IReadOnlyList<Change>> ReadAfterAsync(ChangePosition position, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => ReadAfterAsync(context, position, cancellationToken), cancellationToken);

    internal static async Task<ChangePosition> HeadAsync(ContentDbContext context, CancellationToken cancellationToken) =>
        new(await context.FeedHead.Select(head => head.Position).SingleAsync(cancellationToken));

    internal static async Task<IReadOnlyList<Change>> ReadAfterAsync(ContentDbContext context, ChangePosition position, CancellationToken cancellationToken) =>
        await context.Changes.AsNoTracking()
            .Where(change => change.Position > position.Value)
            .OrderBy(change => change.Position).ThenBy(change => change.Sequence)
            .Select(change => new Change(new ChangePosition(change.Position), change.Subject, change.Key))
            .ToListAsync(cancellationToken);
}
