using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Which nodes point at which: pickers, links and pictures, in blocks and rich text too.</summary>
public sealed class References
{
    private readonly ContentDatabase _database;

    internal References(ContentDatabase database) => _database = database;

    /// <summary>Documents and media whose saved state points at this node.</summary>
    public Task<Page<NodeSummary>> ReferencedByAsync(Guid key, int skip, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async context =>
            {
                var sources = context.Nodes.Where(node =>
                    !node.Trashed && context.References.Any(reference => reference.TargetKey == key && reference.SourceKey == node.Key));
                var total = await sources.CountAsync(cancellationToken);
                var page = sources.OrderBy(node => node.Kind).ThenByDescending(node => node.UpdateDate).ThenBy(node => node.Key).Skip(skip).Take(take);
                return new Page<NodeSummary>(total, take == 0 ? [] : await context.SummariesAsync(page, cancellationToken));
            },
            cancellationToken);

    /// <summary>Nodes below this one that something points at.</summary>
    public Task<Page<Guid>> ReferencedDescendantsAsync(Guid key, int skip, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            context => PageAsync(context, context.Subtrees([key]).Where(node => node.Key != key).Select(node => node.Key), skip, take, cancellationToken),
            cancellationToken);

    /// <summary>Those of these that something points at.</summary>
    public Task<Page<Guid>> AreReferencedAsync(IReadOnlyCollection<Guid> keys, int skip, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            context => PageAsync(context, context.Nodes.Where(node => keys.Contains(node.Key)).Select(node => node.Key), skip, take, cancellationToken),
            cancellationToken);

    private static async Task<Page<Guid>> PageAsync(ContentDbContext context, IQueryable<Guid> keys, int skip, int take, CancellationToken cancellationToken)
    {
        var referenced = keys.Where(key => context.References.Any(reference =>
            reference.TargetKey == key && context.Nodes.Any(source => source.Key == reference.SourceKey && !source.Trashed)));
        var total = await referenced.CountAsync(cancellationToken);
        return new(total, take == 0 ? [] : await referenced.OrderBy(key => key).Skip(skip).Take(take).ToListAsync(cancellationToken));
    }
}
