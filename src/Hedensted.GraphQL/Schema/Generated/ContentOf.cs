using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Generated;

/// <summary><c>contentOf…</c>: a connection of every document of each type, so that a type made in the backoffice has a list of its own.</summary>
internal static class ContentOf
{
    private static readonly SortKey<PublishedDocument> Id = SortKey<PublishedDocument>.Identity(document => document.Key);

    /// <summary>What every document can be ordered by.</summary>
    private static readonly SortField<PublishedDocument>[] CommonSort =
    [
        SortField<PublishedDocument>.Text("name", document => document.NameIn()),
        SortField<PublishedDocument>.Number("createdAt", document => document.CreateDate.UtcTicks),
        SortField<PublishedDocument>.Number("publishedAt", document => document.PublishDate.UtcTicks),
    ];

    /// <summary>What documents of types that are described by hand can be ordered by.</summary>
    private static SortInput<PublishedDocument> Sort { get; } = new("ContentSortInput", "content", Id, CommonSort);

    /// <summary>The filter and order that all types described by hand share.</summary>
    public static IEnumerable<NamedType> SharedInputs() => [ContentFilter.Type("ContentFilterInput", ContentFilterField.Common), Sort.Type()];

    /// <summary>Adds the fields to the root, and makes the types that they need.</summary>
    public static IReadOnlyList<NamedType> AddTo(ObjectType<ReadScope> query, ContentSchema schema, TypeNames names)
    {
        var types = new List<NamedType>();
        var byName = schema.ContentTypes
            .Where(type => type is { Kind: NodeKind.Document, IsElement: false })
            .GroupBy(names.Of, StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in byName)
        {
            var (filter, sort) = ("ContentFilterInput", Sort);
            if (group.FirstOrDefault(type => names.GeneratedFor(type) is not null) is { } generated)
            {
                (filter, sort) = Own(group.Key, schema, generated, types);
            }

            string[] aliases = [.. group.Select(type => type.Alias)];
            query
                .Field(
                    "contentOf" + group.Key,
                    Refs.To($"ContentOf{group.Key}Connection"),
                    (_, context) => Of(context, aliases, sort),
                    $"Every {group.Key}.",
                    arguments: PageRequest.Arguments(new InputValue("where", Refs.To(filter)), sort.Argument("name ASC")))
                .Cost("contentOf" + group.Key, Connections.Cost);
            types.AddRange(Connections.Of<PublishedDocument>("ContentOf" + group.Key, group.Key, $"Documents of the type {group.Key}."));
        }

        return types;
    }

    private static (string Filter, SortInput<PublishedDocument> Sort) Own(string name, ContentSchema schema, ContentType type, List<NamedType> types)
    {
        var fields = PropertyFields.Of(schema, type);
        var taken = CommonSort.Select(field => field.Name).Concat(ContentFilterField.Common.Select(field => field.Name)).ToHashSet(StringComparer.Ordinal);
        var own = fields.Where(field => !taken.Contains(field.Name)).ToArray();
        var sort = new SortInput<PublishedDocument>(
            name + "SortInput",
            name,
            Id,
            [.. CommonSort, .. own.Select(field => PropertyFilters.Sort(field.Name, field.Property, field.DataType)).OfType<SortField<PublishedDocument>>()]);
        types.Add(ContentFilter.Type(
            name + "FilterInput",
            [.. ContentFilterField.Common, .. own.Select(field => PropertyFilters.Filter(field.Name, field.Property, field.DataType)).OfType<ContentFilterField>()]));
        types.Add(sort.Type());
        return (name + "FilterInput", sort);
    }

    private static Connection<PublishedDocument> Of(FieldContext context, string[] aliases, SortInput<PublishedDocument> sort)
    {
        var scope = context.State<ReadScope>();
        var filter = context.Arguments.GetOrDefault<ContentFilter>("where") ?? ContentFilter.Everything;
        var page = PageRequest.Read(context.Arguments);
        var order = sort.Read(context.Arguments, scope, "name");
        return new RowSelection<PublishedDocument>(aliases.SelectMany(scope.OfType).Where(document => filter.Fits(document, scope)), order).Page(page);
    }
}
