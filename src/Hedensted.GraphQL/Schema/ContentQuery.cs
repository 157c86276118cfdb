using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>Answers the list of every document, for maps of the site and for copies of it.</summary>
internal static class ContentQuery
{
    // Whoever copies everything wants an order that no edit disturbs.
    private static readonly RowOrder<PublishedDocument> ById = new("content:id", SortKey<PublishedDocument>.Identity(document => document.Key));

    public static InputValue[] Arguments() => PageRequest.Arguments(
        new InputValue("contentTypes", Scalars.String.NonNull().List(), "Aliases of document types; all when left out."));

    public static Connection<PublishedDocument> Of(FieldContext context)
    {
        var scope = context.State<ReadScope>();
        var documents = context.Arguments.Has("contentTypes") && !context.Arguments.IsNull("contentTypes")
            ? context.Arguments.GetList<string>("contentTypes").Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(scope.OfType)
            : scope.AllDocuments();
        return new RowSelection<PublishedDocument>(documents, ById).Page(PageRequest.Read(context.Arguments));
    }
}
