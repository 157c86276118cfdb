using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hedensted.Cms.Site;

// The answers of SiteQueries, as the pages read them. A record is a selection of a GraphQL type, no more: the schema documents
// the members. They are public because Razor's generated components are.
#pragma warning disable CS1591
public sealed record Nodes<T>(int TotalCount, PageInfo? PageInfo, IReadOnlyList<T>? Items)
{
    [JsonPropertyName("nodes")]
    public IReadOnlyList<T> Items { get; init; } = Items ?? [];
}

public sealed record PageInfo(string? EndCursor, bool HasNextPage);

public sealed record Picture(string Url, string? Alt, string? Credit, int? Width, int? Height);

public sealed record Titled(string Title, string? Path, string? Slug, string? Url);

public sealed record Html(string? Markup)
{
    [JsonPropertyName("html")]
    public string? Markup { get; init; } = Markup;
}

public sealed record FocusTag(string ShortName, string? Title, string Colour, string? Path, string? Slug, string? Promise);

public sealed record Card(
    string Id,
    string Path,
    string Title,
    string? Teaser,
    string DisplayDate,
    string DisplayTime,
    DateOnly LocalDate,
    DateOnly LocalEndDate,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    bool AllDay,
    string Status,
    string StatusText,
    string? PreviousDisplay,
    string? StatusReason,
    string Relative,
    string Price,
    bool IsFree,
    int MoreDates,
    string Source,
    CardEvent? Event,
    string Kind,
    string AttendanceMode,
    Titled? Branch,
    Titled? Place,
    IReadOnlyList<FocusTag> FocusAreas,
    Picture? Image);

public sealed record CardEvent(string? Topic);

public sealed record Contact(string? Name, string? Address, string? Phone, string? Email, string? Url);

public sealed record SiteInfo(string Title, string? Description, string? Language, Contact Contact);

public sealed record Frame(SiteInfo Site, IReadOnlyList<FocusTag> FocusAreas);

public sealed record Crumb(string Name, string Path);

public sealed record ChildPage(string Name, string Path, string ContentType);

public sealed record Located(string Id, string ContentType, string Name, string Path, IReadOnlyList<Crumb> Ancestors, IReadOnlyList<ChildPage> Children);

public sealed record Location(Located? Content);

public sealed record CalendarAnswer(Nodes<Card> Occurrences, IReadOnlyList<Titled> Branches, IReadOnlyList<FocusTag> FocusAreas, CalendarFacets Facets);

public sealed record CalendarFacets(IReadOnlyList<FacetCount> Branches, IReadOnlyList<FacetCount> FocusAreas, IReadOnlyList<FacetCount> Audiences);

public sealed record FacetCount(string Value, int Count);

public sealed record DialoguesAnswer(Nodes<Card> Upcoming, Nodes<Card> Past);

public sealed record EventDate(
    string Id, string CalendarUrl, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool AllDay, string DisplayDate, string DisplayTime, string Status, string StatusText, string? StatusReason, string? PreviousDisplay);

public sealed record PriceLine(string Label, string Text, string? Description);

public sealed record BookingInfo(string Mode, string? Url, string? Phone, int? Capacity, DateTimeOffset? Opens, DateTimeOffset? Closes);

public sealed record AddressText(string Text);

public sealed record EventPlace(string Title, string Path, AddressText? Address, IReadOnlyList<string> Accessibility);

public sealed record Question(string Text, string? Elaboration);

public sealed record Participant(string Name, string? Role, string? Background, string? Interest);

public sealed record Source(string Title, string? Url, string? MaterialUrl, string? Publisher, DateOnly? Date, string Stance, string? Why);

public sealed record FollowUp(DateOnly? Date, string? Agreements, string? Disagreements, string? Taken, Html? Text);

public sealed record LinkedAction(int? Number, string? Title, string? Status, string Path);

public sealed record EventDetail(
    [property: JsonPropertyName("__typename")] string TypeName,
    string Id,
    string Slug,
    string Title,
    string? Teaser,
    string Path,
    bool IsExample,
    string Kind,
    IReadOnlyList<string> Audiences,
    int? AgeFrom,
    int? AgeTo,
    IReadOnlyList<string> Categories,
    string AttendanceMode,
    Html? Description,
    Picture? Image,
    EventPlace? Place,
    string? Room,
    string? MeetingPoint,
    string? OnlineUrl,
    IReadOnlyList<string> Accessibility,
    string? Language,
    Titled? Organiser,
    IReadOnlyList<Titled> Partners,
    IReadOnlyList<FocusTag> FocusAreas,
    IReadOnlyList<PriceLine> Prices,
    string Price,
    bool IsFree,
    BookingInfo Booking,
    Nodes<EventDate> Coming,
    Nodes<EventDate> Held,
    string? Repeats,
    string? Topic,
    string? WhyNow,
    string? Format,
    string? RecordingPolicy,
    IReadOnlyList<Question>? Questions,
    IReadOnlyList<Participant>? Facilitators,
    IReadOnlyList<Participant>? Panel,
    IReadOnlyList<string>? GroundRules,
    IReadOnlyList<Source>? Sources,
    Html? Care,
    IReadOnlyList<FollowUp>? FollowUp,
    IReadOnlyList<LinkedAction>? LinkedActions,
    string? JsonLd)
{
    public bool IsSeries => TypeName == "EventSeries";

    public bool IsDialogue => TypeName == "DialogueMeeting";
}

