using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>An editor whose session ends while there is text on the screen.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class SessionTests : SiteTests
{
    [Test]
    public async Task What_was_typed_when_the_session_ended_is_saved_after_signing_in_again()
    {
        using var editor = await SignInAsync();
        var (key, _) = await editor.PublishEventAsync($"Udløb {Guid.NewGuid():N}", DanishTime.Today.AddDays(5).AddHours(19));
        var typed = $"Skrevet efter udløb {Guid.NewGuid():N}";

        await using var window = await Browser.OpenAsync();
        var page = await BackofficeWindow.SignInAsync(window, Cms);
        await page.GotoAsync(At($"/umbraco/section/content/workspace/document/edit/{key}"));
        await page.Locator("umb-property").First.WaitForAsync();
        var name = page.Locator("[data-mark='input:entity-name'] input");
        await name.FillAsync(typed);
        await window.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gem", Exact = true }).ClickAsync();

        var again = page.Locator("umb-app-auth-modal");
        await again.WaitForAsync();
        Assert.That(await name.InputValueAsync(), Is.EqualTo(typed), "behind the sign-in");
        var popup = await page.RunAndWaitForPopupAsync(() => again.Locator("uui-button").First.ClickAsync());
        await BackofficeWindow.FillAsync(popup);
        await again.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.That(await name.InputValueAsync(), Is.EqualTo(typed), "after the sign-in");

        // The save that was under way may already have been sent again by the backoffice; saving once more does no harm.
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Gem", Exact = true }).ClickAsync(),
            response => response.Request.Method == "PUT" && response.Status == 200 && !response.Url.EndsWith("/validate", StringComparison.Ordinal));
        var document = await editor.ReadAsync($"/document/{key}");
        Assert.That(document!["variants"]![0]!["name"]!.GetValue<string>(), Is.EqualTo(typed));
    }
}
