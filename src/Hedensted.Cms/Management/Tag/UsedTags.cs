using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Management.Tag;

/// <summary>The words that editors have tagged published documents with, most used first; kept until the next edition.</summary>
internal sealed class UsedTags(EditionSource editions)
{
    private const string TagsEditor = "Umbraco.Tags";

    private volatile Counted? _counted;

    /// <summary>The tags of the newest edition.</summary>
    public ImmutableArray<UsedTag> Current()
    {
        if (!editions.IsReady)
        {
            return [];
        }

        var edition = editions.Current;
        if (_counted is { } known && ReferenceEquals(known.Edition, edition))
        {
            return known.Tags;
        }

        var tags = Count(edition);
        _counted = new(edition, tags);
        return tags;
    }

    private static ImmutableArray<UsedTag> Count(Edition edition)
    {
        var used =
            from type in edition.Schema.ContentTypes
            where type is { Kind: NodeKind.Document, IsElement: false }
            from property in edition.Schema.PropertiesOf(type)
            let dataType = edition.Schema.FindDataType(property.DataTypeKey)
            where dataType?.EditorAlias == TagsEditor
            from document in edition.OfType(type.Alias)
            from value in document.Content.Values
            where string.Equals(value.Alias, property.Alias, StringComparison.OrdinalIgnoreCase) && value.Value.ValueKind == JsonValueKind.Array
            from word in value.Value.EnumerateArray()
            where word.ValueKind == JsonValueKind.String
            group word.GetString()! by (Group: GroupOf(dataType), value.Culture, Folded: word.GetString()!.ToUpperInvariant()) into uses
            select new UsedTag(uses.Key.Folded, uses.First(), uses.Key.Group, uses.Key.Culture, uses.Count());
        return [.. used.OrderByDescending(tag => tag.Count).ThenBy(tag => tag.Text, StringComparer.Ordinal)];
    }

    private static string GroupOf(Content.Model.DataType dataType) =>
        dataType.Configuration.GetValueOrDefault("group") is { ValueKind: JsonValueKind.String } group ? group.GetString() ?? "default" : "default";

    private sealed record Counted(Edition Edition, ImmutableArray<UsedTag> Tags);
}

/// <summary>A tag.</summary>
/// <param name="Folded">In upper case, for looking up.</param>
/// <param name="Text">As written.</param>
/// <param name="Group">The set of tags it belongs to.</param>
/// <param name="Culture">ISO code, or null for an invariant one.</param>
/// <param name="Count">How many documents have it.</param>
internal sealed record UsedTag(string Folded, string Text, string Group, string? Culture, int Count);
