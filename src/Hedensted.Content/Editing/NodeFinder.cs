using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hedensted.Content.Editing.Outlines;
using Hedensted.Content.Model;
using Hedensted.Content.Search;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;

namespace Hedensted.Content.Editing;

/// <summary>Finds nodes for pickers and list views: they are chosen and ordered in the outline, and read when it is known which are shown.</summary>
internal sealed class NodeFinder(ContentDatabase database, OutlineSource outlines, TextIndex texts)
{
    /// <summary>What is written is sorted as Danes sort it, whatever the database knows of the alphabet.</summary>
    private static readonly StringComparer Danish = StringComparer.Create(CultureInfo.GetCultureInfo("da-DK"), ignoreCase: true);

    public async Task<Page<NodeSummary>> SearchAsync(NodeSearch search, CancellationToken cancellationToken)
    {
        var outline = await outlines.CurrentAsync(cancellationToken);
        var text = search.Text?.Trim().ToLowerInvariant() ?? "";
        var nodes = Among(outline, search);
        IReadOnlyList<SoughtWord> words = [];
        if (Guid.TryParse(text, out var key))
        {
            nodes = nodes.Where(node => node.Key == key);
        }
        else if (text.Length > 0)
        {
            // Each word must stand somewhere, in the name or in what is written.
            var found = await texts.FindAsync(SoughtWord.Of(text), word => outline.Nodes.Where(node => word.IsInName(node.Names)).Select(node => node.Key), cancellationToken);
            words = found.Words;
            nodes = nodes.Where(node => found.Keys.Contains(node.Key));
        }

        OutlineNode[] open = [.. nodes.Where(node => search.Reaches?.Invoke(outline.PathOf(node)) != false)];
        return await database.ReadAsync(
            async context =>
            {
                var readable = await new ReadableFinds(words, search.Hidden).OfAsync(context, open, cancellationToken);
                var shown = BestFirst(readable, text, words).Skip(search.Skip).Take(search.Take).Select(node => node.Key);
                return new Page<NodeSummary>(readable.Count, await context.SummariesAsync([.. shown], cancellationToken));
            },
            cancellationToken);
    }

    public async Task<Page<ContentNode>> CollectionAsync(NodeCollection collection, CancellationToken cancellationToken)
    {
        var outline = await outlines.CurrentAsync(cancellationToken);
        var nodes = outline.Of(new Family(collection.Kind, collection.ParentKey, Trashed: false)).Only(collection.Only);
        if (collection.Filter?.Trim().ToLowerInvariant() is { Length: > 0 } filter)
        {
            nodes = [.. nodes.Where(node => node.Names.Contains(filter, StringComparison.Ordinal))];
        }

        if (collection.Take == 0 || collection.Skip >= nodes.Length)
        {
            return new(nodes.Length, []);
        }

        var ordered = await OrderedAsync(outline, nodes, collection, cancellationToken);
        Guid[] shown = [.. ordered.ThenBy(node => node.Key).Skip(collection.Skip).Take(collection.Take).Select(node => node.Key)];
        return new(nodes.Length, await database.ReadAsync(context => context.NodesAsync(shown, cancellationToken), cancellationToken));
    }

    private static IEnumerable<OutlineNode> Among(Outline outline, NodeSearch search) => outline.Nodes.Where(node =>
        node.Kind == search.Kind
        && (search.Trashed is null || node.Trashed == search.Trashed)
        && (search.ContentTypeKeys.Count == 0 || search.ContentTypeKeys.Contains(node.ContentTypeKey))
        && (search.BelowKey is not { } above || outline.IsBelow(node, above)));

    // Who types a name means that name; then those that begin with it, those with a word that does, those with it anywhere, those
    // with the words in any form, and last those that only speak of it.
    private static IEnumerable<OutlineNode> BestFirst(IEnumerable<OutlineNode> nodes, string text, IReadOnlyList<SoughtWord> words)
    {
        var analyser = new Analyser();
        string[] places = [$"\n{text}\n", $"\n{text}", $" {text}", text];
        return nodes
            .OrderBy(node => Array.FindIndex(places, place => node.Names.Contains(place, StringComparison.Ordinal)) switch
            {
                >= 0 and var place => place,
                _ => analyser.TokensOf(node.Names) is var names && words.All(word => word.IsAmong(names)) ? places.Length : places.Length + 1,
            })
            .ThenByDescending(node => node.UpdateDate).ThenBy(node => node.Key);
    }

    private async Task<IOrderedEnumerable<OutlineNode>> OrderedAsync(
        Outline outline, ImmutableArray<OutlineNode> nodes, NodeCollection collection, CancellationToken cancellationToken)
    {
        switch (collection.OrderBy.ToLowerInvariant())
        {
            case "updatedate":
                return By(node => node.UpdateDate);
            case "createdate":
                return By(node => node.CreateDate);
            case "sortorder":
                return By(node => node.SortOrder);
            case "creator":
                return By(node => node.CreatorKey);
            case "name":
                return By(node => node.NameOrder, OutlineNode.ByName);
            default:
                var shown = nodes.Where(node => !(collection.Hidden.TryGetValue(node.ContentTypeKey, out var hidden) && hidden.Contains(collection.OrderBy)));
                var values = await TextsAsync([.. shown], collection.OrderBy, cancellationToken);

                // A picker holds a key, and an editor sorts by what it is called.
                return By(
                    node => values.GetValueOrDefault(node.VersionKey, "") is var value && Guid.TryParse(value, out var picked) ? outline.Find(picked)?.Names ?? "" : value,
                    Danish);
        }

        IOrderedEnumerable<OutlineNode> By<T>(Func<OutlineNode, T> value, IComparer<T>? comparer = null) =>
            collection.Descending ? nodes.OrderByDescending(value, comparer) : nodes.OrderBy(value, comparer);
    }

    // What the drafts say in one field, by version.
    private async Task<Dictionary<Guid, string>> TextsAsync(ImmutableArray<OutlineNode> nodes, string alias, CancellationToken cancellationToken)
    {
        var drafts = await database.ReadAsync(
            context => NodeQueries.ByKeysAsync(
                [.. nodes.Select(node => node.VersionKey)],
                batch => context.Versions.Where(version => batch.Contains(version.Key)).Select(version => new { version.Key, version.Content }),
                cancellationToken),
            cancellationToken);
        return drafts.ToDictionary(draft => draft.Key, draft => Text(ContentJson.Read(draft.Content), alias));
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
