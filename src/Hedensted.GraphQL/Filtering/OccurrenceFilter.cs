using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>A bound <c>OccurrenceFilterInput</c>: what dates must fulfil.</summary>
internal sealed class OccurrenceFilter
{
    private readonly List<OccurrenceCondition> _conditions = [];

    public static OccurrenceFilter Everything { get; } = new();

    /// <summary>Whether the client says something about <c>listed</c>; else what is not listed stays out.</summary>
    public bool MentionsListed { get; private set; }

    public static InputObjectType Type()
    {
        var self = new TypeReference("OccurrenceFilterInput");
        return new InputObjectType(self.Name, "What dates must fulfil. What is not listed stays out unless `listed` is asked for.", bind: Bind)
            .Field("and", self.NonNull().List())
            .Field("or", self.NonNull().List())
            .Field("id", new TypeReference("IdOperationFilterInput"))
            .Field("title", new TypeReference("StringOperationFilterInput"))
            .Field("search", Scalars.String, SearchCondition.Description)
            .Field("startsAt", new TypeReference("DateTimeOperationFilterInput"))
            .Field("endsAt", new TypeReference("DateTimeOperationFilterInput"))
            .Field("overlaps", new TypeReference("DateRangeInput"), "What is on at some moment of these days (both included), in Danish time.")
            .Field("weekday", new TypeReference("WeekdayOperationFilterInput"), "The day of the week that it starts, in Denmark.")
            .Field("time", new TypeReference("LocalTimeOperationFilterInput"), "The time of day that it starts, in Denmark; what lasts all day has none.")
            .Field("relative", new TypeReference("Relative"), "Seen from now. UPCOMING is everything that is not over yet.")
            .Field("status", new TypeReference("OccurrenceStatusOperationFilterInput"))
            .Field("source", new TypeReference("OccurrenceSourceOperationFilterInput"))
            .Field("kind", new TypeReference("EventKindOperationFilterInput"))
            .Field("attendanceMode", new TypeReference("AttendanceModeOperationFilterInput"))
            .Field("audiences", new TypeReference("ListAudienceOperationFilterInput"))
            .Field("branch", new TypeReference("BranchFilterInput"))
            .Field("place", new TypeReference("PlaceFilterInput"))
            .Field("focusAreas", new TypeReference("ListFilterInputTypeOfFocusAreaFilterInput"))
            .Field("event", new TypeReference("EventReferenceFilterInput"))
            .Field("series", new TypeReference("EventReferenceFilterInput"), "Dates of a series that fits.")
            .Field("partner", new TypeReference("PartnerFilterInput"), "What a partner that fits organises or takes part in.")
            .Field("isFree", new TypeReference("BooleanOperationFilterInput"))
            .Field("listed", new TypeReference("BooleanOperationFilterInput"))
            .Field("showOnScreens", new TypeReference("BooleanOperationFilterInput"));
    }

    public static InputObjectType DateRange() => new InputObjectType("DateRangeInput", bind: given => new Days(
            given.GetOrDefault<DateOnly?>("from"), given.GetOrDefault<DateOnly?>("to")))
        .Field("from", Scalars.LocalDate)
        .Field("to", Scalars.LocalDate);

    /// <summary>Where to look for what fits, and what to check there.</summary>
    /// <param name="part">The calendar, or a part of it.</param>
    /// <param name="isWholeCalendar">Whether another index may be taken in its place.</param>
    /// <param name="scope">What is read.</param>
    public OccurrenceSelection Select(OccurrenceIndex part, bool isWholeCalendar, ReadScope scope) => new(_conditions, part, isWholeCalendar, scope);

    /// <summary>What it says besides facets, and by facet what is chosen in it.</summary>
    public (OccurrenceFilter Others, ILookup<string, OccurrenceCondition> Chosen) Split()
    {
        var others = new OccurrenceFilter { MentionsListed = MentionsListed };
        others._conditions.AddRange(_conditions.Where(condition => condition.Facet is null));
        return (others, _conditions.Where(condition => condition.Facet is not null).ToLookup(condition => condition.Facet!));
    }

    /// <summary>The whole check, for a date from anywhere.</summary>
    public Predicate<Occurrence> In(ReadScope scope)
    {
        var checks = _conditions.ConvertAll(condition => condition.In(scope));
        return occurrence => checks.TrueForAll(check => check(occurrence));
    }

