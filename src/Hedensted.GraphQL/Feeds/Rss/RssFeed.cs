using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hedensted.GraphQL.Feeds.Reading;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Feeds.Rss;

/// <summary>Dates as <see href="https://www.rssboard.org/rss-specification">RSS 2.0</see>, with the <see href="http://purl.org/rss/1.0/modules/event/">event module</see>.</summary>
internal static class RssFeed
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/rss+xml; charset=utf-8";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Event = "http://purl.org/rss/1.0/modules/event/";

    /// <summary>The document's octets.</summary>
    public static byte[] Write(FeedChannel channel, IReadOnlyList<FeedEntry> entries)
    {
        var document = new XElement(
            "rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "atom", Atom),
            new XAttribute(XNamespace.Xmlns + "ev", Event),
            new XElement(
                "channel",
                Text("title", channel.Title),
                Text("link", channel.Page),
                Text("description", channel.Description),
                new XElement(Atom + "link", new XAttribute("href", channel.Self), new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml")),
                Text("language", "da"),
                Text("copyright", FeedLicence.Text),
                entries.Count == 0 ? null : Text("lastBuildDate", Rfc822(entries.Max(entry => entry.ModifiedAt))),
                Text("docs", "https://www.rssboard.org/rss-specification"),
                Text("ttl", "60"),
                entries.Select(Item)));
        using var octets = new MemoryStream();
        using (var writer = XmlWriter.Create(octets, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            document.Save(writer);
        }

        return octets.ToArray();
    }

    private static XElement Item(FeedEntry entry) => new(
        "item",
        Text("title", entry.Headline),
        Text("link", entry.Url),
        new XElement("guid", new XAttribute("isPermaLink", "false"), $"urn:uuid:{entry.Occurrence.Id}"),
        Text("pubDate", Rfc822(entry.ModifiedAt)),
        Text("description", Description(entry)),
        entry.Categories.Select(category => Text("category", category)),
        Text(Event + "startdate", entry.Occurrence.StartsAt.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)),
        Text(Event + "enddate", entry.Occurrence.EndsAt.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)),
        entry.Location is { } location ? Text(Event + "location", location) : null);

    // Markup as the text of an element: the writer escapes it, so that nothing in it can end the element.
    private static string Description(FeedEntry entry)
    {
        var html = new StringBuilder();
        Paragraph(entry.StatusLine, "<strong>", "</strong>");
        Paragraph($"{entry.Occurrence.DisplayDate} {entry.Occurrence.DisplayTime}");
        Paragraph(entry.Location);
        Paragraph(entry.TopicLine);
        Paragraph(entry.Occurrence.Teaser);
        html.Append(entry.Html);
        Paragraph(entry.Occurrence.Note);
        Paragraph(entry.PriceLine);
        return html.ToString();

        void Paragraph(string? text, string before = "", string after = "")
        {
            if (text is not null)
            {
                html.Append("<p>").Append(before).Append(HtmlCleaner.Escape(text)).Append(after).Append("</p>");
            }
        }
    }

    private static XElement Text(XName name, string text) => new(name, XmlText.Allowed(text));

    private static string Rfc822(DateTimeOffset moment) => moment.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
