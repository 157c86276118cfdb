using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Hedensted.GraphQL.Feeds.SchemaOrg;

// The part of schema.org's vocabulary that we speak, with its own names. What is null is left out.
internal abstract record Thing([property: JsonPropertyName("@type"), JsonPropertyOrder(-10), Description("The type in schema.org's vocabulary.")] string Type);

internal sealed record EventList() : Thing("ItemList")
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-20), Description("Always schema.org.")]
    public string Context { get; init; } = StructuredDataFormat.Context;

    [JsonPropertyName("name"), Description("What the list is called.")]
    public required string Name { get; init; }

    [JsonPropertyName("url"), Description("The list's own address.")]
    public required string Url { get; init; }

    [JsonPropertyName("numberOfItems"), Description("How many dates there are, also beyond `limit`.")]
    public required int NumberOfItems { get; init; }

    [JsonPropertyName("itemListOrder"), Description("By start.")]
    public string ItemListOrder { get; init; } = "https://schema.org/ItemListOrderAscending";

    [JsonPropertyName("itemListElement"), Description("The dates.")]
    public required IReadOnlyList<ListItem> ItemListElement { get; init; }
}

internal sealed record ListItem() : Thing("ListItem")
{
    [JsonPropertyName("position"), Description("From 1.")]
    public required int Position { get; init; }

    [JsonPropertyName("item"), Description("The date.")]
    public required Event Item { get; init; }
}

internal sealed record Event() : Thing("Event")
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-20), Description("schema.org, when the event stands alone.")]
    public string? Context { get; init; }

    [JsonPropertyName("@id"), JsonPropertyOrder(-5), Description("The permanent id of the date.")]
    public required string Id { get; init; }

    [JsonPropertyName("name"), Description("The title; the status is in `eventStatus`.")]
    public required string Name { get; init; }

    [JsonPropertyName("description"), Description("Plain text, led by status and reason when it does not take place as planned.")]
    public string? Description { get; init; }

    [JsonPropertyName("url"), Description("Its page.")]
    public required string Url { get; init; }

    [JsonPropertyName("startDate"), Description("With Denmark's offset; a date alone for what lasts all day.")]
    public required string StartDate { get; init; }

    [JsonPropertyName("endDate"), Description("As `startDate`; the last day of what lasts all day. Left out when nobody has said.")]
    public string? EndDate { get; init; }

    [JsonPropertyName("previousStartDate"), Description("When a date that was moved would have begun.")]
    public string? PreviousStartDate { get; init; }

    [JsonPropertyName("eventStatus"), Description("`EventScheduled`, `EventCancelled`, `EventPostponed`, `EventRescheduled` or `EventMovedOnline`.")]
    public required string EventStatus { get; init; }

    [JsonPropertyName("eventAttendanceMode"), Description("`OfflineEventAttendanceMode`, `OnlineEventAttendanceMode` or `MixedEventAttendanceMode`.")]
    public required string EventAttendanceMode { get; init; }

    [JsonPropertyName("location"), Description("A `Place`, a `VirtualLocation`, or one of each.")]
    public IReadOnlyList<Location>? Location { get; init; }

    [JsonPropertyName("offers"), Description("A price each; one of 0 when it is free.")]
    public required IReadOnlyList<Offer> Offers { get; init; }

    [JsonPropertyName("isAccessibleForFree"), Description("Whether it costs nothing.")]
    public required bool IsAccessibleForFree { get; init; }

    [JsonPropertyName("organizer"), Description("Who arranges it.")]
    public required Organization Organizer { get; init; }

    [JsonPropertyName("contributor"), Description("Who takes part in arranging it.")]
    public IReadOnlyList<Organization>? Contributor { get; init; }

    [JsonPropertyName("image"), Description("Pictures; not under the licence of the text.")]
    public IReadOnlyList<string>? Image { get; init; }

    [JsonPropertyName("audience"), Description("Whom it is for.")]
    public IReadOnlyList<Audience>? Audience { get; init; }

    [JsonPropertyName("typicalAgeRange"), Description("E.g. `6-12`.")]
    public string? TypicalAgeRange { get; init; }

    [JsonPropertyName("keywords"), Description("The editors' own words.")]
    public IReadOnlyList<string>? Keywords { get; init; }

    [JsonPropertyName("about"), Description("The topic of a dialogue meeting, and the focus areas of the library's strategy.")]
    public IReadOnlyList<Subject>? About { get; init; }

    [JsonPropertyName("maximumAttendeeCapacity"), Description("Seats.")]
    public int? MaximumAttendeeCapacity { get; init; }

    [JsonPropertyName("superEvent"), Description("The series that it is a date of.")]
    public EventSeries? SuperEvent { get; init; }
}

internal sealed record Location(string Type) : Thing(Type)
{
    [JsonPropertyName("name"), Description("What the place is called.")]
    public string? Name { get; init; }

    [JsonPropertyName("url"), Description("Where one takes part online.")]
    public string? Url { get; init; }

    [JsonPropertyName("address"), Description("A street address.")]
    public PostalAddress? Address { get; init; }

    [JsonPropertyName("geo"), Description("Where on earth.")]
    public GeoCoordinates? Geo { get; init; }
}

internal sealed record PostalAddress() : Thing("PostalAddress")
{
    [JsonPropertyName("streetAddress"), Description("Street and number.")]
    public string? StreetAddress { get; init; }

    [JsonPropertyName("postalCode"), Description("Four digits.")]
    public string? PostalCode { get; init; }

    [JsonPropertyName("addressLocality"), Description("Town.")]
    public string? AddressLocality { get; init; }

    [JsonPropertyName("addressCountry"), Description("DK.")]
    public string AddressCountry { get; init; } = "DK";
}

internal sealed record GeoCoordinates(
    [property: JsonPropertyName("latitude"), Description("Degrees north.")] decimal Latitude,
    [property: JsonPropertyName("longitude"), Description("Degrees east.")] decimal Longitude) : Thing("GeoCoordinates");

internal sealed record Offer() : Thing("Offer")
{
    [JsonPropertyName("name"), Description("Who pays it.")]
    public string? Name { get; init; }

    [JsonPropertyName("price"), Description("In kroner, e.g. `75` or `12.50`.")]
    public required string Price { get; init; }

    [JsonPropertyName("priceCurrency"), Description("DKK.")]
    public string PriceCurrency { get; init; } = "DKK";

    [JsonPropertyName("availability"), Description("`InStock`, `LimitedAvailability` or `SoldOut`.")]
    public required string Availability { get; init; }

    [JsonPropertyName("url"), Description("Where one gets a ticket or signs up, else its page.")]
    public required string Url { get; init; }

    [JsonPropertyName("validFrom"), Description("When booking opens.")]
    public string? ValidFrom { get; init; }
}

internal sealed record Organization(
    [property: JsonPropertyName("name"), Description("Its name.")] string Name,
    [property: JsonPropertyName("url"), Description("Its site.")] string? Url) : Thing("Organization");

internal sealed record Audience([property: JsonPropertyName("audienceType"), Description("In Danish, e.g. «Børn».")] string AudienceType) : Thing("Audience");

internal sealed record Subject(
    [property: JsonPropertyName("name"), Description("The topic, or the focus area's title.")] string Name,
    [property: JsonPropertyName("url"), Description("The focus area's page.")] string? Url) : Thing("Thing");

internal sealed record EventSeries(
    [property: JsonPropertyName("@id"), Description("The permanent id of the series.")] string Id,
    [property: JsonPropertyName("name"), Description("Its title.")] string Name,
    [property: JsonPropertyName("url"), Description("Its page.")] string Url) : Thing("EventSeries");