    private static OccurrenceFilter Bind(InputValues given)
    {
        var filter = new OccurrenceFilter();
        filter.AddTimes(given);
        filter.AddValues(given);
        filter.AddReferences(given);
        filter.AddNested(given);
        return filter;
    }

    private void AddTimes(InputValues given)
    {
        if (given.TryGet<Range<DateTimeOffset>>("startsAt", out var starts))
        {
            var window = new TimeWindow(starts.Lowest, Later(starts.Highest), null);
            _conditions.Add(OccurrenceCondition.Of(occurrence => starts.Fits(occurrence.StartsAt)) with
            {
                Window = _ => window,
                IsWindow = starts.IsInterval,
            });
        }

        if (given.TryGet<Range<DateTimeOffset>>("endsAt", out var ends))
        {
            var window = new TimeWindow(null, ends.Highest, Earlier(ends.Lowest));
            _conditions.Add(OccurrenceCondition.Of(occurrence => ends.Fits(occurrence.EndsAt)) with { Window = _ => window });
        }

        if (given.TryGet<Days>("overlaps", out var days))
        {
            var window = days.ToWindow();
            _conditions.Add(OccurrenceCondition.Of(window.Overlaps) with { Window = _ => window, Facet = FacetName.Month });
        }

        if (given.TryGet<Range<TimeOnly>>("time", out var times))
        {
            _conditions.Add(OccurrenceCondition.Of(occurrence => times.Fits(occurrence.LocalTime)));
        }

        if (given.TryGet<Relative>("relative", out var relative))
        {
            _conditions.Add(new OccurrenceCondition(scope => IsAt(relative, scope.Now()))
            {
                Window = scope => relative switch
                {
                    Relative.Upcoming => new TimeWindow(null, null, scope.Now()),
                    Relative.Ongoing => new TimeWindow(null, scope.Now().AddTicks(1), scope.Now()),
                    _ => new TimeWindow(null, scope.Now(), null),
                },
            });
        }
    }

    private void AddValues(InputValues given)
    {
        Add<Predicate<Guid?>>(given, "id", (check, occurrence) => check(occurrence.Id));
        Add<Predicate<string?>>(given, "title", (check, occurrence) => check(occurrence.Title));
        Add<Predicate<OccurrenceStatus?>>(given, "status", (check, occurrence) => check(occurrence.Status));
        Add<Predicate<OccurrenceSource?>>(given, "source", (check, occurrence) => check(occurrence.Source));
        Add<Predicate<Weekday?>>(given, "weekday", (check, occurrence) => check(occurrence.Weekday()));
        Add<Predicate<EventKind?>>(given, "kind", (check, occurrence) => check(occurrence.Kind), FacetName.Kind);
        Add<Predicate<AttendanceMode?>>(given, "attendanceMode", (check, occurrence) => check(occurrence.AttendanceMode));
        Add<Predicate<bool?>>(given, "isFree", (check, occurrence) => check(occurrence.IsFree));
        Add<Predicate<bool?>>(given, "showOnScreens", (check, occurrence) => check(occurrence.ShowOnScreens));
        Add<ListFilter<Predicate<Audience?>>>(
            given, "audiences", (list, occurrence) => list.Fits(occurrence.Audiences, (check, audience) => check(audience)), FacetName.Audience);
        MentionsListed |= given.Has("listed");
        Add<Predicate<bool?>>(given, "listed", (check, occurrence) => check(occurrence.Listed));
    }

