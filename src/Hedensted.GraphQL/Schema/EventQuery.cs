using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>Answers lists of events, series and dialogue meetings.</summary>
internal static class EventQuery
{
    private static readonly SortKey<PublishedDocument> Title = SortKey<PublishedDocument>.Text(document => document.Title());
    private static readonly SortKey<PublishedDocument> Published = SortKey<PublishedDocument>.Number(document => document.PublishDate.UtcTicks);
    private static readonly SortKey<PublishedDocument> Id = SortKey<PublishedDocument>.Identity(document => document.Key);

    public static InputValue[] Arguments() => PageRequest.Arguments(
        new InputValue("where", Refs.To("EventFilterInput")),
        new InputValue("order", Refs.To("EventSortInput").NonNull().List(), "Default: nextDate ASC. Equal rows are ordered by id."));

    public static InputObjectType Sort() => new InputObjectType("EventSortInput", "One key an object; the list's order counts.")
        .Field("nextDate", Refs.To("SortEnumType"), "The first date that is not over; then those that are over, the latest first; then those without dates.")
        .Field("title", Refs.To("SortEnumType"))
        .Field("publishedAt", Refs.To("SortEnumType"));

    public static Connection<PublishedDocument> Of(FieldContext context, params ReadOnlySpan<string> types)
    {
        var scope = context.State<ReadScope>();
        var filter = context.Arguments.GetOrDefault<EventFilter>("where") ?? EventFilter.Everything;
        var page = PageRequest.Read(context.Arguments);
        var order = Order(context.Arguments.GetList<InputValues>("order"), scope);
        var fitting = new List<PublishedDocument>();
        foreach (var type in types)
        {
            fitting.AddRange(scope.OfType(type).Where(document =>
                (filter.MentionsListed || document.Flag("listed", otherwise: true)) && filter.Fits(document, scope)));
        }

        return RowList<PublishedDocument>.Sorted(fitting, order).Page(page);
    }

    private static RowOrder<PublishedDocument> Order(IReadOnlyList<InputValues> asked, ReadScope scope)
    {
        var keys = new List<SortKey<PublishedDocument>>();
        var name = "";
        foreach (var one in asked)
        {
            if (one.Names.Count() > 1)
            {
                throw new GraphQLException("Write one key in each object of order; the list says which comes first.", "INVALID_ORDER");
            }

            foreach (var field in (ReadOnlySpan<string>)["nextDate", "title", "publishedAt"])
            {
                if (one.TryGet<bool>(field, out var descending))
                {
                    var key = field switch { "title" => Title, "publishedAt" => Published, _ => NextDate(scope) };
                    keys.Add(descending ? key.Descending() : key);
                    name += (descending ? "-" : "") + field;
                }
            }
        }

        return keys.Count == 0
            ? new RowOrder<PublishedDocument>("nextDate", NextDate(scope), Id)
            : new RowOrder<PublishedDocument>(name, [.. keys, Id]);
    }

    // What is over lies behind everything that is to come, mirrored, so that the latest comes first.
    private static SortKey<PublishedDocument> NextDate(ReadScope scope) => SortKey<PublishedDocument>.Number(document =>
    {
        if (document.Next(scope) is { } next)
        {
            return next.StartsAt.UtcTicks;
        }

        var dates = scope.Calendar.Of(document.Key);
        return dates.IsEmpty ? long.MaxValue : long.MaxValue - dates[^1].StartsAt.UtcTicks;
    });
}
