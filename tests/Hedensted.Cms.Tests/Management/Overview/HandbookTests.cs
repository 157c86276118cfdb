using System.Text.RegularExpressions;
using Hedensted.Cms.Management.Handbook;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.Overview;

/// <summary>The handbook behind the help button.</summary>
public partial class HandbookTests
{
    private static readonly Lazy<HandbookPages> Carried = new(() => new HandbookPages());

    [Test]
    public void Every_link_between_pages_leads_to_a_page_and_every_link_to_a_heading_to_a_heading()
    {
        var ids = Carried.Value.All.ToDictionary(page => page.Id, page => HeadingId().Matches(page.Html).Select(match => match.Groups[1].Value).ToHashSet());
        var wrong = Carried.Value.All.SelectMany(page => Link().Matches(page.Html).Select(match => match.Groups[1].Value.Split('/', 2)))
            .Where(target => !ids.TryGetValue(target[0], out var headings) || (target.Length > 1 && !headings.Contains(Uri.UnescapeDataString(target[1]))))
            .Select(target => string.Join('/', target));
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_first_page_leads_to_every_other()
    {
        var first = Carried.Value.All[0];
        var led = Link().Matches(first.Html).Select(match => match.Groups[1].Value.Split('/')[0]).ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(first.Id, Is.EqualTo(HandbookPages.First));
            Assert.That(Carried.Value.All.Skip(1).Select(page => page.Id).Except(led), Is.Empty);
        });
    }

    [TestCase("log-ind", "adgangskode")]
    [TestCase("traeet", "Søg")]
    [TestCase("skriv-og-udgiv", "Planlæg")]
    [TestCase("arrangementer", "Aflyst")]
    [TestCase("billeder", "billedtekst")]
    [TestCase("fortryd", "Fortryd ændringer")]
    [TestCase("sammen", "Gem det valgte")]
    [TestCase("overblik", "Mine kladder")]
    [TestCase("sprog", "dansk")]
    [TestCase("skaerme", "/skaerm/")]
    public void A_page_is_about_what_it_is_looked_up_for(string id, string word) =>
        Assert.That(Carried.Value.All.Single(page => page.Id == id).Text, Does.Contain(word));

    [Test]
    public void Markup_that_is_not_Markdowns_own_is_shown_and_not_run()
    {
        var pages = new HandbookPages(new Dictionary<string, string> { ["README"] = "# Titel\n\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n[Mere](mere.md#her)", ["mere"] = "# Mere\n\n## Her" });
        Assert.Multiple(() =>
        {
            Assert.That(pages.All[0].Html, Does.Not.Contain("<script").And.Not.Contain("<img"));
            Assert.That(pages.All[0].Html, Does.Contain("href=\"#mere/her\""));
            Assert.That(pages.All[0].Title, Is.EqualTo("Titel"));
        });
    }

    [Test]
    public void A_link_to_a_page_that_is_not_there_is_refused() =>
        Assert.That(() => new HandbookPages(new Dictionary<string, string> { ["README"] = "[Væk](vaek.md)" }), Throws.InvalidOperationException);

    [Test]
    public async Task Everybody_who_is_signed_in_may_read_it()
    {
        var (colleague, _, _) = await Rikke.InAsync(Host, Group([], []));
        var pages = (await colleague.GetAsync("hedensted/handbook"))!["pages"]!.AsArray();
        Assert.That(pages[0]!["title"]!.GetValue<string>(), Is.EqualTo("Redaktørens håndbog"));
    }

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<h[1-6] id=\"([^\"]+)\"")]
    private static partial Regex HeadingId();
}
