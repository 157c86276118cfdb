using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>Signing in with the municipality's account, in a browser: there, back, out, and again where the session had run out.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class EntraTests
{
    [Test]
    public async Task With_the_municipalitys_account_one_is_in_and_out_and_a_session_that_has_run_out_goes_on()
    {
        await using var directory = await IdentityProvider.StartAsync();
        directory.Account = new DirectoryAccount("Karen Kommune", "karen@kommune.example") { Roles = ["redaktoer"] };
        directory.AsksFirst = true;
        await using var cms = await CmsProcess.StartAsync(null, [.. directory.Settings, ("Hedensted:Auth:Entra:Groups:redaktoer", "editor")]);
        await using var window = await Browser.OpenAsync();
        await using var backoffice = await Backoffice.OpenAsync(window, cms);
        var page = backoffice.Page;

        await page.GotoAsync(new Uri(cms.Address, "/umbraco/section/media").ToString());
        var button = page.GetByRole(AriaRole.Link, new() { Name = "Log ind med Hedensted Kommune" });
        await button.WaitForAsync();
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        await PictureAsync(page, "sign-in");
        await button.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Fortsæt som Karen Kommune" }).ClickAsync();
        await page.Locator("umb-backoffice-main").WaitForAsync();
        Assert.That(new Uri(page.Url).AbsolutePath, Does.StartWith("/umbraco/section/media"), "where she was going");
        await backoffice.SettledAsync();

        // The session ends while she works: the window that the backoffice opens goes to the directory and back, and she goes on.
        await backoffice.FollowAsync("section/content");
        await window.ClearCookiesAsync();
        await page.Locator("umb-current-user-header-app uui-button").ClickAsync();
        var again = page.Locator("umb-app-auth-modal");
        await again.WaitForAsync();
        var popup = await page.RunAndWaitForPopupAsync(() => again.Locator("uui-button").First.ClickAsync());
        await popup.GetByRole(AriaRole.Link, new() { Name = "Log ind med Hedensted Kommune" }).ClickAsync();
        await popup.GetByRole(AriaRole.Link, new() { Name = "Fortsæt som Karen Kommune" }).ClickAsync();
        await again.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await backoffice.GoToAsync("section/content");
        await page.Locator("umb-current-user-header-app uui-button").ClickAsync();
        await page.Locator("umb-current-user-modal").GetByRole(AriaRole.Button, new() { Name = "Log ud", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/umbraco/logout**");
        Assert.That(directory.SignedOut, Has.Count.EqualTo(1), "signed out there too");

        directory.Account = directory.Account with { Roles = [] };
        await page.GotoAsync(new Uri(cms.Address, "/umbraco/section/content").ToString());
        await button.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Fortsæt som Karen Kommune" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("har ikke en rolle, der giver adgang");
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        await page.SetViewportSizeAsync(390, 844);
        await PictureAsync(page, "refused-on-a-phone");
        await BackofficeWindow.FillAsync(page); // the way in beside it
        await page.Locator("umb-backoffice-main").WaitForAsync();
    }

    private static Task PictureAsync(IPage page, string name) => Environment.GetEnvironmentVariable("HEDENSTED_TEST_PICTURES") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"entra-{name}.png") })
        : Task.CompletedTask;
}
