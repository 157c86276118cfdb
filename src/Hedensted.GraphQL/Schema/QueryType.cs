using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Reading;
using Hedensted.GraphQL.Schema.Domain;

namespace Hedensted.GraphQL.Schema;

/// <summary>The roots: what one can ask for.</summary>
internal static class QueryType
{
    private const int MaxNodes = 50;

    public static ObjectType<ReadScope> Create() => new ObjectType<ReadScope>("Query")
        .Field("node", Refs.To("Node"), (scope, context) => Node(scope, context.Arguments.Get<string>("id")), "Anything that has an id.", arguments: [new("id", Scalars.Id.NonNull())])
        .Field(
            "nodes",
            Refs.To("Node").List().NonNull(),
            (scope, context) => Nodes(scope, context.Arguments.GetList<string>("ids")),
            $"Several things by id, in the same order, at most {MaxNodes}; null for one that is not published.",
            arguments: [new("ids", Scalars.Id.NonNull().List().NonNull())])
        .Field("languages", Refs.ListOf("Language"), scope => scope.Schema.Languages, "The languages that one can ask in, the default first: `/graphql?language=` and the code.")
        .Field("site", Refs.Required("Site"), scope => scope, "The site's own title, texts and contact details.")
        .Field(
            "occurrences",
            Refs.To("OccurrencesConnection"),
            (scope, context) => OccurrenceQuery.Of(scope.Calendar.All, context, whole: true),
            "What happens, one row a date: the list that calendars, front pages and screens show. Past and coming; see `relative`.",
            arguments: OccurrenceQuery.Arguments())
        .Field(
            "facets",
            Refs.Required("Facets"),
            (scope, context) => Facets.Of(context.Arguments.GetOrDefault<OccurrenceFilter>("where") ?? OccurrenceFilter.Everything, scope),
            "What `occurrences(where:)` with the same filter can be narrowed by, with counts.",
            arguments: [new InputValue("where", Refs.To("OccurrenceFilterInput"))])
        .Field("occurrence", Refs.To("Occurrence"), (scope, context) => Occurrence(scope, context.Arguments.Get<string>("id")), "One date by its permanent id.", arguments: [new("id", Scalars.Id.NonNull())])
        .Field("changes", Refs.To("ChangesConnection"), ChangesQuery.Of, "For those who keep a copy: which dates are new, different or gone since they last asked.", arguments: ChangesQuery.Arguments())
        .Field("events", Refs.To("EventsConnection"), (_, context) => EventQuery.Of(context, EventReading.Types), "Events, series and dialogue meetings: the pages behind the dates.", arguments: EventQuery.Arguments())
        .Field(
            "event",
            Refs.To("EventLike"),
            (scope, context) => context.Arguments.TryGet<string>("path", out var path)
                ? ByPath(scope, path, EventReading.Types)
                : One(scope, context, EventReading.Types),
            "An event, series or dialogue meeting by slug, id or path (give one).",
            arguments: [new("slug", Scalars.String), new("id", Scalars.Id), new("path", Scalars.String)])
        .Field("series", Refs.To("EventSeries"), (scope, context) => One(scope, context, EventTypes.Series), "A series by slug or id.", arguments: SlugOrId())
        .Field("dialogueMeetings", Refs.To("DialogueMeetingsConnection"), (_, context) => EventQuery.Of(context, EventTypes.DialogueMeeting), arguments: EventQuery.Arguments())
        .Field("dialogueMeeting", Refs.To("DialogueMeeting"), (scope, context) => One(scope, context, EventTypes.DialogueMeeting), "A dialogue meeting by slug or id.", arguments: SlugOrId())
        .Field("focusAreas", Refs.ListOf("FocusArea"), FocusAreas, "The strategy's focus areas in number order.")
        .Field(
            "focusArea",
            Refs.To("FocusArea"),
            (scope, context) => context.Arguments.TryGet<int>("number", out var number)
                ? FocusAreas(scope).FirstOrDefault(area => area.Number("number") == number)
                : One(scope, context, EventTypes.FocusArea),
            "A focus area by slug, id or number.",
            arguments: [.. SlugOrId(), new("number", Scalars.Int)])
        .Field("strategyPages", Refs.ListOf("StrategyPage"), StrategyPageType.Pages, "The pages of the strategy, the section's own page first, parents before children.")
        .Field(
            "strategyPage",
            Refs.To("StrategyPage"),
            (scope, context) => ByPathOrId(scope, context, "strategyPage", "strategySection"),
            "A strategy page by path, e.g. `/strategi/kerneopgave`, or id.",
            arguments: PathOrId())
        .Field("branches", Refs.ListOf("Branch"), scope => scope.InTreeOrder(EventTypes.Branch), "The branches (huse) in the editors' order.")
        .Field("branch", Refs.To("Branch"), (scope, context) => One(scope, context, EventTypes.Branch), "A branch by slug or id.", arguments: SlugOrId())
        .Field("openingHours", Refs.ListOf("OpeningHoursDay"), OpeningHoursQuery.Of, "When the branches are open, day by day, with closed days and special days reckoned in.", arguments: OpeningHoursQuery.Arguments())
        .Field("outreachPlaces", Refs.ListOf("OutreachPlace"), scope => Alphabetical(scope.OfType(EventTypes.OutreachPlace)), "Places outside the house where things happen.")
        .Field("partners", Refs.ListOf("Partner"), scope => Alphabetical(scope.OfType("partner")), "Partners in alphabetical order.")
        .Field("screens", Refs.ListOf("Screen"), scope => scope.InTreeOrder("screen"), "Info screens in the editors' order.")
        .Field("screen", Refs.To("Screen"), (scope, context) => One(scope, context, "screen"), "An info screen by slug or id.", arguments: SlugOrId())
        .Field(
            "screenProgram",
            Refs.To("ScreenProgram"),
            (scope, context) => One(scope, context, "screen") is { } screen ? new ScreenProgram(screen) : null,
            "What an info screen shows at this moment, by the screen's slug or id.",
            arguments: SlugOrId())
        .Field("engagement", Refs.To("Engagement"), EngagementQuery.Of, "What came of a half-year: how much was held, who came, what they thought. Sums only.", arguments: EngagementQuery.Arguments())
        .Field("terms", Refs.ListOf("Term"), scope => Alphabetical(scope.OfType("term")), "Words that are explained wherever they are shown, in alphabetical order.")
        .Field("content", Refs.To("Content"), (scope, context) => ByPathOrId(scope, context), "Any published document by path or id (give one).", arguments: PathOrId())
        .Field("roots", Refs.ListOf("Content"), scope => scope.Children(null), "The documents at the root of the tree.")
        .Field("contents", Refs.To("ContentsConnection"), (_, context) => ContentQuery.Of(context), "Every published document, of some types or all, by id.", arguments: ContentQuery.Arguments())
        .Field("search", Refs.To("SearchConnection"), (_, context) => SearchList.Of(context), "Looks for words in everything that is published, as Danes write and inflect them; forgives misspellings.", arguments: SearchList.Arguments())
        .Cost("search", SearchList.Cost)
        .Cost("changes", ChangesQuery.Cost)
        .Cost("openingHours", OpeningHoursQuery.Cost)
        .Cost("occurrences", Connections.Cost)
        .Cost("events", Connections.Cost)
        .Cost("dialogueMeetings", Connections.Cost)
        .Cost("contents", Connections.Cost);

