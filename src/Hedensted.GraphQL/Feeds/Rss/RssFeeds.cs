using Hedensted.GraphQL.Feeds.Asking;

namespace Hedensted.GraphQL.Feeds.Rss;

/// <summary>The calendar, or a part of it, for feed readers and newsletters.</summary>
internal static class RssFeeds
{
    public static Feed Events { get; } = new(
        "/feeds/events.rss",
        new ApiOperation(
            "events_rss",
            "Feeds",
            "The calendar for feed readers",
            "What is not over yet as RSS 2.0, by start. `guid` is the id of the date and never changes; `pubDate` is when it was published last. " +
            "The event module's `ev:startdate` and `ev:enddate` are when it takes place. The description is clean HTML.",
            FeedParameters.All,
            RssFeed.MediaType,
            "An RSS document with an item for each date.")
        {
            Example = """
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:ev="http://purl.org/rss/1.0/modules/event/">
                  <channel>
                    <title>Folkebiblioteket i Hedensted kommune</title>
                    <link>https://hedensted.example/</link>
                    <description>Det sker på bibliotekerne.</description>
                    <item>
                      <title>Strik og snak</title>
                      <link>https://hedensted.example/arrangementer/strik-og-snak</link>
                      <guid isPermaLink="false">urn:uuid:4e663554-9a1d-84ee-84c8-f040b0390c2f</guid>
                      <ev:startdate>2026-12-10T19:00:00+01:00</ev:startdate>
                    </item>
                  </channel>
                </rss>
                """,
        },
        request =>
        {
            var (channel, entries) = request.Read(out _);
            return new FeedBody(RssFeed.Write(channel, entries), entries.Count);
        });
}
