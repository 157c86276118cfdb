using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;
using Hedensted.GraphQL.Schema.Domain;

namespace Hedensted.GraphQL.Schema;

/// <summary>Answers every list of dates: of the whole calendar, a branch, a focus area or one event.</summary>
internal static class OccurrenceQuery
{
    private static readonly SortKey<Occurrence> Start = SortKey<Occurrence>.Number(occurrence => occurrence.StartsAt.UtcTicks);
    private static readonly SortKey<Occurrence> End = SortKey<Occurrence>.Number(occurrence => occurrence.EndsAt.UtcTicks);
    private static readonly SortKey<Occurrence> Title = SortKey<Occurrence>.Text(occurrence => occurrence.Title);
    private static readonly SortKey<Occurrence> Id = SortKey<Occurrence>.Identity(occurrence => occurrence.Id);
    private static readonly RowOrder<Occurrence> ByStart = new("startsAt", Start, Id);
    private static readonly RowOrder<Occurrence> ByStartDescending = new("-startsAt", Start.Descending(), Id.Descending());

    public static InputValue[] Arguments() => PageRequest.Arguments(
        new InputValue("where", Refs.To("OccurrenceFilterInput")),
        new InputValue("order", Refs.To("OccurrenceSortInput").NonNull().List(), "Default: startsAt ASC. Equal rows are ordered by id."),
        new InputValue("group", Refs.Required("OccurrenceGrouping"), "Whether a series is one row or many.", "NONE"));

    public static InputObjectType Sort() => new InputObjectType("OccurrenceSortInput", "One key an object; the list's order counts.")
        .Field("startsAt", Refs.To("SortEnumType"))
        .Field("endsAt", Refs.To("SortEnumType"))
        .Field("title", Refs.To("SortEnumType"));

    /// <summary>The dates of a part of the calendar; what is not listed stays out unless asked for.</summary>
    public static Connection<Occurrence> Of(OccurrenceIndex part, FieldContext context, bool whole = false)
    {
        var scope = context.State<ReadScope>();
        var filter = context.Arguments.GetOrDefault<OccurrenceFilter>("where") ?? OccurrenceFilter.Everything;
        var rows = whole ? filter.Index(scope, part) : part;
        return Page(rows, filter, filter.MentionsListed, context, scope);
    }

    /// <summary>The dates of one event, listed or not: who has come to its page may see them.</summary>
    public static Connection<Occurrence> Of(PublishedDocument document, FieldContext context)
    {
        var scope = context.State<ReadScope>();
        var filter = context.Arguments.GetOrDefault<OccurrenceFilter>("where") ?? OccurrenceFilter.Everything;
        return Page(OccurrenceIndex.Sorted(scope.Calendar.Of(document.Key)), filter, alsoUnlisted: true, context, scope);
    }

    private static Connection<Occurrence> Page(
        OccurrenceIndex rows, OccurrenceFilter filter, bool alsoUnlisted, FieldContext context, ReadScope scope)
    {
        var page = PageRequest.Read(context.Arguments);
        var order = Order(context.Arguments.GetList<InputValues>("order"));
        var fits = Fits;
        if (context.Arguments.Get<OccurrenceGrouping>("group") == OccurrenceGrouping.Series)
        {
            var every = fits;
            var last = ReferenceEquals(order, ByStartDescending);
            fits = occurrence => every(occurrence) && !HasEarlier(occurrence, last, every, scope);
        }

        var (from, to) = filter.Window(scope, rows);
        if (ReferenceEquals(order, ByStart) || ReferenceEquals(order, ByStartDescending))
        {
            return new RowList<Occurrence>(rows, from, to, !ReferenceEquals(order, ByStart), order, fits).Page(page);
        }

        return RowList<Occurrence>.Sorted(rows.Skip(from).Take(to - from).Where(fits), order).Page(page);

        bool Fits(Occurrence occurrence) => (alsoUnlisted || occurrence.Listed) && filter.Fits(occurrence, scope);
    }

    // Whether another date of the same event fits, too, and comes first in the list's direction.
    private static bool HasEarlier(Occurrence occurrence, bool last, Func<Occurrence, bool> fits, ReadScope scope)
    {
        if (occurrence.Source != OccurrenceSource.Series)
        {
            return false;
        }

        foreach (var other in scope.Calendar.Of(occurrence.Document.Key))
        {
            var compared = OccurrenceIndex.Compare(other, occurrence);
            if ((last ? compared > 0 : compared < 0) && fits(other))
            {
                return true;
            }
        }

        return false;
    }

    private static RowOrder<Occurrence> Order(IReadOnlyList<InputValues> asked)
    {
        var keys = new List<SortKey<Occurrence>>();
        var name = "";
        foreach (var one in asked)
        {
            if (one.Names.Count() > 1)
            {
                throw new GraphQLException("Write one key in each object of order; the list says which comes first.", "INVALID_ORDER");
            }

            foreach (var (field, key) in new[] { ("startsAt", Start), ("endsAt", End), ("title", Title) })
            {
                if (one.TryGet<bool>(field, out var descending))
                {
                    keys.Add(descending ? key.Descending() : key);
                    name += (descending ? "-" : "") + field;
                }
            }
        }

        return name switch
        {
            "" or "startsAt" => ByStart,
            "-startsAt" => ByStartDescending,
            _ => new RowOrder<Occurrence>(name, [.. keys, Id]),
        };
    }
}
