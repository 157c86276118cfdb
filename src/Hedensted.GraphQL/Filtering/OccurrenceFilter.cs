using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>A bound <c>OccurrenceFilterInput</c>: what a date must fulfil, and hints at where in the calendar to look.</summary>
/// <remarks>Every condition is checked on every candidate; the hints only leave out what cannot fit.</remarks>
internal sealed class OccurrenceFilter
{
    private readonly List<Func<Occurrence, ReadScope, bool>> _conditions = [];
    private readonly List<Func<ReadScope, OccurrenceIndex?>> _indexes = [];
    private readonly List<Func<ReadScope, TimeWindow>> _windows = [];

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
            .Field("startsAt", new TypeReference("DateTimeOperationFilterInput"))
            .Field("endsAt", new TypeReference("DateTimeOperationFilterInput"))
            .Field("overlaps", new TypeReference("DateRangeInput"), "What is on at some moment of these days (both included), in Danish time.")
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

    public bool Fits(Occurrence occurrence, ReadScope scope)
    {
        foreach (var condition in _conditions)
        {
            if (!condition(occurrence, scope))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The smallest known index that holds everything that fits.</summary>
    public OccurrenceIndex Index(ReadScope scope, OccurrenceIndex whole)
    {
        foreach (var hint in _indexes)
        {
            if (hint(scope) is { } smaller && smaller.Count < whole.Count)
            {
                whole = smaller;
            }
        }

        return whole;
    }

    /// <summary>The part of an index outside which nothing fits.</summary>
    public (int From, int To) Window(ReadScope scope, OccurrenceIndex index)
    {
        int from = 0, to = index.Count;
        foreach (var hint in _windows)
        {
            var window = hint(scope);
            from = Math.Max(from, window.StartsFrom is { } first ? index.IndexOfStart(first) : 0);
            from = Math.Max(from, window.EndsAfter is { } end ? index.IndexOfEndAfter(end) : 0);
            to = Math.Min(to, window.StartsBefore is { } last ? index.IndexOfStart(last) : to);
        }

        return (from, to);
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
            _conditions.Add((occurrence, _) => starts.Fits(occurrence.StartsAt));
            var window = new TimeWindow(starts.Lowest, Later(starts.Highest), null);
            _windows.Add(_ => window);
        }

        if (given.TryGet<Range<DateTimeOffset>>("endsAt", out var ends))
        {
            _conditions.Add((occurrence, _) => ends.Fits(occurrence.EndsAt));
            var window = new TimeWindow(null, ends.Highest, Earlier(ends.Lowest));
            _windows.Add(_ => window);
        }

        if (given.TryGet<Days>("overlaps", out var days))
        {
            var window = days.ToWindow();
            _conditions.Add((occurrence, _) => window.Overlaps(occurrence));
            _windows.Add(_ => window);
        }

        if (given.TryGet<Relative>("relative", out var relative))
        {
            _conditions.Add((occurrence, scope) => Fits(occurrence, relative, scope.Now()));
            _windows.Add(scope => relative switch
            {
                Relative.Upcoming => new TimeWindow(null, null, scope.Now()),
                Relative.Ongoing => new TimeWindow(null, scope.Now().AddTicks(1), scope.Now()),
                _ => new TimeWindow(null, scope.Now(), null),
            });
        }
    }

    private void AddValues(InputValues given)
    {
        Add<Predicate<Guid?>>(given, "id", (check, occurrence) => check(occurrence.Id));
        Add<Predicate<string?>>(given, "title", (check, occurrence) => check(occurrence.Title));
        Add<Predicate<OccurrenceStatus?>>(given, "status", (check, occurrence) => check(occurrence.Status));
        Add<Predicate<OccurrenceSource?>>(given, "source", (check, occurrence) => check(occurrence.Source));
        Add<Predicate<EventKind?>>(given, "kind", (check, occurrence) => check(occurrence.Kind));
        Add<Predicate<AttendanceMode?>>(given, "attendanceMode", (check, occurrence) => check(occurrence.AttendanceMode));
        Add<Predicate<bool?>>(given, "isFree", (check, occurrence) => check(occurrence.IsFree));
        Add<Predicate<bool?>>(given, "showOnScreens", (check, occurrence) => check(occurrence.ShowOnScreens));
        Add<ListFilter<Predicate<Audience?>>>(
            given, "audiences", (list, occurrence) => list.Fits(occurrence.Audiences, (check, audience) => check(audience)));
        MentionsListed |= given.Has("listed");
        Add<Predicate<bool?>>(given, "listed", (check, occurrence) => check(occurrence.Listed));
    }

    private void AddReferences(InputValues given)
    {
        AddPlace(given, "branch", EventTypes.Branch);
        AddPlace(given, "place", EventTypes.Branch, EventTypes.OutreachPlace);
        if (given.TryGet<DocumentFilter>("event", out var events))
        {
            _conditions.Add((occurrence, _) => events.Fits(occurrence.Document));
        }

        if (given.TryGet<DocumentFilter>("series", out var series))
        {
            _conditions.Add((occurrence, _) => occurrence.Source == OccurrenceSource.Series && series.Fits(occurrence.Document));
        }

        if (given.TryGet<DocumentFilter>("partner", out var partner))
        {
            _conditions.Add((occurrence, scope) => partner.Keys(scope, "partner") is { Count: > 0 } keys && IsBy(occurrence.Document, keys));
        }

        if (given.TryGet<ListFilter<DocumentFilter>>("focusAreas", out var areas))
        {
            _conditions.Add((occurrence, scope) => areas.Fits(
                occurrence.FocusAreaKeys, (filter, key) => filter.Keys(scope, EventTypes.FocusArea).Contains(key)));
            _indexes.Add(scope => areas.Some is { } some
                ? Only(some.Keys(scope, EventTypes.FocusArea), scope.Calendar.Under)
                : null);
        }
    }

    private static bool IsBy(PublishedDocument document, HashSet<Guid> partners) =>
        (document.Key("organiser") is { } organiser && partners.Contains(organiser)) || document.Keys("partners").Any(partners.Contains);

    private void AddPlace(InputValues given, string name, params string[] types)
    {
        if (given.TryGet<DocumentFilter>(name, out var places))
        {
            _conditions.Add((occurrence, scope) => occurrence.PlaceKey is { } key && places.Keys(scope, types).Contains(key));
            _indexes.Add(scope => Only(places.Keys(scope, types), scope.Calendar.At));
        }
    }

    private void AddNested(InputValues given)
    {
        foreach (var part in given.GetList<OccurrenceFilter>("and"))
        {
            _conditions.Add(part.Fits);
            _indexes.AddRange(part._indexes);
            _windows.AddRange(part._windows);
            MentionsListed |= part.MentionsListed;
        }

        if (given.GetList<OccurrenceFilter>("or") is { Count: > 0 } any)
        {
            _conditions.Add((occurrence, scope) => any.Any(part => part.Fits(occurrence, scope)));
            MentionsListed |= any.Any(part => part.MentionsListed);
        }
    }

    public static bool Fits(Occurrence occurrence, Relative relative, DateTimeOffset now) => relative switch
    {
        Relative.Upcoming => occurrence.EndsAt > now,
        Relative.Ongoing => occurrence.StartsAt <= now && occurrence.EndsAt > now,
        _ => occurrence.EndsAt <= now,
    };

    private void Add<T>(InputValues given, string name, Func<T, Occurrence, bool> fits)
        where T : class
    {
        if (given.TryGet<T>(name, out var check))
        {
            _conditions.Add((occurrence, _) => fits(check, occurrence));
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

    /// <summary>Limits on start and end; null is no limit.</summary>
    private readonly record struct TimeWindow(DateTimeOffset? StartsFrom, DateTimeOffset? StartsBefore, DateTimeOffset? EndsAfter)
    {
        public bool Overlaps(Occurrence occurrence) =>
            (StartsBefore is null || occurrence.StartsAt < StartsBefore) && (EndsAfter is null || occurrence.EndsAt > EndsAfter);
    }
}
