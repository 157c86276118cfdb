using Hedensted.Bibliotek;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>Ten minutes between two meetings: an editor finds, publishes, copies and begins events.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class ListTests : BackofficeTests
{
    private const string List = "hedensted-event-list";
    private const string Many = "hedensted-many-modal";

    [Test]
    public async Task Events_are_found_published_taken_down_and_copied_from_the_list_and_begun_from_a_template()
    {
        var word = $"Kærlighed {Guid.NewGuid():N}"[..18];
        var day = DanishTime.Today.AddDays(40).AddHours(19);
        using var session = await SignInAsync();
        var (first, _) = await session.PublishEventAsync($"{word} til bøger", day);
        await session.PublishEventAsync($"{word} til byen", day.AddDays(1));
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        var list = page.Locator(List);
        var rows = list.Locator("uui-table-row");

        // By words: dates as Danes write them, the place by its name, the status as citizens read it.
        await backoffice.GoToAsync($"section/content/workspace/document/edit/{StartingSite.Events}/invariant/view/collection");
        await Assertions.Expect(list.GetByRole(AriaRole.Status)).ToContainTextAsync("kommende arrangementer");
        Assert.That((await Accessibility.BreachesAsync(page)).Where(breach => breach.Contains(List, StringComparison.Ordinal) && !breach.Contains("umb-table", StringComparison.Ordinal)), Is.Empty);
        await page.Locator("umb-collection-filter-field input").FillAsync(word);
        await Assertions.Expect(list.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 kommende arrangementer");
        await Assertions.Expect(rows.First).ToContainTextAsync("kl. 19.00");
        await Assertions.Expect(rows.First).ToContainTextAsync("Hedensted Bibliotek");
        await Assertions.Expect(rows.First).ToContainTextAsync("Planlagt");

        // Nothing fits: the filters stay, and say how to go on. The keyboard is enough.
        await list.GetByLabel("Status").SelectOptionAsync("Udsolgt");
        await Assertions.Expect(list.GetByRole(AriaRole.Status)).ToHaveTextAsync("Ingen kommende arrangementer passer til det, du har valgt.");
        await list.GetByRole(AriaRole.Button, new() { Name = "Ryd filtre" }).PressAsync("Enter");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await list.GetByLabel("Kommende").PressAsync("ArrowRight");
        await Assertions.Expect(list.GetByRole(AriaRole.Status)).ToHaveTextAsync("Der er ingen afholdte arrangementer.");
        await list.GetByLabel("Afholdte").PressAsync("ArrowLeft");
        await Assertions.Expect(rows).ToHaveCountAsync(2);

        // Both are taken down, and are drafts.
        await ChooseAllAsync(list);
        await page.Locator("umb-collection-selection-actions").GetByText("Afpublicér").ClickAsync();
        await Assertions.Expect(page.Locator(Many)).ToContainTextAsync("Afpublicér 2 sider?");
        Assert.That((await Accessibility.BreachesAsync(page)).Where(breach => breach.Contains(Many, StringComparison.Ordinal)), Is.Empty);
        await page.Locator($"{Many} #confirm").ClickAsync();
        await Assertions.Expect(rows.Filter(new() { HasText = "Ikke udgivet" })).ToHaveCountAsync(2);

        // A copy is a draft without a date, and is opened.
        await rows.First.Locator("[data-mark='open-dropdown']").ClickAsync();
        await page.GetByText("Kopiér arrangement").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/document/edit/", StringComparison.Ordinal) && !url.Contains(StartingSite.Events.ToString(), StringComparison.Ordinal));
        await Assertions.Expect(backoffice.Name).ToHaveValueAsync($"{word} til bøger (1)");
        Assert.That(page.Url, Does.Not.Contain(first.ToString()));

        // All three are published; the copy cannot be, and it says why and leads there.
        await backoffice.FollowAsync($"section/content/workspace/document/edit/{StartingSite.Events}/invariant/view/collection");
        await page.Locator("umb-collection-filter-field input").FillAsync(word);
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await ChooseAllAsync(list);
        await page.Locator("umb-collection-selection-actions").GetByText("Udgiv", new() { Exact = true }).ClickAsync();
        await page.Locator($"{Many} #confirm").ClickAsync();
        await Assertions.Expect(page.Locator(Many)).ToContainTextAsync("Starter: Vælg, hvornår det starter.");
        Assert.That((await Accessibility.BreachesAsync(page)).Where(breach => breach.Contains(Many, StringComparison.Ordinal)), Is.Empty);
        await page.Locator(Many).GetByRole(AriaRole.Link, new() { Name = $"{word} til bøger (1)" }).ClickAsync();
        await Assertions.Expect(backoffice.Name).ToHaveValueAsync($"{word} til bøger (1)");

        // A new meeting begins with what such a meeting always has.
        await backoffice.FollowAsync($"section/content/workspace/document/edit/{StartingSite.Events}/invariant/view/collection");
        await page.Locator("umb-create-document-collection-action uui-button").First.ClickAsync();
        await page.Locator("umb-create-document-collection-action uui-menu-item[label='Dialogmøde']").ClickAsync();
        await page.Locator("umb-document-create-options-modal uui-menu-item[label='Dialogmøde']").ClickAsync();
        await page.WaitForURLAsync("**/create/**");
        await Assertions.Expect(backoffice.Field("teaser").Locator("textarea")).ToHaveValueAsync("En samtale om noget, vi ser forskelligt på – med plads til at skifte mening.");
        Assert.That(backoffice.Faults, Is.Empty);
    }

    private static Task ChooseAllAsync(ILocator list) => list.Locator("uui-table-head uui-checkbox").ClickAsync();
}
