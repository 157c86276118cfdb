using System.Text.Json;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Generated;

/// <summary>Makes an object type of each document type and element type that the domain does not describe by hand.</summary>
internal static class GeneratedTypes
{
    public static IEnumerable<NamedType> Create(ContentSchema schema, Interfaces interfaces, TypeNames names)
    {
        foreach (var type in names.Generated(schema))
        {
            var name = names.GeneratedFor(type)!;
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

    private static void AddProperties<T>(ObjectType<T> target, ContentSchema schema, ContentType type, Func<T, string, JsonElement?> valueOf)
        where T : class
    {
        foreach (var (name, property, dataType) in PropertyFields.Of(schema, type))
        {
            PropertyMappings.Add(new PropertyTarget<T>(target, name, property, dataType, valueOf));
        }
    }

    private static string DescriptionOf(ContentType type) =>
        type.Description.Length == 0 ? type.Name : $"{type.Name}. {type.Description}";
}
