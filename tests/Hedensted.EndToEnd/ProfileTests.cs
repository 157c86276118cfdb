using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A picture of oneself.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class ProfileTests : BackofficeTests
{
    [Test]
    public async Task A_picture_is_put_on_a_user_shown_and_taken_off_again()
    {
        using var session = await SignInAsync();
        var key = (await session.ReadAsync("/user/current"))!["id"]!.GetValue<string>();
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.GoToAsync($"section/user-management/workspace/user/edit/{key}");
        var avatar = page.Locator("umb-user-workspace-avatar");
        var file = new FilePayload { Name = "mig.png", MimeType = "image/png", Buffer = await MediaTests.PictureAsync(page, "image/png") };
        await backoffice.ExpectAsync("Billedet er gemt", async () =>
        {
            var chooser = await page.RunAndWaitForFileChooserAsync(() => avatar.GetByRole(AriaRole.Button, new() { Name = "Skift billede" }).ClickAsync());
            await chooser.SetFilesAsync(file);
        });
        await MediaTests.AssertShownAsync(avatar.Locator("img"));
        await backoffice.PictureAsync("avatar");
        await backoffice.ExpectAsync("Billedet er fjernet", () => avatar.GetByRole(AriaRole.Button, new() { NameRegex = new("Fjern|Slet") }).ClickAsync());
        await Assertions.Expect(avatar.Locator("img")).ToHaveCountAsync(0);
        Assert.That(backoffice.Faults, Is.Empty);
    }
}