public sealed record EventAnswer(EventDetail? Event);

public sealed record ShownDate(string DisplayDate);

public sealed record ShownEvent(string? Title, string? Path, string? Topic, ShownDate? NextOccurrence, Nodes<ShownDate>? Occurrences)
{
    public string? When => NextOccurrence?.DisplayDate ?? (Occurrences is { Items: [var last, ..] } ? last.DisplayDate : null);
}

public sealed record HalfYearStatus(string? Period, string? Text, string? Figure);

public sealed record ActionDetail(
    bool IsExample, int? Number, string Title, string? Teaser, string Path, string? Status, string? Goal, string? Responsible, DateOnly? StartDate, DateOnly? DueDate,
    IReadOnlyList<FocusTag> FocusAreas, IReadOnlyList<Titled> Partners, IReadOnlyList<HalfYearStatus> StatusEntries, IReadOnlyList<ShownEvent> DialogueMeetings, IReadOnlyList<ShownEvent> Evidence);

public sealed record ActionAnswer(ActionDetail? Content);

public sealed record CatalogueDetail(string Title, string? Teaser, string Path, IReadOnlyList<JsonElement> Body);

public sealed record ActionTile(int? Number, string? Title, string? Teaser, string Path, string? Status, IReadOnlyList<FocusTag> FocusAreas);

public sealed record ActionsAnswer(CatalogueDetail? Content, Nodes<ActionTile> ContentOfAction);

public sealed record FocusAreaDetail(
    string Title, string ShortName, int Number, string Colour, string? Teaser, string? Promise, string? IndicatorText, string Path, string Slug, IReadOnlyList<JsonElement> Body, Nodes<Card> Occurrences);

public sealed record FocusAreaAnswer(FocusAreaDetail? FocusArea);

public sealed record StrategyDetail(string Title, string? Teaser, string Path, DateOnly? ValidFrom, string? ChangeNote, IReadOnlyList<JsonElement> Body);

public sealed record StrategyLink(string Id, string Title, string? Teaser, string Path, int Level);

public sealed record StrategyAnswer(StrategyDetail? StrategyPage, IReadOnlyList<StrategyLink> StrategyPages, IReadOnlyList<FocusTag> FocusAreas, Nodes<Card> Occurrences);

public sealed record Hours(string Category, IReadOnlyList<string> Weekdays, string? Opens, string? Closes);

public sealed record BranchDetail(
    string Title, string? Teaser, string Status, string? Phone, string? Email, string? Transport, IReadOnlyList<string> Accessibility, string Path, string Slug, AddressText? Address,
    IReadOnlyList<Hours> OpeningHours, string? StatusText, IReadOnlyList<JsonElement> Body, Nodes<Card> Occurrences);

public sealed record BranchAnswer(BranchDetail? Branch);

public sealed record PlaceDetail(string Title, string? Teaser, string Path, string? OutreachType, string? Transport, IReadOnlyList<string> Accessibility, AddressText? Address);

public sealed record PlaceAnswer(PlaceDetail? Content, Nodes<Card> Occurrences);

public sealed record TextPart(string Text, bool Match);

public sealed record FoundDate(DateTimeOffset StartsAt, string DisplayDate, string DisplayTime, string Status, string StatusText);

public sealed record FoundNode(string Path, Titled? Place, FoundDate? NextOccurrence, Nodes<FoundDate>? Occurrences, string? Topic, AddressText? Address);

public sealed record FoundItem(string Kind, bool IsPast, IReadOnlyList<TextPart> Title, IReadOnlyList<TextPart> Excerpt, FoundNode Node);

public sealed record KindCount(string Kind, int Count);

public sealed record FoundPage(
    int TotalCount, bool HasAllWords, string? Suggestion, IReadOnlyList<KindCount> Kinds, PageInfo PageInfo, IReadOnlyList<FoundItem> Edges);

public sealed record SearchAnswer(FoundPage Search);

public sealed record TermDetail(string Id, string Title, string Explanation, IReadOnlyList<string> AlsoKnownAs, string Path);

public sealed record TermsAnswer(IReadOnlyList<TermDetail> Terms);

public sealed record AddressNode(string Path, string ContentType, DateTimeOffset PublishedAt);

public sealed record AddressesAnswer(Nodes<AddressNode> Contents);
