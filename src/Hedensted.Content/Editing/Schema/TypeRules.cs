using System.Text.RegularExpressions;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing.Schema;

/// <summary>What a document, element or media type must be before it is saved.</summary>
internal static partial class TypeRules
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 255;

    // What every item has under these names already; a property of the same name could never be read.
    private static readonly HashSet<string> Reserved = new(ReservedPropertyAliases.All, StringComparer.OrdinalIgnoreCase);

    /// <summary>The refusal; null when it may be saved.</summary>
    /// <param name="schema">The schema until now.</param>
    /// <param name="type">The type as it is to be.</param>
    /// <param name="before">What it was, or what it is a copy of; null for a new one. A reserved alias that it has already, it may keep.</param>
    public static SchemaResult? Refuse(ContentSchema schema, ContentType type, ContentType? before)
    {
        SchemaResult No(SchemaStatus status, string? about = null) => new(status, type.Key, about);

        if (string.IsNullOrWhiteSpace(type.Name) || type.Name.Length > LongestName)
        {
            return No(SchemaStatus.InvalidName);
        }

        if (!Alias().IsMatch(type.Alias))
        {
            return No(SchemaStatus.InvalidAlias, type.Alias);
        }

        if (schema.FindType(type.Kind, type.Alias) is { } other && other.Key != type.Key)
        {
            return No(SchemaStatus.DuplicateAlias, type.Alias);
        }

        return Properties(schema, type, before) ?? Compositions(schema, type) ?? Containers(schema, type);
    }

    private static SchemaResult? Properties(ContentSchema schema, ContentType type, ContentType? before)
    {
        var kept = (before?.Properties ?? []).Select(property => property.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.Properties)
        {
            if (!Alias().IsMatch(property.Alias) || (Reserved.Contains(property.Alias) && !kept.Contains(property.Alias)))
            {
                return new(SchemaStatus.InvalidPropertyTypeAlias, type.Key, property.Alias);
            }

            if (string.IsNullOrWhiteSpace(property.Name) || property.Name.Length > LongestName)
            {
                return new(SchemaStatus.InvalidName, type.Key, property.Alias);
            }

            if (schema.FindDataType(property.DataTypeKey) is null)
            {
                return new(SchemaStatus.DataTypeNotFound, type.Key, property.Alias);
            }
        }

        if (type.CollectionKey is { } collection && schema.FindDataType(collection)?.EditorAlias != "Umbraco.ListView")
        {
            return new(SchemaStatus.DataTypeNotFound, type.Key, "listevisningen");
        }

        return null;
    }

    private static SchemaResult? Compositions(ContentSchema schema, ContentType type)
    {
        var after = new ContentSchema(schema.Languages, schema.DataTypes, [.. schema.ContentTypes.Where(other => other.Key != type.Key), type]);
        foreach (var key in type.Compositions)
        {
            if (after.FindType(key) is not { } part || part.Kind != type.Kind || part.IsElement != type.IsElement || after.WithCompositions(part).Contains(type))
            {
                return new(SchemaStatus.InvalidComposition, type.Key, after.FindType(key)?.Name ?? key.ToString());
            }
        }

        // Those that are composed of this type get its properties too.
        foreach (var whole in after.ContentTypes.Where(other => after.WithCompositions(other).Contains(type)))
        {
            var twice = after.WithCompositions(whole).SelectMany(part => part.Properties)
                .GroupBy(property => property.Alias, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
            if (twice is not null && (whole == type || type.Properties.Any(property => string.Equals(property.Alias, twice.Key, StringComparison.OrdinalIgnoreCase))))
            {
                return new(SchemaStatus.DuplicatePropertyTypeAlias, type.Key, twice.Key);
            }
        }

        return null;
    }

    private static SchemaResult? Containers(ContentSchema schema, ContentType type)
    {
        if (type.Containers.GroupBy(container => container.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return new(SchemaStatus.DuplicateContainer, type.Key, twice.First().Name);
        }

        var known = type.Containers.Concat(type.Compositions.Select(schema.FindType).OfType<ContentType>().SelectMany(schema.WithCompositions).SelectMany(part => part.Containers))
            .Select(container => container.Key).ToHashSet();
        var homeless = type.Containers.FirstOrDefault(container => container.ParentKey is { } parent && !known.Contains(parent))?.Name
            ?? type.Properties.FirstOrDefault(property => property.ContainerKey is { } container && !known.Contains(container))?.Name;
        return homeless is null ? null : new(SchemaStatus.MissingContainer, type.Key, homeless);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,254}$", RegexOptions.CultureInvariant)]
    private static partial Regex Alias();
}

/// <summary>Names that no property may have, because every item has them already.</summary>
public static class ReservedPropertyAliases
{
    /// <summary>The names, compared without regard to case.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "id", "key", "name", "path", "url", "urlSegment", "parentId", "sortOrder", "level", "createDate", "updateDate", "creator", "template",
    ];
}
