using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>How a new colleague gets in, through the screens: invited, with a password of her own, and in two steps.</summary>
internal static class Arrival
{
    private const string HandOver = "hedensted-hand-over-modal";

    /// <summary>Invites one into a group; gives the link that the administrator is shown.</summary>
    public static async Task<string> InviteAsync(Backoffice backoffice, string name, string email, string group)
    {
        var page = backoffice.Page;
        await backoffice.GoToAsync("section/user-management/workspace/user-root");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Invitér") }).First.ClickAsync();
        var form = page.Locator("umb-invite-user-modal");
        await form.Locator("#name input").FillAsync(name);
        await form.Locator("#email input").FillAsync(email);
        await form.Locator("umb-user-group-input uui-button").Last.ClickAsync();
        await page.Locator("umb-user-group-picker-modal umb-user-group-ref").Filter(new() { HasText = group }).ClickAsync();
        await backoffice.ConfirmAsync("umb-user-group-picker-modal", "Vælg");
        await form.Locator("#message textarea").FillAsync("Velkommen til.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }).ClickAsync();

        // There is no mail server here: the link stays on the screen until she has it.
        var dialog = page.Locator(HandOver);
        await Assertions.Expect(dialog).ToContainTextAsync($"Giv linket til {name}");
        Assert.That((await Accessibility.BreachesAsync(page)).Where(breach => breach.Contains(HandOver, StringComparison.Ordinal)), Is.Empty);
        await backoffice.PictureAsync("hand-over");
        var link = await dialog.Locator("input").InputValueAsync();
        await backoffice.ConfirmAsync(HandOver, "Luk");
        return link;
    }

    /// <summary>Chooses a password by the link, signs in with it and waits for the tree.</summary>
    public static async Task ChoosePasswordAsync(Backoffice backoffice, string link, string email, string password)
    {
        var page = backoffice.Page;
        await page.GotoAsync(link);
        await page.GetByLabel("Adgangskode", new() { Exact = true }).FillAsync(password);
        await page.GetByLabel("Gentag adgangskoden").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gem adgangskoden" }).ClickAsync();
        await BackofficeWindow.FillAsync(page, email, password);
        await page.Locator("umb-document-tree-item, umb-tree-item").First.WaitForAsync();
        await backoffice.SettledAsync();
    }

    /// <summary>Turns two steps on in her own profile; gives the secret that her app has then.</summary>
    public static async Task<string> TurnTwoStepsOnAsync(Backoffice backoffice)
    {
        var page = backoffice.Page;
        await page.Locator("umb-current-user-header-app uui-button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Konfigurer totrinsbekræftelse" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Aktiv[ée]r") }).First.ClickAsync();
        var secret = await page.Locator("hedensted-totp #secret").InnerTextAsync();
        Assert.That((await Accessibility.BreachesAsync(page)).Where(breach => breach.Contains("hedensted-totp", StringComparison.Ordinal)), Is.Empty);
        await page.Locator("hedensted-totp #code input").FillAsync(Authenticator.CodeOf(secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "Slå to trin til" }).ClickAsync();
        await page.Locator("hedensted-totp").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        return secret;
    }

    /// <summary>Signs in with password and app, and waits for the tree.</summary>
    public static async Task SignInAsync(IPage page, string email, string password, string secret)
    {
        await BackofficeWindow.FillAsync(page, email, password);
        await page.GetByLabel("Kode fra appen").FillAsync(Authenticator.CodeOf(secret, next: true)); // the one after that which turned it on
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.Locator("umb-document-tree-item, umb-tree-item").First.WaitForAsync();
    }
}
