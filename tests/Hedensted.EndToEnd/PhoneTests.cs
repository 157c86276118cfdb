using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>The backoffice in a hand: reading the overview and correcting a word on the bus.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class PhoneTests : BackofficeTests
{
    [Test]
    public async Task The_overview_is_read_and_a_word_corrected_on_a_phone()
    {
        var title = $"Bussen {Guid.NewGuid():N}"[..20];
        using var editor = await SignInAsync();
        var (key, _) = await editor.PublishEventAsync(title, DanishTime.Today.AddDays(1).AddHours(19));
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await page.SetViewportSizeAsync(390, 844);

        await backoffice.GoToAsync("section/content/dashboard/kalender");
        await AssertFitsAsync(page.Locator("hedensted-calendar-dashboard"));
        await backoffice.PictureAsync("phone-calendar");
        await backoffice.GoToAsync("section/content/dashboard/mine-kladder");
        await AssertFitsAsync(page.Locator("hedensted-drafts-dashboard"));
        await backoffice.PictureAsync("phone-drafts");

        // The tree lies over the page when it is asked for, and goes when something is chosen.
        var tree = page.Locator("umb-section-sidebar");
        await Assertions.Expect(tree).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Træ", Exact = true }).ClickAsync();
        await Assertions.Expect(tree).ToBeVisibleAsync();
        await backoffice.PictureAsync("phone-tree");
        await tree.GetByText("Hjem", new() { Exact = true }).First.ClickAsync();
        await page.WaitForURLAsync("**/workspace/document/**");
        await Assertions.Expect(tree).ToBeHiddenAsync();

        await backoffice.OpenAsync(key);
        await AssertFitsAsync(backoffice.Field("teaser"));
        await backoffice.PictureAsync("phone-event");
        await backoffice.FillAsync("teaser", "Rettet på bussen.");
        await backoffice.PublishAsync();
        await backoffice.PictureAsync("phone-published");
        Assert.That(backoffice.Faults, Is.Empty);
    }

    private static async Task AssertFitsAsync(ILocator shown)
    {
        await shown.WaitForAsync();
        var box = (await shown.BoundingBoxAsync())!;
        Assert.Multiple(() =>
        {
            Assert.That(box.X, Is.InRange(0, 48), "it begins where the screen does");
            Assert.That(box.X + box.Width, Is.InRange(300, 390), "and ends where the screen does");
        });
    }
}
