using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;
using Hedensted.GraphQL.Schema.Domain;

namespace Hedensted.GraphQL.Schema;

/// <summary>Answers every list of dates: of the whole calendar, a branch, a focus area or one event.</summary>
internal static class OccurrenceQuery
{
    /// <summary>The order of the calendar's own indexes, so that nothing needs to be sorted.</summary>
    private const string ByStart = "occurrence:startsAt";

    private const string ByStartDescending = "occurrence:-startsAt";

    /// <summary>What dates can be ordered by.</summary>
    public static SortInput<Occurrence> Sort { get; } = new(
        "OccurrenceSortInput",
        "occurrence",
        SortKey<Occurrence>.Identity(occurrence => occurrence.Id),
        [
            SortField<Occurrence>.Number("startsAt", occurrence => occurrence.StartsAt.UtcTicks),
            SortField<Occurrence>.Number("endsAt", occurrence => occurrence.EndsAt.UtcTicks),
            SortField<Occurrence>.Text("title", occurrence => occurrence.Title),
        ]);

    public static InputValue[] Arguments() => PageRequest.Arguments(
        new InputValue("where", Refs.To("OccurrenceFilterInput")),
        Sort.Argument("startsAt ASC"),
        new InputValue("group", Refs.Required("OccurrenceGrouping"), "Whether a series is one row, one a day, or one a date.", "NONE"));

    /// <summary>The dates of a part of the calendar; what is not listed stays out unless asked for.</summary>
    public static Connection<Occurrence> Of(OccurrenceIndex part, FieldContext context, bool whole = false)
    {
        var scope = context.State<ReadScope>();
        var filter = context.Arguments.GetOrDefault<OccurrenceFilter>("where") ?? OccurrenceFilter.Everything;
        return Page(part, whole, filter, filter.MentionsListed, context, scope);
    }

    /// <summary>The dates of one event, listed or not: who has come to its page may see them.</summary>
    public static Connection<Occurrence> Of(PublishedDocument document, FieldContext context)
    {
        var scope = context.State<ReadScope>();
        var filter = context.Arguments.GetOrDefault<OccurrenceFilter>("where") ?? OccurrenceFilter.Everything;
        return Page(OccurrenceIndex.Sorted(scope.Calendar.Of(document.Key)), whole: false, filter, alsoUnlisted: true, context, scope);
    }

    private static Connection<Occurrence> Page(
        OccurrenceIndex part, bool whole, OccurrenceFilter filter, bool alsoUnlisted, FieldContext context, ReadScope scope)
    {
        var page = PageRequest.Read(context.Arguments);
        var order = Sort.Read(context.Arguments, scope, "startsAt");
        var reversed = order.Name == ByStartDescending;
        var selection = filter.Select(part, whole, scope);
        Predicate<Occurrence> fits = occurrence => (alsoUnlisted || occurrence.Listed) && selection.Fits(occurrence);
        var grouping = context.Arguments.Get<OccurrenceGrouping>("group");
        if (grouping != OccurrenceGrouping.None)
        {
            var (chosen, every) = (fits, filter.In(scope));
            Predicate<Occurrence> anywhere = occurrence => (alsoUnlisted || occurrence.Listed) && every(occurrence);
            fits = occurrence => chosen(occurrence) && !HasEarlier(occurrence, grouping, reversed, anywhere, scope);
        }

        var (rows, from, to) = (selection.Rows, selection.From, selection.To);
        return reversed || order.Name == ByStart
            ? new RowList<Occurrence>(rows, from, to, reversed, order, fits).Page(page)
            : new RowSelection<Occurrence>(rows.Skip(from).Take(to - from).Where(occurrence => fits(occurrence)), order).Page(page);
    }

    // Whether another date of the same row fits, too, and comes first in the list's direction.
    private static bool HasEarlier(Occurrence occurrence, OccurrenceGrouping grouping, bool last, Predicate<Occurrence> fits, ReadScope scope)
    {
        if (occurrence.Source != OccurrenceSource.Series)
        {
            return false;
        }

        foreach (var other in scope.Calendar.Of(occurrence.Document.Key))
        {
            var compared = OccurrenceIndex.Compare(other, occurrence);
            if (grouping == OccurrenceGrouping.Day && other.LocalDate != occurrence.LocalDate)
            {
                continue;
            }

            if ((last ? compared > 0 : compared < 0) && fits(other))
            {
                return true;
            }
        }

        return false;
    }
}
