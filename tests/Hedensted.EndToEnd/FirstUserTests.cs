using System.Text.RegularExpressions;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>How somebody gets in the first time, and every time after.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public partial class FirstUserTests : SiteTests
{
    [Test]
    public async Task The_link_that_the_server_prints_makes_the_first_administrator_and_then_is_dead()
    {
        await using var cms = await CmsProcess.StartAsync(null, ("Umbraco:CMS:Unattended:UnattendedUserEmail", ""), ("Umbraco:CMS:Unattended:UnattendedUserPassword", ""));
        var link = await LinkAsync(cms);
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(link);
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);

        await page.GetByLabel("Navn").FillAsync("Birgit Bibliotekar");
        await page.GetByLabel("E-mail").FillAsync("birgit@example.dk");
        await page.GetByLabel("Adgangskode", new() { Exact = true }).FillAsync("kort");
        await page.GetByLabel("Gentag adgangskoden").FillAsync("kort");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opret bruger" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[role=alert]').textContent.length > 10");

        await page.GetByLabel("Adgangskode", new() { Exact = true }).FillAsync(CmsProcess.AdministratorPassword);
        await page.GetByLabel("Gentag adgangskoden").FillAsync(CmsProcess.AdministratorPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Opret bruger" }).ClickAsync();
        await page.Locator("umb-document-tree-item, umb-tree-item").First.WaitForAsync();

        await using var stranger = await Browser.OpenAsync();
        var late = await stranger.NewPageAsync();
        var answer = await late.GotoAsync(link);
        Assert.Multiple(async () =>
        {
            Assert.That(answer!.Status, Is.EqualTo(404));
            Assert.That(await late.GetByRole(AriaRole.Heading, new() { Name = "Linket gælder ikke længere" }).IsVisibleAsync());
            Assert.That(await Accessibility.BreachesAsync(late), Is.Empty);
        });
    }

    [TestCase(1280, 900, false)]
    [TestCase(390, 844, true)]
    public async Task Axe_finds_nothing_on_the_sign_in_page_also_when_it_refuses(int width, int height, bool phone)
    {
        await using var window = await Browser.OpenAsync(width, height, phone);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/umbraco"));
        await page.Locator("[name=username]").WaitForAsync(new() { Timeout = 60_000 });
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);

        await page.FillAsync("[name=username]", $"{Guid.NewGuid():N}@example.dk");
        await page.FillAsync("[name=password]", "en forkert adgangskode");
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.GetByText("E-mail eller adgangskode er forkert").WaitForAsync();
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
    }

    private static async Task<string> LinkAsync(CmsProcess cms)
    {
        // Printed right after the line that the start waits for.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (SetUpLink().Match(cms.Output) is { Success: true } link)
            {
                return link.Value;
            }

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    [GeneratedRegex(@"http://\S+/umbraco/setup\?token=\S+")]
    private static partial Regex SetUpLink();
}