    private static InputValue[] SlugOrId() => [new("slug", Scalars.String), new("id", Scalars.Id)];

    private static InputValue[] PathOrId() => [new("path", Scalars.String), new("id", Scalars.Id)];

    private static PublishedDocument? One(ReadScope scope, FieldContext context, params ReadOnlySpan<string> types)
    {
        var slug = context.Arguments.GetOrDefault<string>("slug");
        var id = context.Arguments.GetOrDefault<string>("id");
        return slug is null && id is null
            ? throw new GraphQLException("Say which one: give slug or id.", "ARGUMENT_MISSING")
            : scope.FindBySlugOrId(slug, id, types);
    }

    private static PublishedDocument? ByPath(ReadScope scope, string path, params ReadOnlySpan<string> types) =>
        scope.FindByPath(path) is { } document && (types.IsEmpty || types.Contains(document.ContentType.Alias)) ? document : null;

    private static PublishedDocument? ByPathOrId(ReadScope scope, FieldContext context, params ReadOnlySpan<string> types) =>
        context.Arguments.TryGet<string>("path", out var path) ? ByPath(scope, path, types)
        : context.Arguments.TryGet<string>("id", out var id) ? scope.FindById(id, types)
        : throw new GraphQLException("Say which one: give path or id.", "ARGUMENT_MISSING");

    private static IEnumerable<PublishedDocument> FocusAreas(ReadScope scope) =>
        scope.OfType(EventTypes.FocusArea).OrderBy(area => area.Number("number") ?? int.MaxValue).ThenBy(area => area.Key);

    private static IEnumerable<PublishedDocument> Alphabetical(IEnumerable<PublishedDocument> documents) =>
        documents.OrderBy(document => document.Title(), Danish.Comparer).ThenBy(document => document.Key);

    private static IReadOnlyList<object?> Nodes(ReadScope scope, IReadOnlyList<string> ids) => ids.Count <= MaxNodes
        ? [.. ids.Select(id => Node(scope, id))]
        : throw new GraphQLException($"Ask for at most {MaxNodes} at once; there are {ids.Count}.", "TOO_MANY_IDS");

    // No two things share a key, so it does not matter who is asked first.
    private static object? Node(ReadScope scope, string id) =>
        Find(scope, Ids.Read(id));

    private static object? Find(ReadScope scope, Guid key) => scope.Find(key) ?? Public(scope, key) ?? (object?)scope.FindMedia(key);

    private static Occurrence? Occurrence(ReadScope scope, string id)
    {
        var key = Ids.Read(id);
        return Public(scope, key) ?? ((scope.Find(key) ?? (object?)scope.FindMedia(key)) is null
            ? null
            : throw new GraphQLException("The id belongs to a document or media item; this field takes the id of a date. The dates of an event are its 'occurrences'.", "INVALID_ID"));
    }

    private static Occurrence? Public(ReadScope scope, Guid id) =>
        scope.Calendar.Find(id) is { } occurrence && scope.Find(occurrence.Document.Key) is not null ? occurrence : null;
}
