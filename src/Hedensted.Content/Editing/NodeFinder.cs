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

    /// <summary>Words that are looked for; more than these narrow nothing down.</summary>
    private const int MostWords = 10;

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
        string[] words = [];
        if (Guid.TryParse(text, out var key))
        {
            nodes = nodes.Where(node => node.Key == key);
        }
        else
        {
            // Each word must stand somewhere, in the name or in what is written.
            words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
            foreach (var word in words)
            {
                nodes = nodes.Where(node => node.Names.Contains(word) || context.Texts.Any(written => written.NodeKey == node.Key && written.Text.Contains(word)));
            }
        }

        // Who types a name means that name; then those that begin with it, those with a word that does, those with it anywhere, and
        // last those that only speak of it.
        var (whole, start, wordStart) = ($"\n{text}\n", $"\n{text}", $" {text}");
        var best = nodes
            .OrderBy(node => node.Names.Contains(whole) ? 0 : node.Names.Contains(start) ? 1 : node.Names.Contains(wordStart) ? 2 : node.Names.Contains(text) ? 3 : 4)
            .ThenByDescending(node => node.UpdateDate).ThenBy(node => node.Key);
        if (search.Reaches is not null || search.Hidden.Count > 0)
        {
            // Which subtrees are open and which are closed inside them is no question for a database; keys and paths are soon read.
            var found = await best.Select(node => new Find(node.Key, node.Path, node.Names, node.ContentTypeKey, node.DraftVersionKey)).ToListAsync(cancellationToken);
            found.RemoveAll(node => search.Reaches?.Invoke([.. NodePath.AncestorsIn(node.Path), node.Key]) == false);
            var readable = await new ReadableFinds(words, search.Hidden).OfAsync(context, found, cancellationToken);
            var page = readable.Skip(search.Skip).Take(search.Take).Select(node => node.Key).ToArray();
            return new(readable.Count, (await context.SummariesAsync(context.Nodes.Where(node => page.Contains(node.Key)), cancellationToken)).InOrderOf(page));
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
                var texts = drafts.ConvertAll(draft => (draft.Key, Text: Text(ContentJson.Read(draft.Content), collection.OrderBy)));
                return Sorted(await NamedAsync(texts));
        }

        Task<List<Guid>> KeysAsync(IOrderedQueryable<NodeRow> ordered) => ordered.ThenBy(node => node.Key).Select(node => node.Key).ToListAsync(cancellationToken);

        // A picker holds a key, and an editor sorts by what it is called.
        async Task<IEnumerable<(Guid Key, string Text)>> NamedAsync(List<(Guid Key, string Text)> values)
        {
            var picked = values.Select(value => Guid.TryParse(value.Text, out var key) ? key : Guid.Empty).Where(key => key != Guid.Empty).Distinct().ToArray();
            if (picked.Length == 0)
            {
                return values;
            }

            var names = (await NodeQueries.ByKeysAsync(
                picked, batch => context.Nodes.Where(node => batch.Contains(node.Key)).Select(node => new { node.Key, node.Names }), cancellationToken))
                .ToDictionary(node => node.Key, node => node.Names);
            return values.Select(value => (value.Key, Guid.TryParse(value.Text, out var key) ? names.GetValueOrDefault(key, "") : value.Text));
        }

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
            // Date pickers write an object, dropdowns and pickers of several a list: what comes first in them is what is sorted by.
            { ValueKind: JsonValueKind.Object } date when date.TryGetProperty("date", out var moment) => moment.ToString(),
            { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 => list[0] switch
            {
                { ValueKind: JsonValueKind.Object } first when first.TryGetProperty("unique", out var unique) => unique.ToString(),
                var first => first.ToString(),
            },
            { ValueKind: JsonValueKind.Array } => "",
            // Numbers of the same sign sort as text once they have the same number of digits.
            { ValueKind: JsonValueKind.Number } number => number.GetDouble().ToString("000000000000000.000", CultureInfo.InvariantCulture),
            { } other => other.GetRawText(),
            null => "",
        };
    }
}
