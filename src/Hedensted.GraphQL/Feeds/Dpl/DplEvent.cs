using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Hedensted.GraphQL.Feeds.Dpl;

// The shape of DPL CMS's /api/v1/events, with its own names, which mix two styles. What is null is left out. Members after
// `external_data` are ours; those who know only DPL's pass them over.
internal sealed record DplEvent
{
    [JsonPropertyName("uuid"), Description("The permanent id of the date; of an event that was fetched from DPL CMS, the uuid that it has there.")]
    public required Guid Uuid { get; init; }

    [JsonPropertyName("title"), Description("The title.")]
    public required string Title { get; init; }

    [JsonPropertyName("description"), Description("One or two sentences, led by status and reason when it does not take place as planned.")]
    public string? Description { get; init; }

    [JsonPropertyName("url"), Description("Its page.")]
    public required string Url { get; init; }

    [JsonPropertyName("created_at"), Description("When its document was made.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("updated_at"), Description("When it was published last.")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonPropertyName("ticket_manager_relevance"), Description("Whether one signs up by a link, so that a ticket system has something to do with it.")]
    public required bool TicketManagerRelevance { get; init; }

    [JsonPropertyName("image"), Description("The picture as it was uploaded.")]
    public DplImage? Image { get; init; }

    [JsonPropertyName("teaserImage"), Description("The picture in the shape of lists, 3 to 2.")]
    public DplImage? TeaserImage { get; init; }

    [JsonPropertyName("state"), Description("`TicketSaleNotOpen`, `Active`, `SoldOut`, `Cancelled` or `Occurred`. What is postponed is `Cancelled`, for it does not take place then; `status` tells the difference.")]
    public required DplState State { get; init; }

    [JsonPropertyName("all_day"), Description("Whether the time of day means nothing.")]
    public required bool AllDay { get; init; }

    [JsonPropertyName("date_time"), Description("When it takes place.")]
    public required DplPeriod DateTime { get; init; }

    [JsonPropertyName("branches"), Description("The branch that it takes place in; none for another place.")]
    public required IReadOnlyList<string> Branches { get; init; }

    [JsonPropertyName("address"), Description("Where it takes place; left out when the street address is not known.")]
    public DplAddress? Address { get; init; }

    [JsonPropertyName("categories"), Description("The kind of thing, in Danish.")]
    public required IReadOnlyList<string> Categories { get; init; }

    [JsonPropertyName("tags"), Description("The editors' own words and the focus areas of the strategy.")]
    public required IReadOnlyList<string> Tags { get; init; }

    [JsonPropertyName("audiences"), Description("Whom it is for, in Danish.")]
    public required IReadOnlyList<string> Audiences { get; init; }

    [JsonPropertyName("partners"), Description("Who arranges it and takes part.")]
    public required IReadOnlyList<string> Partners { get; init; }

    [JsonPropertyName("ticket_categories"), Description("Prices; left out when it is free.")]
    public IReadOnlyList<DplTicket>? TicketCategories { get; init; }

    [JsonPropertyName("ticket_capacity"), Description("Seats.")]
    public int? TicketCapacity { get; init; }

    [JsonPropertyName("series"), Description("The series that it is a date of.")]
    public DplSeries? Series { get; init; }

    [JsonPropertyName("body"), Description("The description in clean HTML, with whole addresses.")]
    public string? Body { get; init; }

    [JsonPropertyName("external_data"), Description("Where one gets a ticket or signs up.")]
    public DplExternal? External { get; init; }

    [JsonPropertyName("screen_names"), Description("The screens that editors have picked for it; left out when they picked none.")]
    public IReadOnlyList<string>? ScreenNames { get; init; }

    [JsonPropertyName("status"), Description("Ours: the status as GraphQL has it, e.g. `POSTPONED`.")]
    public required string Status { get; init; }

    [JsonPropertyName("status_text"), Description("Ours: the status in Danish, e.g. «Udskudt».")]
    public required string StatusText { get; init; }

    [JsonPropertyName("status_reason"), Description("Ours: why, and what one can do instead.")]
    public string? StatusReason { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<DplState>))]
internal enum DplState
{
    TicketSaleNotOpen,
    Active,
    SoldOut,
    Cancelled,
    Occurred,
}

internal sealed record DplImage([property: JsonPropertyName("url"), Description("Its address. Pictures are not under the licence of the texts.")] string Url);

internal sealed record DplPeriod(
    [property: JsonPropertyName("start"), Description("With Denmark's offset.")] DateTimeOffset Start,
    [property: JsonPropertyName("end"), Description("With Denmark's offset. What lasts all day ends at the next midnight; when nobody has said, an hour after the start.")] DateTimeOffset End);

internal sealed record DplAddress(
    [property: JsonPropertyName("locationType"), Description("`physical` or `online`; what is both is `physical`.")] string LocationType,
    [property: JsonPropertyName("location"), Description("What the place is called.")] string Location,
    [property: JsonPropertyName("locationAdditional"), Description("The room, and how to find the way.")] string? LocationAdditional,
    [property: JsonPropertyName("street"), Description("Street and number.")] string Street,
    [property: JsonPropertyName("zip_code"), Description("Four digits.")] int ZipCode,
    [property: JsonPropertyName("city"), Description("Town.")] string City,
    [property: JsonPropertyName("country"), Description("DK.")] string Country);

internal sealed record DplTicket(
    [property: JsonPropertyName("title"), Description("Who pays it.")] string Title,
    [property: JsonPropertyName("price"), Description("What it costs.")] DplPrice Price);

internal sealed record DplPrice(
    [property: JsonPropertyName("currency"), Description("DKK.")] string Currency,
    [property: JsonPropertyName("value"), Description("In øre.")] int Value);

internal sealed record DplSeries([property: JsonPropertyName("uuid"), Description("The permanent id of the series.")] Guid Uuid);

internal sealed record DplExternal([property: JsonPropertyName("url"), Description("Where one gets a ticket or signs up.")] string Url);

/// <summary>A date that readers have no more; only whoever asks for changes is told.</summary>
internal sealed record DplRemoved
{
    [JsonPropertyName("uuid"), Description("The id of the date that is gone, or no longer listed.")]
    public required Guid Uuid { get; init; }

    [JsonPropertyName("deleted"), Description("Always true.")]
    public bool Deleted { get; init; } = true;

    [JsonPropertyName("deleted_at"), Description("When it went.")]
    public required DateTimeOffset DeletedAt { get; init; }

    [JsonPropertyName("series"), Description("The series that it was a date of.")]
    public DplSeries? Series { get; init; }
}
