using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Generated;

/// <summary>Makes an object type of each document type and element type that the domain does not describe by hand.</summary>
internal static class GeneratedTypes
{
    /// <summary>Names that the interfaces use; a property called the same gets <c>Value</c> appended.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "id", "path", "slug", "name", "contentType", "level", "createdAt", "publishedAt", "isExample", "parent", "children", "ancestors",
    };

    public static IEnumerable<NamedType> Create(ContentSchema schema, Interfaces interfaces, TypeNames names)
    {
        foreach (var type in schema.ContentTypes.Where(type => type.Kind == NodeKind.Document).OrderBy(type => type.Alias, StringComparer.Ordinal))
        {
            if (names.GeneratedFor(type) is not { } name)
            {
                continue;
            }

            if (type.IsElement)
            {
                var block = new ObjectType<Block>(name, DescriptionOf(type)).Implements(interfaces.Block);
                AddProperties(block, schema, type, (source, alias) => source.ValueOf(alias));
                yield return block;
            }
            else
            {
                var content = new ObjectType<PublishedDocument>(name, DescriptionOf(type)).Implements(interfaces.Content, interfaces.Node);
                AddProperties(content, schema, type, (source, alias) => source.ValueOf(alias));
                yield return content;
            }
        }
    }

    private static void AddProperties<T>(
        ObjectType<T> target, ContentSchema schema, ContentType type, Func<T, string, System.Text.Json.JsonElement?> valueOf)
        where T : class
    {
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

            PropertyMappings.Add(new PropertyTarget<T>(target, name, property, dataType, valueOf));
        }
    }

    // The library's convention: what begins with "internal" never leaves the house. Umbraco's own begin with "umbraco".
    private static bool IsInternal(string alias) =>
        alias.StartsWith("internal", StringComparison.OrdinalIgnoreCase)
        || alias.StartsWith("umbraco", StringComparison.OrdinalIgnoreCase)
        || alias.Equals("isPublic", StringComparison.OrdinalIgnoreCase);

    private static string DescriptionOf(ContentType type) =>
        type.Description.Length == 0 ? type.Name : $"{type.Name}. {type.Description}";
}
