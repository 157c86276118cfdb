using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>A bound filter of documents: what every document has, and for a type made in the backoffice its own properties.</summary>
internal sealed class ContentFilter
{
    private readonly List<Func<PublishedDocument, ReadScope, bool>> _conditions = [];

    private ContentFilter()
    {
    }

    public static ContentFilter Everything { get; } = new();

    /// <summary>The input type.</summary>
    /// <param name="name">Its name, e.g. <c>NewsItemFilterInput</c>.</param>
    /// <param name="fields">What can be asked for.</param>
    public static InputObjectType Type(string name, IReadOnlyList<ContentFilterField> fields)
    {
        var self = new TypeReference(name);
        var type = new InputObjectType(name, bind: given => Bind(given, fields))
            .Field("and", self.NonNull().List())
            .Field("or", self.NonNull().List());
        foreach (var field in fields)
        {
            type.Field(field.Name, field.Type);
        }

        return type;
    }

    public bool Fits(PublishedDocument document, ReadScope scope) => _conditions.TrueForAll(condition => condition(document, scope));

    private static ContentFilter Bind(InputValues given, IReadOnlyList<ContentFilterField> fields)
    {
        var filter = new ContentFilter();
        filter._conditions.AddRange(fields.Select(field => field.Bind(given)).OfType<Func<PublishedDocument, ReadScope, bool>>());
        filter._conditions.AddRange(given.GetList<ContentFilter>("and").Select(part => (Func<PublishedDocument, ReadScope, bool>)part.Fits));
        if (given.GetList<ContentFilter>("or") is { Count: > 0 } any)
        {
            filter._conditions.Add((document, scope) => any.Any(part => part.Fits(document, scope)));
        }

        return filter;
    }
}
