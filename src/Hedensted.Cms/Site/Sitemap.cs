using System.Globalization;
using System.Xml.Linq;

namespace Hedensted.Cms.Site;

/// <summary>Tells search engines what there is (sitemaps.org, version 0.9).</summary>
internal static class Sitemap
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Every page's address and when it was last published.</summary>
    public static IResult Write(HttpContext context, SiteReader reader)
    {
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        var urls = new List<XElement> { new(Schema + "url", new XElement(Schema + "loc", origin + "/")) };
        string? after = null;
        do
        {
            var page = reader.Read<AddressesAnswer>(SiteQueries.Addresses, new { after }).Contents;
            urls.AddRange(page.Items.Where(node => SitePages.HasOwnPage(node.ContentType)).Select(node => new XElement(
                Schema + "url",
                new XElement(Schema + "loc", origin + node.Path),
                new XElement(Schema + "lastmod", node.PublishedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));
            after = page.PageInfo is { HasNextPage: true } more ? more.EndCursor : null;
        }
        while (after is not null);

        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new XElement(Schema + "urlset", urls)}", "application/xml");
    }

    /// <summary>The backoffice is nothing for search engines.</summary>
    public static IResult Robots(HttpContext context) =>
        Results.Text($"User-agent: *\nDisallow: /umbraco\nDisallow: /skaerm\nSitemap: {context.Request.Scheme}://{context.Request.Host}/sitemap.xml\n");
}
