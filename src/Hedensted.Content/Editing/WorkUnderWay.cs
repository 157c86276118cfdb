using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Finds what editors have under way: what is saved and not published, and what is planned. Nothing of it lies in the recycle bin.</summary>
public sealed class WorkUnderWay
{
    private readonly ContentDatabase _database;

    internal WorkUnderWay(ContentDatabase database) => _database = database;

    /// <summary>Documents of these types whose draft differs from what readers see, or that nobody sees yet; in no particular order.</summary>
    public Task<IReadOnlyList<ContentNode>> PendingAsync(IReadOnlyCollection<Guid> contentTypeKeys, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<ContentNode>>(
            async context => await context.NodesAsync(Pending(context).Where(node => contentTypeKeys.Contains(node.ContentTypeKey)), cancellationToken),
            cancellationToken);

    /// <summary>Of the documents that this person saved last, those that are not published as they are saved; newest first.</summary>
    public Task<Page<ContentNode>> PendingOfAsync(Guid userKey, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async context =>
            {
                var mine = Pending(context).Where(node => node.WriterKey == userKey);
                var shown = await context.NodesAsync(NewestFirst(mine).Take(take), cancellationToken);
                return new Page<ContentNode>(shown.Count < take ? shown.Count : await mine.CountAsync(cancellationToken), [.. shown.OrderByDescending(node => node.UpdateDate)]);
            },
            cancellationToken);

    /// <summary>The documents that this person saved last, newest first.</summary>
    public Task<IReadOnlyList<NodeSummary>> LatestOfAsync(Guid userKey, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<NodeSummary>>(
            async context =>
            {
                var mine = NewestFirst(Documents(context).Where(node => node.WriterKey == userKey)).Take(take);
                return [.. (await context.SummariesAsync(mine, cancellationToken)).OrderByDescending(node => node.UpdateDate)];
            },
            cancellationToken);

    /// <summary>Every document with a planned publishing or unpublishing.</summary>
    public Task<IReadOnlyList<NodeSummary>> ScheduledAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<NodeSummary>>(
            async context => await context.SummariesAsync(Documents(context).Where(node => node.NextDue != null), cancellationToken),
            cancellationToken);

    private static IQueryable<NodeRow> Documents(ContentDbContext context) => context.Nodes.Where(node => node.Kind == NodeKind.Document && !node.Trashed);

    private static IQueryable<NodeRow> Pending(ContentDbContext context) => Documents(context).Where(node => node.Pending);

    private static IQueryable<NodeRow> NewestFirst(IQueryable<NodeRow> nodes) => nodes.OrderByDescending(node => node.UpdateDate).ThenByDescending(node => node.Key);
}
