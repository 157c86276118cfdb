using System.Text.Json;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>A value as the backoffice reads it.</summary>
/// <param name="EditorAlias">The schema alias of the property editor.</param>
/// <param name="Culture">ISO code, or null for an invariant value.</param>
/// <param name="Segment">Not used.</param>
/// <param name="Alias">The property.</param>
/// <param name="Value">The editor's value.</param>
internal sealed record ValueResponse(string EditorAlias, string? Culture, string? Segment, string Alias, JsonElement Value);

/// <summary>A document's or media item's type, as it stands beside the item.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Collection">The list view that shows children; null shows them in the tree.</param>
internal sealed record TypeReference(Guid Id, string Icon, Reference? Collection);

/// <summary>A type as list views want it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Alias">Its alias.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Collection">The list view that shows children.</param>
internal sealed record CollectionTypeReference(Guid Id, string Alias, string Icon, Reference? Collection);

/// <summary>Keys and the items above them, for breadcrumbs in pickers.</summary>
/// <param name="Id">The item asked about.</param>
/// <param name="Ancestors">From the root down, without the item itself.</param>
internal sealed record ItemAncestors<T>(Guid Id, IReadOnlyList<T> Ancestors);

/// <summary>Siblings around one.</summary>
/// <param name="TotalBefore">Siblings before those given.</param>
/// <param name="TotalAfter">Siblings after those given.</param>
/// <param name="Items">The siblings.</param>
internal sealed record Subset<T>(int TotalBefore, int TotalAfter, IReadOnlyList<T> Items);

/// <summary>What documents and media show alike.</summary>
internal static class NodeValues
{
    /// <summary>A document's values that somebody may read, of properties that the type still has.</summary>
    /// <param name="schema">The types.</param>
    /// <param name="typeKey">The document's type.</param>
    /// <param name="content">What was typed.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="aliases">Only these properties; null is all.</param>
    public static IReadOnlyList<ValueResponse> ReadableValues(
        this ContentSchema schema, Guid typeKey, NodeContent content, Rights reader, IReadOnlySet<string>? aliases = null) =>
        schema.Values(typeKey, content, aliases, property => reader.MayRead(typeKey, property.Key));

    /// <summary>Values of properties that the type still has; those of removed properties are left out.</summary>
    /// <param name="schema">The types.</param>
    /// <param name="typeKey">The node's type.</param>
    /// <param name="content">What was typed.</param>
    /// <param name="aliases">Only these properties; null is all.</param>
    public static IReadOnlyList<ValueResponse> Values(this ContentSchema schema, Guid typeKey, NodeContent content, IReadOnlySet<string>? aliases = null) =>
        schema.Values(typeKey, content, aliases, _ => true);

    private static List<ValueResponse> Values(this ContentSchema schema, Guid typeKey, NodeContent content, IReadOnlySet<string>? aliases, Predicate<PropertyType> isShown)
    {
        if (schema.FindType(typeKey) is not { } type)
        {
            return [];
        }

        var values = new List<ValueResponse>(content.Values.Length);
        foreach (var value in content.Values)
        {
            if ((aliases is null || aliases.Contains(value.Alias)) && schema.FindProperty(type, value.Alias) is { } property && isShown(property))
            {
                var editor = schema.FindDataType(property.DataTypeKey)?.EditorAlias ?? "";
                values.Add(new ValueResponse(editor, value.Culture, value.Segment, property.Alias, value.Value));
            }
        }

        return values;
    }

    /// <summary>The type beside an item.</summary>
    public static TypeReference TypeReference(this ContentSchema schema, Guid typeKey)
    {
        var type = schema.FindType(typeKey);
        return new TypeReference(typeKey, type?.Icon ?? "icon-document", Reference.To(type?.CollectionKey));
    }

    /// <summary>The type in a list view.</summary>
    public static CollectionTypeReference CollectionTypeReference(this ContentSchema schema, Guid typeKey)
    {
        var type = schema.FindType(typeKey);
        return new CollectionTypeReference(typeKey, type?.Alias ?? "", type?.Icon ?? "icon-document", Reference.To(type?.CollectionKey));
    }

    /// <summary>The properties that a list view shows in its columns; null when it does not say.</summary>
    public static IReadOnlySet<string>? ColumnsOf(this ContentSchema schema, Guid? dataTypeKey)
    {
        if (dataTypeKey is not { } key
            || schema.FindDataType(key) is not { } dataType
            || !dataType.Configuration.TryGetValue("includeProperties", out var columns)
            || columns.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return columns.EnumerateArray()
            .Where(column => column.ValueKind == JsonValueKind.Object)
            .Select(column => column.TryGetProperty("alias", out var alias) ? alias.ToString() : "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
