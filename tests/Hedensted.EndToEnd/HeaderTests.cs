using System.Xml.Linq;

namespace Hedensted.EndToEnd;

/// <summary>What every answer tells browsers to refuse, and what none tells about the server.</summary>
public class HeaderTests : SiteTests
{
    [TestCase("/", "frame-ancestors 'self'")]
    [TestCase("/findes-ikke", "frame-ancestors 'self'")]
    [TestCase("/strategi", "script-src 'none'")]
    [TestCase("/skaerm/hedensted", "frame-ancestors")]
    [TestCase("/graphql?query={__typename}", "frame-ancestors 'none'")]
    [TestCase("/umbraco", "frame-ancestors 'none'")]
    [TestCase("/umbraco/logout", "frame-ancestors 'self'")]
    [TestCase("/umbraco/management/api/v1/server/status", "frame-ancestors 'none'")]
    [TestCase("/umbraco/management/api/v1/user/current", "frame-ancestors 'none'")]
    [TestCase("/umbraco/setup?token=forkert", "frame-ancestors 'none'")]
    [TestCase("/media/findes/ikke.svg", "default-src 'none'")]
    [TestCase("/health/ready", "frame-ancestors 'none'")]
    [TestCase("/sitemap.xml", "default-src 'none'")]
    [TestCase("/feeds/events.ics", "default-src 'none'")]
    [TestCase("/api/v1/events", "default-src 'none'")]
    [TestCase("/embed", "script-src 'self';")]
    [TestCase("/embed/events.js", "default-src 'none'")]
    [TestCase("/swagger/index.html", "script-src 'self';")]
    public async Task Every_answer_says_what_browsers_must_refuse(string path, string policy)
    {
        using var http = new HttpClient { BaseAddress = Cms.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.LessThan(500));
            Assert.That(Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Header("Content-Security-Policy"), Does.Contain(policy));
            Assert.That(Header("Referrer-Policy"), Is.Not.Empty);
            Assert.That(Header("Server"), Is.Empty);
            Assert.That(Header("X-Powered-By"), Is.Empty);
        });
    }

    [TestCase("/", 200)]
    [TestCase("/strategi", 200)]
    [TestCase("/findes-ikke", 404)]
    [TestCase("/skaerm/hedensted", 200)]
    [TestCase("/umbraco", 200)]
    [TestCase("/sitemap.xml", 200)]
    [TestCase("/feeds/events.ics", 200)]
    [TestCase("/api/v1/opening_hours", 200)]
    [TestCase("/embed/events.js", 200)]
    [TestCase("/health/ready", 200)]
    public async Task A_monitor_may_ask_for_the_head_alone(string path, int status)
    {
        using var http = new HttpClient { BaseAddress = Cms.Address };
        using var whole = await http.GetAsync(new Uri(path, UriKind.Relative));
        using var question = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        using var head = await http.SendAsync(question);
        Assert.Multiple(async () =>
        {
            Assert.That((int)head.StatusCode, Is.EqualTo(status));
            Assert.That(head.Content.Headers.ContentType, Is.EqualTo(whole.Content.Headers.ContentType));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
        });
    }

    [Test]
    public async Task Every_address_that_search_engines_are_told_is_a_page_and_is_told_once()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Cms.Address };
        var told = XDocument.Parse(await http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)))
            .Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value)).ToList();
        Assert.That(told.Select(address => address.AbsolutePath), Is.Unique.And.SupersetOf(new[] { "/", "/strategi", "/steder/hedensted" }));
        foreach (var address in told)
        {
            using var answer = await http.GetAsync(address);
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), address.AbsolutePath);
        }
    }
}
