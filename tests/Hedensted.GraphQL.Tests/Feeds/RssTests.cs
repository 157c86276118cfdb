using Hedensted.Bibliotek.Calendar;
using Hedensted.Testing;

namespace Hedensted.GraphQL.Tests.Feeds;

/// <summary>The calendar as feed readers read it: by rss-parser, and well-formed for fast-xml-parser.</summary>
public class RssTests
{
    [Test]
    public async Task An_item_is_a_date_with_a_name_that_never_changes()
    {
        var library = new Library();
        var key = library.Event("Læsning & leg", "2026-12-03 19:00:00", "2026-12-03 21:00:00", new
        {
            teaser = "Æbler <og> pærer",
            description = new { markup = "<p>Se <a href=\"/strategi\">strategien</a> og <img src=\"/media/a.jpg\" alt=\"x\"></p>" },
            audiences = new[] { "Børn" },
            prices = Library.Blocks("priceBlock", new { name = "Børn", amount = 25 }),
        });
        await using var api = new FeedApi(library);
        using var readers = new FeedReaders();
        var feed = await readers.ReadAsync("rss", await api.ReadAsync("/feeds/events.rss?audience=CHILDREN"));

        var item = feed.At("items").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(feed.At("feedUrl").GetString(), Is.EqualTo("https://bibliotek.example/feeds/events.rss?audience=CHILDREN"));
            Assert.That(feed.At("language").GetString(), Is.EqualTo("da"));
            Assert.That(feed.At("copyright").GetString(), Does.Contain("CC BY 4.0"));
            Assert.That(item.At("title").GetString(), Is.EqualTo("Læsning & leg"));
            Assert.That(item.At("guid").GetString(), Is.EqualTo($"urn:uuid:{OccurrenceIds.Of(key)}"));
            Assert.That(item.At("link").GetString(), Does.StartWith("https://bibliotek.example/arrangementer/"));
            Assert.That(item.At("isoDate").GetString(), Is.EqualTo("2026-11-24T12:00:00.000Z"));
            Assert.That(item.At("ev:startdate").GetString(), Is.EqualTo("2026-12-03T19:00:00+01:00"));
            Assert.That(item.At("content").GetString(), Does.Contain("<p>Æbler &lt;og&gt; pærer</p>")
                .And.Contain("<a href=\"https://bibliotek.example/strategi\">").And.Contain("src=\"https://bibliotek.example/media/a.jpg\"")
                .And.Contain("torsdag 3. december 2026 kl. 19.00–21.00").And.Contain("Pris: 25 kr."));
            Assert.That(item.At("categories").EnumerateArray().Select(one => one.GetString()), Is.EqualTo(new[] { "Arrangement", "Børn" }));
        });
    }

    [Test]
    public async Task Hostile_and_impossible_characters_stay_text()
    {
        var library = new Library();
        library.Event("]]></title><script>alert(1)</script>\u0000\u000B\uFFFE 🎉", "2026-12-03 19:00:00", more: new
        {
            status = "Aflyst",
            statusReason = "]]> <b>&amp;</b>\r\n\u0001",
            description = new { markup = "<p onclick=\"x()\">Fin<script>alert(1)</script></p>" },
        });
        await using var api = new FeedApi(library);
        using var readers = new FeedReaders();
        var text = await api.ReadAsync("/feeds/events.rss");
        var item = (await readers.ReadAsync("rss", text)).At("items").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Not.Contain("<script"));
            Assert.That(item.At("title").GetString(), Is.EqualTo("Aflyst: ]]></title><script>alert(1)</script> 🎉"));
            Assert.That(item.At("content").GetString(), Does.StartWith("<p><strong>Aflyst: ]]&gt; &lt;b&gt;&amp;amp;&lt;/b&gt;").And.Contain("<p>Fin</p>"));
        });
    }
}
