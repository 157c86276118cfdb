using System.Text;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Feeds.Asking;
using Hedensted.GraphQL.Feeds.Reading;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Feeds.SchemaOrg;

/// <summary>The calendar, or a part of it, and the pages of events, for search engines and others who speak schema.org.</summary>
internal static class StructuredDataFeeds
{
    /// <summary>So many dates of a series its page tells of.</summary>
    private const int MostOnPage = 50;

    public static Feed Events { get; } = new(
        "/feeds/events.json",
        new ApiOperation(
            "events_json",
            "Feeds",
            "The calendar in schema.org's words",
            "What is not over yet as JSON-LD: an `ItemList` of `Event`, by start.",
            FeedParameters.All,
            StructuredDataFormat.MediaType,
            "A list of events.")
        {
            Body = typeof(EventList),
            Example = """
                {
                  "@context": "https://schema.org", "@type": "ItemList", "name": "Folkebiblioteket i Hedensted kommune",
                  "url": "https://hedensted.example/feeds/events.json", "numberOfItems": 1, "itemListOrder": "https://schema.org/ItemListOrderAscending",
                  "itemListElement": [{
                    "@type": "ListItem", "position": 1,
                    "item": {
                      "@type": "Event", "@id": "urn:uuid:4e663554-9a1d-84ee-84c8-f040b0390c2f", "name": "Samtalesalon",
                      "url": "https://hedensted.example/arrangementer/samtalesalon",
                      "startDate": "2026-12-10T19:00:00+01:00", "endDate": "2026-12-10T21:00:00+01:00",
                      "eventStatus": "https://schema.org/EventScheduled",
                      "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                      "offers": [{ "@type": "Offer", "price": "0", "priceCurrency": "DKK", "availability": "https://schema.org/InStock", "url": "https://hedensted.example/arrangementer/samtalesalon" }],
                      "isAccessibleForFree": true,
                      "organizer": { "@type": "Organization", "name": "Folkebiblioteket i Hedensted kommune", "url": "https://hedensted.example/" }
                    }
                  }]
                }
                """,
        },
        request =>
        {
            var (channel, entries) = request.Read(out var matching);
            var list = new EventList
            {
                Name = channel.Title,
                Url = channel.Self,
                NumberOfItems = matching,
                ItemListElement = [.. entries.Select((entry, i) => new ListItem { Position = i + 1, Item = EventData.Of(entry, request.Scope, request.Origin) })],
            };
            return new FeedBody(StructuredDataFormat.Write(list), entries.Count);
        });

    /// <summary>What the page of an event says to search engines: its dates to come, else its last one. Safe inside a script element.</summary>
    /// <returns>JSON-LD; null when the document has no dates.</returns>
    public static string? OfPage(PublishedDocument document, ReadScope scope, Origin origin)
    {
        var dates = scope.Calendar.Of(document.Key);
        if (dates.IsEmpty)
        {
            return null;
        }

        var now = scope.Now();
        var coming = dates.Where(occurrence => occurrence.EndsAt > now).Take(MostOnPage).DefaultIfEmpty(dates[^1]);
        var events = coming.Select(occurrence => EventData.Of(new FeedEntry(occurrence, scope, origin), scope, origin, context: true)).ToList();
        return Encoding.UTF8.GetString(events is [var only] ? StructuredDataFormat.Write(only) : StructuredDataFormat.Write(events));
    }
}
