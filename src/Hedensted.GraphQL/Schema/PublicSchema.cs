using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Schema.Domain;
using Hedensted.GraphQL.Schema.Generated;

namespace Hedensted.GraphQL.Schema;

/// <summary>Puts the public schema together: the domain's types by hand, and one type for each other document type.</summary>
public static class PublicSchema
{
    private static readonly string[] Reserved =
    [
        "Query", "Mutation", "Subscription", "String", "Int", "Float", "Boolean", "ID",
        "DateTime", "LocalDate", "LocalTime", "Duration", "Decimal", "Long", "UUID", "URI", "URL", "Any",
    ];

    /// <summary>The schema for these document types.</summary>
    /// <exception cref="SchemaException">A rule of the type system is broken, e.g. by two types of the same name.</exception>
    public static Engine.Types.Schema Create(ContentSchema content)
    {
        ArgumentNullException.ThrowIfNull(content);

        // 1. What is always there decides which names are left for types made in the backoffice.
        var fixedNames = Fixed(new TypeNames(ContentSchema.Empty, [])).Select(type => type.Name);
        var names = new TypeNames(content, [.. fixedNames, .. Reserved]);

        // 2. A type belongs to one schema, so everything is made anew.
        var interfaces = new Interfaces(names);
        return new SchemaBuilder(QueryType.Create())
            .Subscription(SubscriptionType.Create())
            .Describe("What the libraries of Hedensted publish: what happens, where, for whom and why.")
            .Types(Fixed(names, interfaces))
            .Types(GeneratedTypes.Create(content, interfaces, names))
            .Build();
    }

    private static IEnumerable<NamedType> Fixed(TypeNames names, Interfaces? interfaces = null)
    {
        interfaces ??= new Interfaces(names);
        return
        [
            interfaces.Node, interfaces.Content, interfaces.EventLike, interfaces.Place, interfaces.Block,
            OccurrenceType.Create(interfaces),
            .. EventObjects.Create(interfaces),
            .. DialogueObjects.Create(interfaces),
            .. StrategyObjects.Create(interfaces),
            .. PlaceObjects.Create(interfaces),
            .. ScreenObjects.Create(interfaces, names),
            .. SiteObjects.Create(),
            .. ValueObjects.Create(interfaces, names),
            .. EnumTypes.Create(),
            .. Connections.Of<Occurrence>("Occurrences", "Occurrence", "Dates."),
            .. Connections.Of<PublishedDocument>("Events", "EventLike", "Events, series and dialogue meetings."),
            .. Connections.Of<PublishedDocument>("DialogueMeetings", "DialogueMeeting", "Dialogue meetings."),
            .. Connections.Of<PublishedDocument>("Contents", "Content", "Documents."),
            Connections.PageInfo(),
            SubscriptionType.Edition(),
            .. Inputs(),
        ];
    }

    private static IEnumerable<NamedType> Inputs() =>
    [
        OccurrenceFilter.Type(), OccurrenceFilter.DateRange(), OccurrenceQuery.Sort(),
        EventFilter.Type(), EventQuery.Sort(),
        DocumentFilter.Branch(), DocumentFilter.Place(), DocumentFilter.FocusArea(), DocumentFilter.Event(),
        ListFilter<DocumentFilter>.Of("ListFilterInputTypeOfFocusAreaFilterInput", "FocusAreaFilterInput"),
        ListFilter<Predicate<Audience>>.Of("ListAudienceOperationFilterInput", "AudienceOperationFilterInput"),
        Operations.Text(), Operations.Id(), Operations.Boolean(),
        Operations.Comparable("DateTime", Scalars.DateTime), Operations.Comparable("Int", Scalars.Int),
        Operations.Enum<OccurrenceStatus>("OccurrenceStatus"), Operations.Enum<OccurrenceSource>("OccurrenceSource"),
        Operations.Enum<EventKind>("EventKind"), Operations.Enum<AttendanceMode>("AttendanceMode"), Operations.Enum<Audience>("Audience"),
    ];
}
