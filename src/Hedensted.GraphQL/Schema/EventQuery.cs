using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>Answers lists of events, series and dialogue meetings.</summary>
internal static class EventQuery
{
    /// <summary>What events can be ordered by.</summary>
    public static SortInput<PublishedDocument> Sort { get; } = new(
        "EventSortInput",
        "event",
        SortKey<PublishedDocument>.Identity(document => document.Key),
        [
            new("nextDate", scope => [NextDate(scope)], IsFixed: false, "The first date that is not over; then those that are over, the latest first; then those without dates."),
            SortField<PublishedDocument>.Text("title", document => document.Title()),
            SortField<PublishedDocument>.Number("publishedAt", document => document.PublishDate.UtcTicks),
        ]);

    public static InputValue[] Arguments() => PageRequest.Arguments(
        new InputValue("where", Refs.To("EventFilterInput")),
        Sort.Argument("nextDate ASC"));

    public static Connection<PublishedDocument> Of(FieldContext context, params ReadOnlySpan<string> types)
    {
        var scope = context.State<ReadScope>();
        var filter = context.Arguments.GetOrDefault<EventFilter>("where") ?? EventFilter.Everything;
        var page = PageRequest.Read(context.Arguments);
        var order = Sort.Read(context.Arguments, scope, "nextDate");
        var fitting = new List<PublishedDocument>();
        foreach (var type in types)
        {
            fitting.AddRange(scope.OfType(type).Where(document =>
                (filter.MentionsListed || document.Flag("listed", otherwise: true)) && filter.Fits(document, scope)));
        }

        return new RowSelection<PublishedDocument>(fitting, order).Page(page);
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
