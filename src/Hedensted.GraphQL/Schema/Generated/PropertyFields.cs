using Hedensted.Content.Model;

namespace Hedensted.GraphQL.Schema.Generated;

/// <summary>What the properties of a type are called in the API.</summary>
internal static class PropertyFields
{
    /// <summary>Names that the interfaces and filters use; a property called the same gets <c>Value</c> appended.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "id", "path", "slug", "name", "contentType", "level", "createdAt", "publishedAt", "isExample", "parent", "children", "ancestors", "translations", "and", "or",
    };

    /// <summary>The properties that readers see, in an order that does not depend on the editors' tabs, each with a name of its own.</summary>
    public static IReadOnlyList<(string Name, PropertyType Property, DataType DataType)> Of(ContentSchema schema, ContentType type)
    {
        var fields = new List<(string, PropertyType, DataType)>();
        var used = new HashSet<string>(Reserved, StringComparer.Ordinal);
        foreach (var property in schema.PropertiesOf(type).OrderBy(property => property.Alias, StringComparer.Ordinal))
        {
            if (IsInternal(property.Alias) || schema.FindDataType(property.DataTypeKey) is not { } dataType)
            {
                continue;
            }

            var name = TypeNames.Camel(property.Alias);
            while (!used.Add(name))
            {
                name += "Value";
            }

            fields.Add((name, property, dataType));
        }

        return fields;
    }

    // The library's convention: what begins with "internal" never leaves the house. Umbraco's own begin with "umbraco".
    private static bool IsInternal(string alias) =>
        alias.StartsWith("internal", StringComparison.OrdinalIgnoreCase)
        || alias.StartsWith("umbraco", StringComparison.OrdinalIgnoreCase)
        || alias.Equals("isPublic", StringComparison.OrdinalIgnoreCase);
}