    private void AddReferences(InputValues given)
    {
        if (SearchCondition.Read(given) is { } search)
        {
            _conditions.Add(new OccurrenceCondition(scope =>
            {
                var found = search.In(scope);
                return occurrence => found.Contains(occurrence.Document.Key);
            }));
        }

        AddPlace(given, "branch", EventTypes.Branch);
        AddPlace(given, "place", EventTypes.Branch, EventTypes.OutreachPlace);
        if (given.TryGet<DocumentFilter>("event", out var events))
        {
            _conditions.Add(OccurrenceCondition.Of(events.Fits));
        }

        if (given.TryGet<DocumentFilter>("series", out var series))
        {
            _conditions.Add(OccurrenceCondition.Of(occurrence => occurrence.Source == OccurrenceSource.Series && series.Fits(occurrence)));
        }

        if (given.TryGet<DocumentFilter>("partner", out var partner))
        {
            _conditions.Add(new OccurrenceCondition(scope =>
            {
                var keys = partner.Keys(scope, "partner");
                return occurrence => keys.Count > 0 && IsBy(occurrence.Document, keys);
            }));
        }

        if (given.TryGet<ListFilter<DocumentFilter>>("focusAreas", out var areas))
        {
            _conditions.Add(new OccurrenceCondition(scope =>
            {
                var keys = areas.Select(filter => filter.Keys(scope, EventTypes.FocusArea));
                return occurrence => keys.Fits(occurrence.FocusAreaKeys, static (some, key) => some.Contains(key));
            })
            {
                Facet = FacetName.FocusArea,
                Index = scope => areas.Some is { } some ? Only(some.Keys(scope, EventTypes.FocusArea), scope.Calendar.Under) : null,
                IsIndex = areas is { All: null, None: null, Any: null },
            });
        }
    }

    private static bool IsBy(PublishedDocument document, HashSet<Guid> partners) =>
        (document.Key("organiser") is { } organiser && partners.Contains(organiser)) || document.Keys("partners").Any(partners.Contains);

    private void AddPlace(InputValues given, string name, params string[] types)
    {
        if (given.TryGet<DocumentFilter>(name, out var places))
        {
            _conditions.Add(new OccurrenceCondition(scope =>
            {
                var keys = places.Keys(scope, types);
                return occurrence => occurrence.PlaceKey is { } key && keys.Contains(key);
            })
            {
                Facet = FacetName.Place,
                Index = scope => Only(places.Keys(scope, types), scope.Calendar.At),
                IsIndex = true,
            });
        }
    }

    private void AddNested(InputValues given)
    {
        foreach (var part in given.GetList<OccurrenceFilter>("and"))
        {
            _conditions.AddRange(part._conditions);
            MentionsListed |= part.MentionsListed;
        }

        if (given.GetList<OccurrenceFilter>("or") is { Count: > 0 } any)
        {
            _conditions.Add(new OccurrenceCondition(scope =>
            {
                var parts = any.Select(part => part.In(scope)).ToList();
                return occurrence => parts.Exists(part => part(occurrence));
            }));
            MentionsListed |= any.Any(part => part.MentionsListed);
        }
    }

    private static Predicate<Occurrence> IsAt(Relative relative, DateTimeOffset now) => occurrence => Fits(occurrence, relative, now);

    public static bool Fits(Occurrence occurrence, Relative relative, DateTimeOffset now) => relative switch
    {
        Relative.Upcoming => occurrence.EndsAt > now,
        Relative.Ongoing => occurrence.StartsAt <= now && occurrence.EndsAt > now,
        _ => occurrence.EndsAt <= now,
    };

    private void Add<T>(InputValues given, string name, Func<T, Occurrence, bool> fits, string? facet = null)
        where T : class
    {
        if (given.TryGet<T>(name, out var check))
        {
            _conditions.Add(OccurrenceCondition.Of(occurrence => fits(check, occurrence)) with { Facet = facet });
        }
    }

    // The ends of time have no neighbour; there the limit is left out.
    private static DateTimeOffset? Later(DateTimeOffset? instant) => instant < DateTimeOffset.MaxValue ? instant.Value.AddTicks(1) : null;

    private static DateTimeOffset? Earlier(DateTimeOffset? instant) => instant > DateTimeOffset.MinValue ? instant.Value.AddTicks(-1) : null;

    private static OccurrenceIndex? Only(HashSet<Guid> keys, Func<Guid, OccurrenceIndex> indexOf) => keys.Count switch
    {
        0 => OccurrenceIndex.Empty,
        1 => indexOf(keys.Single()),
        _ => null,
    };

    /// <summary>Days in Denmark, both included; null is no limit.</summary>
    private sealed record Days(DateOnly? From, DateOnly? To)
    {
        public TimeWindow ToWindow() => new(
            null,
            To is { Year: < 2500 } last ? WallTime.StartOfDay(last.AddDays(1)) : null,
            From is { Year: > 1800 } first ? WallTime.StartOfDay(first) : null);
    }
}
