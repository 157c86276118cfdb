using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>A choice that narrows a list, and how many dates it would leave.</summary>
/// <param name="Value">What a filter is given: a slug, an enum's value, or a month as <c>2026-12</c>.</param>
/// <param name="Label">What citizens call it.</param>
/// <param name="Count">Dates that fit it and everything that is chosen in other facets.</param>
internal sealed record Facet(string Value, string Label, int Count);

/// <summary>What a list of dates can be narrowed by.</summary>
/// <remarks>
/// What is chosen in a facet does not count in that facet: who has chosen one house sees how many the other houses have. So each date
/// is looked at once: one that fits everything counts in all facets, one that only the choice of a single facet keeps out counts in that one.
/// </remarks>
internal sealed class Facets
{
    private const int MonthsInYear = 12;

    // Every date of the year may pass through all of them, so each costs one look into one table.
    private static readonly (string Name, Action<Facets, Occurrence> Count)[] All =
    [
        (FacetName.Place, (facets, occurrence) => Add(facets._places, occurrence.PlaceKey)),
        (FacetName.FocusArea, (facets, occurrence) => AddAll(facets._focusAreas, occurrence.FocusAreaKeys)),
        (FacetName.Audience, (facets, occurrence) => AddAll(facets._audiences, occurrence.Audiences)),
        (FacetName.Kind, (facets, occurrence) => Add(facets._kinds, occurrence.Kind)),
        (FacetName.Month, (facets, occurrence) => Add(facets._months, (occurrence.LocalDate.Year * MonthsInYear) + occurrence.LocalDate.Month - 1)),
    ];

    private readonly Dictionary<Guid, int> _places = [];
    private readonly Dictionary<Guid, int> _focusAreas = [];
    private readonly Dictionary<Audience, int> _audiences = [];
    private readonly Dictionary<EventKind, int> _kinds = [];
    private readonly Dictionary<int, int> _months = []; // since the year 0
    private readonly ReadScope _scope;

    private Facets(ReadScope scope) => _scope = scope;

    /// <summary>Branches, in the editors' order.</summary>
    public IEnumerable<Facet> Branches => Documents(EventTypes.Branch, _places);

    /// <summary>Places outside the house, in the editors' order.</summary>
    public IEnumerable<Facet> OutreachPlaces => Documents(EventTypes.OutreachPlace, _places);

    /// <summary>Focus areas by number.</summary>
    public IEnumerable<Facet> FocusAreas => Documents(EventTypes.FocusArea, _focusAreas);

    /// <summary>Audiences, the youngest first.</summary>
    public IEnumerable<Facet> Audiences => Enum.GetValues<Audience>().Select(audience => new Facet(Name(audience), Vocabulary.Audiences.Of(audience), _audiences.GetValueOrDefault(audience)));

    /// <summary>Kinds of events.</summary>
    public IEnumerable<Facet> Kinds => Enum.GetValues<EventKind>().Select(kind => new Facet(Name(kind), Vocabulary.Kinds.Of(kind), _kinds.GetValueOrDefault(kind)));

    /// <summary>Months in which dates start, the first first; none without dates.</summary>
    public IEnumerable<Facet> Months => _months.OrderBy(month => month.Key).Select(month =>
    {
        var (year, before) = Math.DivRem(month.Key, MonthsInYear);
        return new Facet(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{before + 1:00}"), DanishDates.Month(year, before + 1), month.Value);
    });

    /// <summary>Counts the dates of a filter.</summary>
    public static Facets Of(OccurrenceFilter filter, ReadScope scope)
    {
        var facets = new Facets(scope);
        var (others, chosen) = filter.Split();
        var selection = others.Select(scope.Calendar.All, isWholeCalendar: true, scope);
        var checks = All.Select(facet => chosen[facet.Name].Select(condition => condition.In(scope)).ToArray()).ToArray();
        for (var i = selection.From; i < selection.To; i++)
        {
            var occurrence = selection.Rows[i];
            if ((filter.MentionsListed || occurrence.Listed) && selection.Fits(occurrence))
            {
                facets.Count(occurrence, checks);
            }
        }

        return facets;
    }

    private void Count(Occurrence occurrence, Predicate<Occurrence>[][] checks)
    {
        int? missed = null;
        for (var facet = 0; facet < checks.Length; facet++)
        {
            if (Fits(occurrence, checks[facet]))
            {
                continue;
            }

            if (missed is not null)
            {
                return;
            }

            missed = facet;
        }

        for (var facet = 0; facet < All.Length; facet++)
        {
            if (missed is null || missed == facet)
            {
                All[facet].Count(this, occurrence);
            }
        }
    }

    private static bool Fits(Occurrence occurrence, Predicate<Occurrence>[] checks)
    {
        foreach (var check in checks)
        {
            if (!check(occurrence))
            {
                return false;
            }
        }

        return true;
    }

    private static void AddAll<T>(Dictionary<T, int> counts, ImmutableArray<T> values)
        where T : notnull
    {
        foreach (var value in values)
        {
            Add(counts, value);
        }
    }

    private static void Add<T>(Dictionary<T, int> counts, T value)
        where T : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;

    private static void Add(Dictionary<Guid, int> counts, Guid? value)
    {
        if (value is { } known)
        {
            Add(counts, known);
        }
    }

    private IEnumerable<Facet> Documents(string type, Dictionary<Guid, int> counts)
    {
        var documents = _scope.InTreeOrder(type);
        var ordered = type == EventTypes.FocusArea ? documents.OrderBy(document => document.Number("number") ?? int.MaxValue) : documents;
        return ordered.Select(document => new Facet(SlugIndex.SlugOf(document), document.Text("shortName") ?? document.Title(), counts.GetValueOrDefault(document.Key)));
    }

    private static string Name<T>(T value)
        where T : struct, Enum => Enums.NameOf(value);
}
