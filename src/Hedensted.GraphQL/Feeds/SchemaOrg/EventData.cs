using System.Globalization;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Feeds.Reading;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Feeds.SchemaOrg;

/// <summary>A date as schema.org's <see href="https://schema.org/Event">Event</see>.</summary>
internal static class EventData
{
    /// <param name="entry">The date.</param>
    /// <param name="scope">What is read.</param>
    /// <param name="origin">Where the site is.</param>
    /// <param name="context">Whether it stands alone.</param>
    public static Event Of(FeedEntry entry, ReadScope scope, Origin origin, bool context = false)
    {
        var occurrence = entry.Occurrence;
        return new Event
        {
            Context = context ? StructuredDataFormat.Context : null,
            Id = $"urn:uuid:{occurrence.Id}",
            Name = occurrence.Title,
            Description = entry.StatusLine is { } status ? $"{status}\n\n{entry.Text}".Trim() : entry.Text,
            Url = entry.Url,
            StartDate = occurrence.AllDay ? Day(occurrence.LocalDate) : Moment(occurrence.StartsAt),
            EndDate = occurrence.AllDay ? Day(occurrence.LocalEndDate) : occurrence.EndIsKnown ? Moment(occurrence.EndsAt) : null,
            PreviousStartDate = entry.PreviousStart is not { } before ? null : occurrence.AllDay ? Day(DateOnly.FromDateTime(before.DateTime)) : Moment(before),
            EventStatus = Status(occurrence.Status),
            EventAttendanceMode = Word(entry.IsOnline ? "OnlineEventAttendanceMode"
                : occurrence.AttendanceMode == AttendanceMode.Hybrid ? "MixedEventAttendanceMode" : "OfflineEventAttendanceMode"),
            Location = NullIfEmpty(Locations(entry)),
            Offers = [.. Offers(entry)],
            IsAccessibleForFree = occurrence.IsFree,
            Organizer = entry.Organiser is { } organiser ? PartnerOf(organiser, scope, origin) : new Organization(Publisher(scope), origin.Of("/")),
            Contributor = NullIfEmpty(entry.Partners.Where(partner => partner.Key != entry.Organiser?.Key).Select(partner => PartnerOf(partner, scope, origin))),
            Image = entry.ImageUrl(width: 1280) is { } image ? [image] : null,
            Audience = NullIfEmpty(occurrence.Audiences.Select(audience => new Audience(Vocabulary.Audiences.Of(audience)))),
            TypicalAgeRange = Ages(occurrence.ValueOf("ageFrom").AsNumber(), occurrence.ValueOf("ageTo").AsNumber()),
            Keywords = NullIfEmpty(entry.Tags),
            About = NullIfEmpty(Subjects(entry, scope, origin)),
            MaximumAttendeeCapacity = entry.Capacity,
            SuperEvent = occurrence.Source == OccurrenceSource.Series
                ? new EventSeries($"urn:uuid:{occurrence.Document.Key}", occurrence.Document.Title(), entry.Url)
                : null,
        };
    }

    private static IEnumerable<Subject> Subjects(FeedEntry entry, ReadScope scope, Origin origin)
    {
        if (entry.Topic is { } topic)
        {
            yield return new Subject(topic, null);
        }

        foreach (var area in entry.FocusAreas)
        {
            yield return new Subject(area.Title(), origin.Of(scope.PathOf(area)));
        }
    }

    private static string Status(OccurrenceStatus status) => Word(status switch
    {
        OccurrenceStatus.Cancelled => "EventCancelled",
        OccurrenceStatus.Postponed => "EventPostponed",
        OccurrenceStatus.Rescheduled => "EventRescheduled",
        OccurrenceStatus.MovedOnline => "EventMovedOnline",
        _ => "EventScheduled",
    });

    private static IEnumerable<Location> Locations(FeedEntry entry)
    {
        if (!entry.IsOnline && entry.Place is { } place)
        {
            var address = entry.Address;
            yield return new Location("Place")
            {
                Name = entry.Room is { } room ? $"{place.Title()}, {room}" : place.Title(),
                Address = address is null ? null : new PostalAddress { StreetAddress = address.Street, PostalCode = address.PostalCode, AddressLocality = address.Town },
                Geo = address is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoCoordinates(latitude, longitude) : null,
            };
        }

        // One takes part by the page: the link itself is for those who have signed up.
        if (entry.IsOnline || entry.Occurrence.AttendanceMode == AttendanceMode.Hybrid)
        {
            yield return new Location("VirtualLocation") { Url = entry.Url };
        }
    }

    private static IEnumerable<Offer> Offers(FeedEntry entry)
    {
        var occurrence = entry.Occurrence;
        var availability = Word(occurrence.Status switch
        {
            OccurrenceStatus.SoldOut => "SoldOut",
            OccurrenceStatus.FewSeats => "LimitedAvailability",
            _ => "InStock",
        });
        foreach (var price in occurrence.Prices.DefaultIfEmpty(new Price("", 0, null)))
        {
            yield return new Offer
            {
                Name = price.Label.Length == 0 ? null : price.Label,
                Price = (price.Amount / 100m).ToString(price.Amount % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture),
                Availability = availability,
                Url = entry.TicketUrl ?? entry.Url,
                ValidFrom = entry.BookingOpens is { } opens ? Moment(opens) : null,
            };
        }
    }

    private static string Publisher(ReadScope scope) => scope.Home()?.Title() ?? FeedChannel.House;

    private static Organization PartnerOf(PublishedDocument partner, ReadScope scope, Origin origin) =>
        new(partner.Title(), Link.ListOf(partner.ValueOf("website")) is [var link, ..] ? origin.Of(link.Url(scope)) : null);

    private static string? Ages(int? from, int? to) =>
        (from, to) is (null, null) ? null : string.Create(CultureInfo.InvariantCulture, $"{from}-{to}");

    private static List<T>? NullIfEmpty<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } some ? some : null;

    private static string Word(string name) => $"{StructuredDataFormat.Context}/{name}";

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => WallTime.InDenmark(moment).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
}
