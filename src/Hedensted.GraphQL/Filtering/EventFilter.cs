using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>A bound <c>EventFilterInput</c>: what an event, series or dialogue meeting must fulfil.</summary>
internal sealed class EventFilter
{
    private readonly List<Func<PublishedDocument, ReadScope, bool>> _conditions = [];

    public static EventFilter Everything { get; } = new();

    /// <summary>Whether the client says something about <c>listed</c>; else what is not listed stays out.</summary>
    public bool MentionsListed { get; private set; }

    public static InputObjectType Type()
    {
        var self = new TypeReference("EventFilterInput");
        return new InputObjectType(
            self.Name, "What events, series and dialogue meetings must fulfil. What is not listed stays out unless `listed` is asked for.", bind: Bind)
            .Field("and", self.NonNull().List())
            .Field("or", self.NonNull().List())
            .Field("id", new TypeReference("IdOperationFilterInput"))
            .Field("slug", new TypeReference("StringOperationFilterInput"))
            .Field("title", new TypeReference("StringOperationFilterInput"))
            .Field("source", new TypeReference("OccurrenceSourceOperationFilterInput"))
            .Field("kind", new TypeReference("EventKindOperationFilterInput"))
            .Field("audiences", new TypeReference("ListAudienceOperationFilterInput"))
            .Field("branch", new TypeReference("BranchFilterInput"))
            .Field("focusAreas", new TypeReference("ListFilterInputTypeOfFocusAreaFilterInput"))
            .Field("search", Scalars.String, SearchCondition.Description)
            .Field("relative", new TypeReference("Relative"), "UPCOMING: some date is not over. ONGOING: some date is on now. PAST: every date is over.")
            .Field("listed", new TypeReference("BooleanOperationFilterInput"));
    }

    public bool Fits(PublishedDocument document, ReadScope scope) => _conditions.TrueForAll(condition => condition(document, scope));

    private static EventFilter Bind(InputValues given)
    {
        var filter = new EventFilter();
        filter.Add<Predicate<Guid?>>(given, "id", (check, document, _) => check(document.Key));
        filter.Add<Predicate<string?>>(given, "slug", (check, document, _) => check(SlugIndex.SlugOf(document)));
        filter.Add<Predicate<string?>>(given, "title", (check, document, _) => check(document.Title()));
        filter.Add<Predicate<OccurrenceSource?>>(
            given, "source", (check, document, _) => EventTypes.SourceOf(document.ContentType.Alias) is { } source && check(source));
        filter.Add<Predicate<EventKind?>>(given, "kind", (check, document, _) => check(document.Kind()));
        filter.Add<ListFilter<Predicate<Audience?>>>(
            given, "audiences", (list, document, _) => list.Fits(document.Audiences(), (check, audience) => check(audience)));
        filter.Add<DocumentFilter>(given, "branch", (branch, document, scope) =>
            document.Key("place") is { } key && branch.Keys(scope, EventTypes.Branch).Contains(key));
        filter.Add<ListFilter<DocumentFilter>>(given, "focusAreas", (areas, document, scope) => areas.Fits(
            document.Keys("focusAreas"), (area, key) => area.Keys(scope, EventTypes.FocusArea).Contains(key)));
        if (SearchCondition.Read(given) is { } search)
        {
            filter._conditions.Add((document, scope) => search.In(scope).Contains(document.Key));
        }

        if (given.TryGet<Relative>("relative", out var relative))
        {
            filter._conditions.Add((document, scope) => Fits(document, relative, scope));
        }

        filter.MentionsListed |= given.Has("listed");
        filter.Add<Predicate<bool?>>(given, "listed", (check, document, _) => check(document.Flag("listed", otherwise: true)));
        foreach (var part in given.GetList<EventFilter>("and"))
        {
            filter._conditions.Add(part.Fits);
            filter.MentionsListed |= part.MentionsListed;
        }

        if (given.GetList<EventFilter>("or") is { Count: > 0 } any)
        {
            filter._conditions.Add((document, scope) => any.Any(part => part.Fits(document, scope)));
            filter.MentionsListed |= any.Any(part => part.MentionsListed);
        }

        return filter;
    }

    private static bool Fits(PublishedDocument document, Relative relative, ReadScope scope)
    {
        var now = scope.Now();
        var dates = scope.Calendar.Of(document.Key);
        return relative == Relative.Past
            ? !dates.IsEmpty && dates.All(date => OccurrenceFilter.Fits(date, Relative.Past, now))
            : dates.Any(date => OccurrenceFilter.Fits(date, relative, now));
    }

    private void Add<T>(InputValues given, string name, Func<T, PublishedDocument, ReadScope, bool> fits)
        where T : class
    {
        if (given.TryGet<T>(name, out var check))
        {
            _conditions.Add((document, scope) => fits(check, document, scope));
        }
    }
}
