using System.Globalization;
using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Finds nodes for pickers and list views.</summary>
internal static class NodeFinder
{
    /// <summary>Names are sorted as Danes sort them, whatever the database knows of the alphabet.</summary>
    private static readonly StringComparer Danish = StringComparer.Create(CultureInfo.GetCultureInfo("da-DK"), ignoreCase: true);

    public static async Task<Page<NodeSummary>> SearchAsync(ContentDbContext context, NodeSearch search, CancellationToken cancellationToken)
    {
        var nodes = context.Nodes.Where(node => node.Kind == search.Kind);
        if (search.Trashed is { } trashed)
        {
            nodes = nodes.Where(node => node.Trashed == trashed);
        }

        if (search.ContentTypeKeys.Count > 0)
        {
            var types = search.ContentTypeKeys.ToArray();
            nodes = nodes.Where(node => types.Contains(node.ContentTypeKey));
        }

        if (search.BelowKey is { } below)
        {
            var segment = NodePath.Segment(below);
            nodes = nodes.Where(node => node.Key != below && node.Path.Contains(segment));
        }

        var text = search.Text?.Trim().ToLowerInvariant() ?? "";
        var whole = $"\n{text}\n";
        var start = $"\n{text}";
        nodes = Guid.TryParse(text, out var key) ? nodes.Where(node => node.Key == key)
            : text.Length > 0 ? nodes.Where(node => node.Names.Contains(text))
            : nodes;
        var best = nodes
            .OrderBy(node => node.Names.Contains(whole) ? 0 : node.Names.Contains(start) ? 1 : 2)
            .ThenByDescending(node => node.UpdateDate).ThenBy(node => node.Key);
        if (search.Reaches is { } reaches)
        {
            // Which subtrees are open and which are closed inside them is no question for a database; keys and paths are soon read.
            var found = await best.Select(node => new { node.Key, node.Path }).ToListAsync(cancellationToken);
            var reached = found.Where(node => reaches([.. NodePath.AncestorsIn(node.Path), node.Key])).Select(node => node.Key).ToArray();
            var page = reached.Skip(search.Skip).Take(search.Take).ToArray();
            return new(reached.Length, (await context.SummariesAsync(context.Nodes.Where(node => page.Contains(node.Key)), cancellationToken)).InOrderOf(page));
        }

        var total = await nodes.CountAsync(cancellationToken);
        return new(total, search.Take == 0 || search.Skip >= total ? [] : await context.SummariesAsync(best.Skip(search.Skip).Take(search.Take), cancellationToken));
    }

    public static async Task<Page<ContentNode>> CollectionAsync(ContentDbContext context, NodeCollection collection, CancellationToken cancellationToken)
    {
        var nodes = ContentTree.Siblings(context, collection.Kind, collection.ParentKey, trashed: false).Only(collection.Only);
        if (collection.Filter?.Trim().ToLowerInvariant() is { Length: > 0 } filter)
        {
            nodes = nodes.Where(node => node.Names.Contains(filter));
        }

        var total = await nodes.CountAsync(cancellationToken);
        if (collection.Take == 0 || collection.Skip >= total)
        {
            return new(total, []);
        }

        var keys = await OrderedKeysAsync(context, nodes, collection, cancellationToken);
        var shown = keys.Skip(collection.Skip).Take(collection.Take).ToArray();
        return new(total, (await context.NodesAsync(context.Nodes.Where(node => shown.Contains(node.Key)), cancellationToken)).InOrderOf(shown));
    }

    /// <summary>Only some of these nodes; null is all.</summary>
    public static IQueryable<NodeRow> Only(this IQueryable<NodeRow> nodes, SomeNodes? some)
    {
        if (some is null)
        {
            return nodes;
        }

        var keys = some.Keys.ToArray();
        return some.Except ? nodes.Where(node => !keys.Contains(node.Key)) : nodes.Where(node => keys.Contains(node.Key));
    }

    private static async Task<List<Guid>> OrderedKeysAsync(
        ContentDbContext context, IQueryable<NodeRow> nodes, NodeCollection collection, CancellationToken cancellationToken)
    {
        switch (collection.OrderBy.ToLowerInvariant())
        {
            case "updatedate":
                return await KeysAsync(collection.Descending ? nodes.OrderByDescending(node => node.UpdateDate) : nodes.OrderBy(node => node.UpdateDate));
            case "createdate":
                return await KeysAsync(collection.Descending ? nodes.OrderByDescending(node => node.CreateDate) : nodes.OrderBy(node => node.CreateDate));
            case "sortorder":
                return await KeysAsync(collection.Descending ? nodes.OrderByDescending(node => node.SortOrder) : nodes.OrderBy(node => node.SortOrder));
            case "creator":
                return await KeysAsync(collection.Descending ? nodes.OrderByDescending(node => node.CreatorKey) : nodes.OrderBy(node => node.CreatorKey));
            case "name":
                var names = await nodes.Select(node => new { node.Key, node.Names }).ToListAsync(cancellationToken);
                return Sorted(names.Select(node => (node.Key, Text: node.Names)));
            default:
                var drafts = await nodes
                    .Join(context.Versions, node => node.DraftVersionKey, version => version.Key, (node, version) => new { node.Key, version.Content })
                    .ToListAsync(cancellationToken);
                return Sorted(drafts.Select(draft => (draft.Key, Text: Text(ContentJson.Read(draft.Content), collection.OrderBy))));
        }

        Task<List<Guid>> KeysAsync(IOrderedQueryable<NodeRow> ordered) => ordered.ThenBy(node => node.Key).Select(node => node.Key).ToListAsync(cancellationToken);

        List<Guid> Sorted(IEnumerable<(Guid Key, string Text)> items)
        {
            var ordered = collection.Descending ? items.OrderByDescending(item => item.Text, Danish) : items.OrderBy(item => item.Text, Danish);
            return [.. ordered.ThenBy(item => item.Key).Select(item => item.Key)];
        }
    }

    private static string Text(NodeContent content, string alias)
    {
        var value = content.Values.FirstOrDefault(value => string.Equals(value.Alias, alias, StringComparison.OrdinalIgnoreCase))?.Value;
        return value switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            // Numbers of the same sign sort as text once they have the same number of digits.
            { ValueKind: JsonValueKind.Number } number => number.GetDouble().ToString("000000000000000.000", CultureInfo.InvariantCulture),
            { } other => other.GetRawText(),
            null => "",
        };
    }
}
