using Hedensted.Content.Editing.Outlines;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Which nodes point at which: pickers, links and pictures, in blocks and rich text too.</summary>
public sealed class References
{
    private readonly ContentDatabase _database;
    private readonly OutlineSource _outlines;

    internal References(ContentDatabase database, OutlineSource outlines) => (_database, _outlines) = (database, outlines);

    /// <summary>Documents and media whose saved state points at this node.</summary>
    public async Task<Page<NodeSummary>> ReferencedByAsync(Guid key, int skip, int take, CancellationToken cancellationToken)
    {
        var outline = await _outlines.CurrentAsync(cancellationToken);
        return await _database.ReadAsync(
            async context =>
            {
                var keys = await context.References.Where(reference => reference.TargetKey == key).Select(reference => reference.SourceKey).Distinct().ToListAsync(cancellationToken);
                OutlineNode[] sources = [.. keys.Select(outline.Find).OfType<OutlineNode>().Where(node => !node.Trashed)];
                var shown = sources.OrderBy(node => node.Kind).ThenByDescending(node => node.UpdateDate).ThenBy(node => node.Key).Skip(skip).Take(take);
                return new Page<NodeSummary>(sources.Length, await context.SummariesAsync([.. shown.Select(node => node.Key)], cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Nodes below this one that something points at.</summary>
    public async Task<Page<Guid>> ReferencedDescendantsAsync(Guid key, int skip, int take, CancellationToken cancellationToken)
    {
        var outline = await _outlines.CurrentAsync(cancellationToken);
        if (outline.Find(key) is not { } node)
        {
            return new(0, []);
        }

        // Of ten thousand below it few are pointed at by anything: those are asked about.
        var targets = await _database.ReadAsync(
            context => context.References.Select(reference => reference.TargetKey).Distinct().ToListAsync(cancellationToken), cancellationToken);
        return await AreReferencedAsync([.. outline.Below(node).Select(below => below.Key).Intersect(targets)], skip, take, cancellationToken);
    }

    /// <summary>Those of these that something points at.</summary>
    public async Task<Page<Guid>> AreReferencedAsync(IReadOnlyCollection<Guid> keys, int skip, int take, CancellationToken cancellationToken)
    {
        var referenced = await _database.ReadAsync(
            context => NodeQueries.ByKeysAsync(
                [.. keys.Distinct()],
                batch => context.Nodes.Select(node => node.Key).Where(key => batch.Contains(key) && context.References.Any(reference =>
                    reference.TargetKey == key && context.Nodes.Any(source => source.Key == reference.SourceKey && !source.Trashed))),
                cancellationToken),
            cancellationToken);
        return new(referenced.Count, [.. referenced.Order().Skip(skip).Take(take)]);
    }
}
