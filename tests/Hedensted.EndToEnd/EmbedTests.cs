using System.IO.Compression;
using System.Net;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>What happens at the libraries, on a partner's page: under its rules, whatever its styles, and never an empty box.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class EmbedTests : SiteTests
{
    private const string Fallback = """<a href="https://bibliotek.example/">Se bibliotekets kalender</a>""";

    [Test]
    public async Task It_stands_on_a_strict_page_without_a_breach_a_cookie_or_anything_from_elsewhere()
    {
        await using var partner = await ForeignSite.StartAsync(Cms.Address, $"<hedensted-events heading=\"Det sker på biblioteket\" images limit=\"6\">{Fallback}</hedensted-events>");
        await using var window = await Browser.OpenAsync();
        var (page, watch) = await VisitAsync(window, partner);
        await Expect(page.Locator("hedensted-events li")).ToHaveCountAsync(6);
        await PictureAsync(page, "indlejret");

        Assert.Multiple(async () =>
        {
            Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
            Assert.That(await page.EvaluateAsync<string[]>("() => window.breaches"), Is.Empty);
            Assert.That(watch.Complaints, Is.Empty);
            Assert.That(await window.CookiesAsync(), Is.Empty);
            Assert.That(await page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"), Is.Zero);
            Assert.That(watch.Asked.Select(address => new Uri(address).Authority).Distinct(), Is.EquivalentTo(new[] { partner.Address.Authority, Cms.Address.Authority }));
            Assert.That(await page.GetByRole(AriaRole.Region, new() { Name = "Det sker på biblioteket" }).GetByRole(AriaRole.Listitem).CountAsync(), Is.EqualTo(6));
            Assert.That(await page.GetByRole(AriaRole.Heading, new() { Name = "Det sker på biblioteket", Level = 2 }).CountAsync(), Is.EqualTo(1));
            Assert.That(await page.Locator("hedensted-events h3 a").First.GetAttributeAsync("href"), Does.StartWith(Cms.Address.ToString()));
            Assert.That(await page.Locator("hedensted-events time").First.InnerTextAsync(), Does.Match(@"^\w+dag \d{1,2}\. \w+ \d{4} kl\. \d\d\.\d\d|Hele dagen").IgnoreCase);
        });
    }

    [Test]
    public async Task The_pages_styles_end_where_the_list_begins_and_its_own_colours_go_in()
    {
        await using var partner = await ForeignSite.StartAsync(
            Cms.Address, "<div class=\"hostile\"><hedensted-events class=\"own\" heading=\"Det sker\" limit=\"2\"></hedensted-events></div>");
        await using var window = await Browser.OpenAsync();
        var (page, _) = await VisitAsync(window, partner);
        await page.Locator("hedensted-events li").First.WaitForAsync();
        await PictureAsync(page, "indlejret-fjendtlig");

        Task<string> Style(string part, string property) => page.Locator($"hedensted-events {part}").First.EvaluateAsync<string>($"one => getComputedStyle(one).{property}");
        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator("hedensted-events li").First.IsVisibleAsync());
            Assert.That(await Style("h3 a", "color"), Is.EqualTo("rgb(22, 36, 31)"));
            Assert.That(await Style("h3", "letterSpacing"), Is.EqualTo("normal"));
            Assert.That(await Style("h3", "textTransform"), Is.EqualTo("none"));
            Assert.That(await Style("li", "textAlign"), Is.EqualTo("start"));
            Assert.That(await Style("time", "color"), Is.EqualTo("rgb(122, 31, 61)"), "the page's own accent");
            Assert.That(await Style("li", "fontFamily"), Is.EqualTo("Georgia, serif"));
            Assert.That(await Style("h2", "textTransform"), Is.EqualTo("uppercase"), "::part(heading)");
        });
    }

    [Test]
    public async Task Attributes_narrow_the_list_also_when_they_change()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        using var editor = await SignInAsync();
        await editor.PublishEventAsync($"Først {name}", new DateTime(2032, 5, 4, 10, 0, 0));
        await editor.PublishEventAsync($"Senere {name}", new DateTime(2032, 5, 5, 10, 0, 0));
        await using var partner = await ForeignSite.StartAsync(
            Cms.Address, "<hedensted-events branch=\"hedensted\" audience=\"adults\" kind=\"event\" focus-area=\"kultur-for-at-laese\" from=\"2032-05-04\" to=\"2032-05-04\"></hedensted-events>");
        await using var window = await Browser.OpenAsync();
        var (page, watch) = await VisitAsync(window, partner);
        var titles = page.Locator("hedensted-events h2");
        await Expect(titles).ToHaveTextAsync([$"Først {name}"]);

        await SetAsync(page, "to", "2032-05-05");
        await Expect(titles).ToHaveTextAsync([$"Først {name}", $"Senere {name}"]);
        await SetAsync(page, "limit", "1");
        await Expect(titles).ToHaveTextAsync([$"Først {name}"]);
        await SetAsync(page, "heading-level", "4");
        await Expect(page.Locator("hedensted-events h4")).ToHaveTextAsync([$"Først {name}"]);
        await SetAsync(page, "audience", "toddlers");
        await Expect(page.Locator("hedensted-events")).ToContainTextAsync("Ingen arrangementer lige nu");
        Assert.That(watch.Complaints, Is.Empty, "there is nothing wrong with the question");
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);

        await page.RunAndWaitForConsoleMessageAsync(
            () => SetAsync(page, "branch", "hedensten"), new() { Predicate = message => message.Text.Contains("branch=\"hedensten\" findes ikke. Der er hedensted,", StringComparison.Ordinal) });
    }

    [Test]
    public async Task What_is_cancelled_stays_in_the_list_and_says_so()
    {
        await using var partner = await ForeignSite.StartAsync(Cms.Address, "<hedensted-events limit=\"50\"></hedensted-events>");
        await using var window = await Browser.OpenAsync(390, 844, phone: true);
        var (page, _) = await VisitAsync(window, partner);
        var cancelled = page.Locator("hedensted-events li.cancelled").First;
        await Expect(cancelled.Locator(".status")).ToHaveTextAsync("Aflyst");
        await cancelled.ScrollIntoViewIfNeededAsync();
        await PictureAsync(page, "indlejret-telefon");
        Assert.Multiple(async () =>
        {
            Assert.That(await cancelled.Locator(".reason").InnerTextAsync(), Is.Not.Empty);
            Assert.That(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "nothing falls outside");
            Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        });
    }

    [Test]
    public async Task A_dialogue_meeting_is_told_by_its_kind_and_topic()
    {
        await using var partner = await ForeignSite.StartAsync(Cms.Address, "<hedensted-events source=\"dialogue_meeting\" heading=\"Tal med\"></hedensted-events>", look: "dark");
        await using var window = await Browser.OpenAsync();
        var (page, _) = await VisitAsync(window, partner);
        var items = page.Locator("hedensted-events li");
        await items.First.WaitForAsync();
        await PictureAsync(page, "indlejret-moerk");
        Assert.Multiple(async () =>
        {
            Assert.That(await items.Locator(".kind").AllInnerTextsAsync(), Is.All.EqualTo("Dialogmøde"));
            Assert.That(await items.Locator(".text").First.InnerTextAsync(), Is.Not.Empty);
            Assert.That(await items.First.EvaluateAsync<string>("one => getComputedStyle(one).color"), Is.EqualTo("rgb(238, 244, 241)"), "light on dark, as the page is");
            Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        });
    }

    [Test]
    public async Task What_the_page_has_between_the_tags_stays_when_nobody_answers()
    {
        await using var cms = await CmsProcess.StartAsync();
        await using var partner = await ForeignSite.StartAsync(
            cms.Address, $"<hedensted-events id=\"med\">{Fallback}</hedensted-events><hedensted-events id=\"uden\"> </hedensted-events>");
        await using var window = await Browser.OpenAsync();

        // The script arrives, the answer does not.
        await window.RouteAsync("**/graphql/**", route => route.AbortAsync());
        var (page, _) = await VisitAsync(window, partner);
        await Expect(page.Locator("#uden")).ToContainTextAsync("Arrangementerne kan ikke hentes lige nu.");
        await Expect(page.Locator("#med a")).ToBeVisibleAsync();
        await Expect(page.Locator("#med a")).ToHaveTextAsync("Se bibliotekets kalender");
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);

        // It answers again; then the server goes while the list is shown.
        await window.UnrouteAsync("**/graphql/**");
        await page.EvaluateAsync("() => Promise.all([...document.querySelectorAll('hedensted-events')].map(one => one.refresh()))");
        await page.Locator("#uden li").First.WaitForAsync();
        await page.Locator("#med li").First.WaitForAsync();
        await Expect(page.Locator("#med > a")).Not.ToBeVisibleAsync();
        await cms.KillAsync();
        await page.EvaluateAsync("() => document.querySelector('#med').refresh()");
        await Expect(page.Locator("#med")).ToContainTextAsync("Kan ikke opdateres lige nu. Listen er fra kl.");
        await page.Locator("#med li").First.WaitForAsync();

        // Not even the script, for somebody who has never been there.
        await using var other = await Browser.OpenAsync();
        var (stranger, _) = await VisitAsync(other, partner);
        await Expect(stranger.Locator("#med > a")).ToBeVisibleAsync();
        Directory.Delete(cms.DataPath, recursive: true);
    }

    [Test]
    public async Task What_is_published_comes_by_itself_and_a_reader_keeps_their_place()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        using var editor = await SignInAsync();
        await editor.PublishEventAsync($"Første {name}", new DateTime(2032, 6, 4, 10, 0, 0));
        await using var partner = await ForeignSite.StartAsync(Cms.Address, "<hedensted-events from=\"2032-06-04\" to=\"2032-06-05\"></hedensted-events>");
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(partner.Address.ToString());
        var titles = page.Locator("hedensted-events h2");
        await Expect(titles).ToHaveTextAsync([$"Første {name}"]);
        await titles.Locator("a").First.FocusAsync();

        await editor.PublishEventAsync($"Anden {name}", new DateTime(2032, 6, 5, 10, 0, 0));
        await page.Clock.FastForwardAsync(6 * 60_000);
        await Expect(titles).ToHaveTextAsync([$"Første {name}", $"Anden {name}"]);
        Assert.That(await page.EvaluateAsync<string>("() => document.querySelector('hedensted-events').shadowRoot.activeElement?.textContent"), Is.EqualTo($"Første {name}"));
    }

    [Test]
    public async Task The_script_is_small_and_kept_but_asked_about()
    {
        var address = new Uri(Cms.Address, "/embed/events.js");
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        async Task<HttpResponseMessage> Ask(string encoding, string? tag = null)
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, address);
            question.Headers.Add("Accept-Encoding", encoding);
            if (tag is not null)
            {
                question.Headers.Add("If-None-Match", tag);
            }

            return await http.SendAsync(question);
        }

        using var plain = await Ask("identity");
        using var gzip = await Ask("gzip, deflate");
        using var brotli = await Ask("gzip, deflate, br");
        using var again = await Ask("gzip, deflate, br", brotli.Headers.ETag!.ToString());
        var text = await plain.Content.ReadAsStringAsync();
        Assert.Multiple(async () =>
        {
            Assert.That((await brotli.Content.ReadAsByteArrayAsync()).Length, Is.LessThan(15_000));
            Assert.That((await gzip.Content.ReadAsByteArrayAsync()).Length, Is.LessThan(15_000));
            Assert.That(await new StreamReader(new GZipStream(await gzip.Content.ReadAsStreamAsync(), CompressionMode.Decompress)).ReadToEndAsync(), Is.EqualTo(text));
            Assert.That(await new StreamReader(new BrotliStream(await brotli.Content.ReadAsStreamAsync(), CompressionMode.Decompress)).ReadToEndAsync(), Is.EqualTo(text));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(brotli.Headers.ETag, Is.Not.EqualTo(gzip.Headers.ETag));
            Assert.That(brotli.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/javascript; charset=utf-8"));
            Assert.That(brotli.Headers.CacheControl!.ToString(), Does.Contain("public").And.Contain("max-age=3600"));
            Assert.That(brotli.Headers.Vary, Is.EqualTo(new[] { "Accept-Encoding" }));
            Assert.That(brotli.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
            Assert.That(brotli.Headers.GetValues("Cross-Origin-Resource-Policy"), Is.EqualTo(new[] { "cross-origin" }));
            Assert.That(brotli.Headers.Contains("Set-Cookie"), Is.False);
        });
    }

    [TestCase(1440, 900, false)]
    [TestCase(390, 844, true)]
    public async Task The_example_page_shows_it_and_the_code_to_copy(int width, int height, bool phone)
    {
        await using var window = await Browser.OpenAsync(width, height, phone);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Vis arrangementer på din egen side" }).ClickAsync();
        await page.Locator("hedensted-events li").First.WaitForAsync();
        await PictureAsync(page, phone ? "indlejring-telefon" : "indlejring", whole: true);
        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator("pre").First.InnerTextAsync(), Does.Contain($"<script type=\"module\" src=\"{At("/embed/events.js")}\"></script>"));
            Assert.That(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "nothing falls outside");
            Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        });

        // Every attribute that the script listens to is told here.
        var told = await page.Locator("main dl.options dt code").AllInnerTextsAsync();
        var heard = await page.EvaluateAsync<string[]>("() => customElements.get('hedensted-events').observedAttributes");
        Assert.That(heard.Where(name => !told.Any(one => one == name || one.StartsWith(name + "=", StringComparison.Ordinal))), Is.Empty);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task SetAsync(IPage page, string attribute, string value) =>
        await page.EvaluateAsync("([attribute, value]) => document.querySelector('hedensted-events').setAttribute(attribute, value)", new[] { attribute, value });

    private static async Task<(IPage Page, Watch Watch)> VisitAsync(IBrowserContext window, ForeignSite partner)
    {
        var page = await window.NewPageAsync();
        var watch = new Watch([], []);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                watch.Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => watch.Complaints.Add(error);
        page.Request += (_, request) => watch.Asked.Add(request.Url);
        await page.AddInitScriptAsync("window.breaches = []; addEventListener('securitypolicyviolation', breach => window.breaches.push(breach.violatedDirective + ' ' + breach.blockedURI));");
        await page.GotoAsync(partner.Address.ToString());
        return (page, watch);
    }

    private static Task PictureAsync(IPage page, string name, bool whole = false) => Environment.GetEnvironmentVariable("HEDENSTED_TEST_PICTURES") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole })
        : Task.CompletedTask;

    private sealed record Watch(List<string> Complaints, List<string> Asked);
}
