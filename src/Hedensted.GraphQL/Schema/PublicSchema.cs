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
        var query = QueryType.Create();
        var lists = ContentOf.AddTo(query, content, names);
        return new SchemaBuilder(query)
            .Subscription(SubscriptionType.Create())
            .Describe("What the libraries of Hedensted publish: what happens, where, for whom and why.")
            .Types(Reusable(Fixed(names, interfaces)))
            .Types(Reusable(ActionFields.AddTo(GeneratedTypes.Create(content, interfaces, names), names)))
            .Types(lists)
            .Build();
    }

    // Dates, documents and media never change within an edition, and a list shows the same ones again and again.
    private static IEnumerable<NamedType> Reusable(IEnumerable<NamedType> types) => types.Select(type => type switch
    {
        ObjectType<Occurrence> occurrence => occurrence.Reusable(),
        ObjectType<PublishedDocument> document => document.Reusable(),
        ObjectType<PublishedMedia> media => media.Reusable(),
        _ => type,
    });

    private static IEnumerable<NamedType> Fixed(TypeNames names, Interfaces? interfaces = null)
    {
        interfaces ??= new Interfaces(names);
        return
        [
            interfaces.Node, interfaces.Content, interfaces.EventLike, interfaces.Place, interfaces.Block,
            OccurrenceType.Create(interfaces),
            EventType.Create(interfaces), EventSeriesType.Create(interfaces), PriceType.Create(), BookingType.Create(),
            DialogueMeetingType.Create(interfaces, names), DialogueQuestionType.Create(), PersonType.Create(interfaces), DialogueSourceType.Create(), FollowUpNoteType.Create(),
            FocusAreaType.Create(interfaces, names), StrategyPageType.Create(interfaces), TermType.Create(interfaces),
            BranchType.Create(interfaces), OutreachPlaceType.Create(interfaces), RoomType.Create(interfaces), PartnerType.Create(interfaces),
            AddressType.Create(), OpeningHoursType.Create(), OpeningHoursExceptionType.Create(), OpeningHoursDayType.Create(), OpeningHoursDayType.Interval(),
            ScreenType.Create(interfaces), PlaylistType.Create(interfaces, names), SlideType.Create(), CampaignType.Create(interfaces),
            ScreenProgramType.Create(), ScreenRegionType.Create(names),
            SiteType.Create(), ContactType.Create(),
            ImageType.Create(), FocalPointType.Create(), ImageVariantType.Create(), ImageCropType.Create(), MediaType.Create(interfaces), RichTextType.Create(names), LinkType.Create(), LanguageType.Create(), TranslationType.Create(), FacetsType.Create(), FacetsType.One(),
            .. EnumTypes(),
            .. Connections.Of<Occurrence>("Occurrences", "Occurrence", "Dates."),
            .. Connections.Of<PublishedDocument>("Events", "EventLike", "Events, series and dialogue meetings."),
            .. Connections.Of<PublishedDocument>("DialogueMeetings", "DialogueMeeting", "Dialogue meetings."),
            .. Connections.Of<PublishedDocument>("Contents", "Content", "Documents."),
            .. SearchConnectionType.Create(),
            ChangesType.Create(), ChangesType.One(),
            EngagementType.Create(), EngagementType.Attendance(), EngagementType.Feedback(), EngagementType.ByFocusArea(), HalfYearScalar.Type,
            Connections.PageInfo(),
            SubscriptionType.Edition(),
            .. Inputs(),
        ];
    }

    private static IEnumerable<NamedType> EnumTypes() =>
    [
        OccurrenceStatusType.Create(), EventKindType.Create(), AttendanceModeType.Create(), AudienceType.Create(), EventFormType.Create(),
        BookingModeType.Create(), OccurrenceSourceType.Create(), RelativeType.Create(), WeekdayType.Create(), OccurrenceGroupingType.Create(), SourceStanceType.Create(),
        BranchStatusType.Create(), ScreenOrientationType.Create(), ScreenRegionNameType.Create(), UrgencyType.Create(), ImageFormatType.Create(), SortEnumType.Create(),
    ];

    private static IEnumerable<NamedType> Inputs() =>
    [
        OccurrenceFilter.Type(), OccurrenceFilter.DateRange(), OccurrenceQuery.Sort.Type(),
        .. ContentOf.SharedInputs(),
        EventFilter.Type(), EventQuery.Sort.Type(),
        DocumentFilter.Branch(), DocumentFilter.Place(), DocumentFilter.FocusArea(), DocumentFilter.Event(), DocumentFilter.Partner(),
        ListFilter<DocumentFilter>.Of("ListFilterInputTypeOfFocusAreaFilterInput", "FocusAreaFilterInput"),
        ListFilter<Predicate<Audience?>>.Of("ListAudienceOperationFilterInput", "AudienceOperationFilterInput"),
        ListFilter<Predicate<string?>>.Of("ListStringOperationFilterInput", "StringOperationFilterInput"),
        ListFilter<Predicate<Guid?>>.Of("ListIdOperationFilterInput", "IdOperationFilterInput"),
        StringOperations.Type(), IdOperations.Type(), BooleanOperations.Type(),
        ComparableOperations.Of("DateTime", Scalars.DateTime), ComparableOperations.Of("LocalDate", Scalars.LocalDate), ComparableOperations.Of("LocalTime", Scalars.LocalTime),
        ComparableOperations.Of("Int", Scalars.Int), ComparableOperations.Of("Decimal", Scalars.Decimal),
        EnumOperations.Of<OccurrenceStatus>(), EnumOperations.Of<OccurrenceSource>(), EnumOperations.Of<EventKind>(), EnumOperations.Of<Weekday>(),
        EnumOperations.Of<AttendanceMode>(), EnumOperations.Of<Audience>(),
    ];
}
