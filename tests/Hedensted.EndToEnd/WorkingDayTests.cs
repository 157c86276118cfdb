using Hedensted.Bibliotek;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A whole day of one new colleague, through the screens alone.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class WorkingDayTests : BackofficeTests
{
    private const string Password = "min egen lange sætning";
    private const string PublishButton = "[data-mark='workspace-action:Umb.WorkspaceAction.Document.SaveAndPublish']";
    private const string Conflict = "hedensted-conflict-modal";

    [Test]
    public async Task From_the_invitation_through_an_event_with_picture_plan_and_merge_to_the_way_back()
    {
        // 1. She is invited, signs in with two steps, and is a local editor.
        var (email, title) = ($"{Guid.NewGuid():N}@example.dk", $"Foredrag om havet {Guid.NewGuid():N}"[..26]);
        await using var administrator = await OpenBackofficeAsync();
        var link = await Arrival.InviteAsync(administrator, "Karen Kollega", email, "Lokalredaktør, Hedensted");
        await using var window = await Browser.OpenAsync();
        await using var karen = await Backoffice.OpenAsync(window, Cms);
        var page = karen.Page;
        await Arrival.ChoosePasswordAsync(karen, link, email, Password);
        var secret = await Arrival.TurnTwoStepsOnAsync(karen);
        await window.ClearCookiesAsync();
        await page.GotoAsync(At("/umbraco"));
        await Arrival.SignInAsync(page, email, Password, secret);

        // 2. Her branch gets a folder of its own, which she may publish in; in the common one she may not.
        await karen.OpenAsync(StartingSite.HedenstedLibrary);
        await karen.CreateAsync("Hedensted Bibliotek", "Arrangementer");
        await karen.Name.FillAsync("Det sker i Hedensted");
        await karen.FillAsync("title", "Det sker i Hedensted");
        var publish = page.Locator(PublishButton);
        await Assertions.Expect(publish).ToHaveJSPropertyAsync("disabled", false);
        await karen.PublishAsync();
        var folder = page.Url.Split("/edit/")[1][..36];
        await karen.GoToAsync($"section/content/workspace/document/edit/{StartingSite.Events}");
        await Assertions.Expect(publish).ToHaveJSPropertyAsync("disabled", true);

        // 3. An event from a template, with a picture and a crop of it.
        await karen.GoToAsync($"section/content/workspace/document/edit/{folder}");
        await karen.CreateAsync("Det sker i Hedensted", "Arrangement", "Foredrag");
        await karen.Name.FillAsync(title);
        await karen.FillAsync("title", title);
        await karen.FillAsync("teaser", "Karens første manchet");
        await karen.TabAsync("Tid og sted");
        await karen.FillAsync("startsAt", "2027-05-12T19:00");
        await karen.FillAsync("endsAt", "2027-05-12T21:00");
        await karen.Field("place").Locator("#btn-add").ClickAsync();
        await karen.ChooseAsync("umb-tree-picker-modal", "Hedensted Bibliotek");
        await karen.ConfirmAsync("umb-tree-picker-modal", "Vælg");
        await karen.TabAsync("Billede");
        await CropAsync(karen);
        await karen.FillAsync("imageAlt", "En gul sol over havet");
        await karen.SaveAsync();
        var key = page.Url.Split("/edit/")[1][..36];
        await karen.PictureAsync("day-event");

        // 4. It is planned: nobody sees it yet, and the month view knows.
        await karen.ActWhilePublishingAsync("Planlæg");
        await page.Locator("umb-document-schedule-modal input[type='datetime-local']").First.FillAsync("2027-05-01T08:00");
        await karen.ExpectAsync("En planlægning for udgivelse er blevet opdateret", () => karen.ConfirmAsync("umb-document-schedule-modal", "Planlæg"));
        await karen.ViewAsync("Info");
        await Assertions.Expect(page.Locator("umb-document-workspace-view-info")).ToContainTextAsync("Udgivelsesdato");
        await karen.ViewAsync("Edit");

        // 5. A colleague saves meanwhile; she keeps one text of each.
        using (var colleague = await Cms.ColleagueAsync("Karl Kollega"))
        {
            await karen.TabAsync("Indhold");
            await karen.FillAsync("teaser", "Karens anden manchet");
            await karen.FillAsync("title", $"{title} igen");
            await EditorTests.SaveAsync(colleague, Guid.Parse(key), ("teaser", "Karls manchet"), ("title", $"{title} hos Karl"));
        }

        await karen.PressAsync("Save");
        var dialogue = page.Locator(Conflict);
        await Assertions.Expect(dialogue).ToContainTextAsync("Karl Kollega gemte en anden udgave");
        await karen.PictureAsync("day-merge");
        await dialogue.GetByRole(AriaRole.Group).Filter(new() { HasText = "Karls manchet" }).GetByRole(AriaRole.Radio, new() { Name = "Kollegaens tekst" }).CheckAsync();
        await karen.ConfirmAsync(Conflict, "Gem det valgte");
        await karen.SettledAsync();
        await karen.ReloadAsync();
        await Assertions.Expect(karen.Field("teaser").Locator("textarea")).ToHaveValueAsync("Karls manchet");
        await Assertions.Expect(karen.Field("title").Locator("input").First).ToHaveValueAsync($"{title} igen");

        // 6. Her own first text was better: it is brought back, and goes out at once.
        await karen.ActAsync("Rollback");
        var versions = page.Locator("umb-content-rollback-modal");
        await versions.Locator(".rollback-item").Last.ClickAsync();
        await Assertions.Expect(versions).ToContainTextAsync("Karens første manchet");
        await karen.PictureAsync("day-rollback");
        await karen.ConfirmAsync("umb-content-rollback-modal", "Fortryd ændringer");
        await Assertions.Expect(karen.Field("teaser").Locator("textarea")).ToHaveValueAsync("Karens første manchet");
        await karen.PublishAsync();

        // 7. Citizens find it, cut as she drew it.
        await using var site = await Browser.OpenAsync();
        var citizen = await site.NewPageAsync();
        await citizen.GotoAsync(At("/?fra=2027-05-12&til=2027-05-12"));
        var card = citizen.Locator(".card").Filter(new() { HasText = title });
        await Assertions.Expect(card).ToContainTextAsync("Karens første manchet");
        Assert.That(await card.Locator("img").GetAttributeAsync("src"), Does.Contain("cc="));
        await MediaTests.AssertShownAsync(card.Locator("img"));
        Assert.That(karen.Faults, Is.Empty);
        Assert.That(administrator.Faults, Is.Empty);
    }

    private static async Task CropAsync(Backoffice backoffice)
    {
        var page = backoffice.Page;
        await page.Locator("umb-input-rich-media #btn-add").ClickAsync();
        var picker = page.Locator("umb-media-picker-modal");
        await picker.Locator("umb-dropzone-media input[type=file]").First.SetInputFilesAsync(
            new FilePayload { Name = "havet.png", MimeType = "image/png", Buffer = await MediaTests.PictureAsync(page, "image/png") });
        await picker.Locator("uui-card-media[selected]").Filter(new() { HasText = "Havet" }).WaitForAsync();
        await picker.GetByRole(AriaRole.Button, new() { NameRegex = new("Vælg|Indsend") }).Last.ClickAsync();
        await page.Locator("umb-input-rich-media uui-card-media").First.ClickAsync(new() { Position = new() { X = 60, Y = 60 } });

        // The crop is opened, drawn closer around its middle, and kept.
        var dialog = page.Locator("umb-image-cropper-editor-modal");
        await dialog.Locator("umb-image-cropper-preview").Filter(new() { HasText = "Kort i lister" }).ClickAsync();
        await dialog.Locator("umb-image-cropper uui-slider input").FillAsync("0.4");
        await backoffice.PictureAsync("day-crop");
        await dialog.Locator("umb-image-cropper").GetByRole(AriaRole.Button, new() { Name = "Gem" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Indsend" }).ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
