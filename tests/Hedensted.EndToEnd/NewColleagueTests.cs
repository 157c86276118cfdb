using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A new colleague's first days, through the screens alone: in by the invitation, what she may and may not, and out when she is blocked.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class NewColleagueTests : BackofficeTests
{
    private const string Password = "min egen lange sætning";

    // «Lokalredaktør, Hedensted»: drafts everywhere, publishing at her own branch.
    private static readonly Guid LocalEditors = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c01");

    [Test]
    public async Task An_administrator_invites_her_she_turns_two_steps_on_and_is_out_when_she_is_blocked()
    {
        var (name, email) = ($"Karen {Guid.NewGuid():N}"[..14], $"{Guid.NewGuid():N}@example.dk");
        await using var administrator = await OpenBackofficeAsync();
        var link = await Arrival.InviteAsync(administrator, name, email, "Lokalredaktør, Hedensted");
        await StartAtHedenstedAsync(administrator, name);

        // She chooses a password and is in; from then on the password is not enough.
        await using var window = await Browser.OpenAsync();
        await using var colleague = await Backoffice.OpenAsync(window, Cms);
        var page = colleague.Page;
        await Arrival.ChoosePasswordAsync(colleague, link, email, Password);
        var secret = await Arrival.TurnTwoStepsOnAsync(colleague);
        await window.ClearCookiesAsync();
        await page.GotoAsync(At("/umbraco"));
        await Arrival.SignInAsync(page, email, Password, secret);

        // She sees the way to her branch, and that alone.
        await colleague.OpenAsync(StartingSite.HedenstedLibrary);
        await colleague.TreeItem("Hedensted Bibliotek").WaitForAsync();
        await Assertions.Expect(colleague.TreeItem("Juelsminde Bibliotek")).ToHaveCountAsync(0);

        // She sits and writes; the administrator blocks her, and reads in the journal that it happened.
        await administrator.ActAsync("Disable", "User");
        var clock = Stopwatch.StartNew();
        var disabled = await administrator.Page.RunAndWaitForResponseAsync(
            () => administrator.Page.Locator("umb-confirm-modal").GetByRole(AriaRole.Button, new() { Name = "Deaktivér" }).ClickAsync(),
            answer => answer.Url.EndsWith("/user/disable", StringComparison.Ordinal));
        Assert.That(disabled.Status, Is.EqualTo(200));
        var refused = await page.EvaluateAsync<int>("async () => (await fetch('/umbraco/management/api/v1/user/current', { credentials: 'include', headers: { authorization: 'Bearer [redacted]' } })).status");
        Assert.That(refused, Is.EqualTo(401));
        TestContext.Out.WriteLine($"out after {clock.Elapsed}");
        await administrator.Page.Locator("[data-mark='workspace:view-link:Hedensted.WorkspaceView.User.Journal']").ClickAsync();
        await administrator.SettledAsync();
        var journal = administrator.Page.Locator("umb-workspace-editor");
        foreach (var line in (string[])["Inviteret", "Tog imod invitationen", "To trin slået til", "Logget ind", "Deaktiveret"])
        {
            await Assertions.Expect(journal).ToContainTextAsync(line);
        }

        await administrator.PictureAsync("journal");
        Assert.That(administrator.Faults, Is.Empty);
        Assert.That(colleague.Faults, Is.Empty);
    }

    [Test]
    public async Task A_local_editor_publishes_at_her_branch_and_elsewhere_the_button_is_grey()
    {
        var email = await LocalEditorAsync();
        await using var window = await Browser.OpenAsync();
        await (await BackofficeWindow.SignInAsync(window, Cms, email, Password)).CloseAsync();
        await using var colleague = await Backoffice.OpenAsync(window, Cms);
        await colleague.OpenAsync(StartingSite.HedenstedLibrary);
        await colleague.PublishAsync();

        await colleague.OpenAsync(StartingSite.JuelsmindeLibrary);
        var save = colleague.Page.Locator("[data-mark='workspace-action:Umb.WorkspaceAction.Document.Save']");
        await Assertions.Expect(save).ToBeVisibleAsync();
        await Assertions.Expect(colleague.Page.Locator("[data-mark='workspace-action:Umb.WorkspaceAction.Document.SaveAndPublish']")).ToHaveJSPropertyAsync("disabled", true);
        await colleague.PictureAsync("elsewhere");
        Assert.That(colleague.Faults, Is.Empty);
    }

    /// <summary>Opens the one who was invited from the list, where she stands by now, and lets her start at the branch in Hedensted.</summary>
    private static async Task StartAtHedenstedAsync(Backoffice backoffice, string name)
    {
        var page = backoffice.Page;
        await page.Locator("uui-card-user").Filter(new() { HasText = name }).Locator("#open-part").ClickAsync();
        await page.WaitForURLAsync("**/user/edit/**");
        await backoffice.SettledAsync();
        await page.Locator("umb-user-workspace-assign-access umb-input-document #btn-add").ClickAsync();
        await backoffice.ChooseAsync("umb-tree-picker-modal", "Hjem", "Steder", "Hedensted Bibliotek");
        await backoffice.ConfirmAsync("umb-tree-picker-modal", "Vælg");
        var saved = await page.RunAndWaitForResponseAsync(
            () => page.Locator("[data-mark='workspace-action:Umb.WorkspaceAction.User.Save']").ClickAsync(),
            answer => answer.Request.Method == "PUT" && answer.Url.Contains("/user/", StringComparison.Ordinal));
        Assert.That(saved.Status, Is.EqualTo(200));
        await backoffice.SettledAsync();
    }

    /// <summary>Invites one, who chooses her password, over the protocol.</summary>
    private async Task<string> LocalEditorAsync()
    {
        using var administrator = await SignInAsync();
        var (key, email) = (Guid.NewGuid(), $"{Guid.NewGuid():N}@example.dk");
        using var invited = await administrator.CallAsync(
            HttpMethod.Post, "/user/invite", new { id = key, email, userName = email, name = "Lone Lokal", userGroupIds = new[] { new { id = LocalEditors } }, message = "Velkommen" });
        var told = JsonNode.Parse(invited.Headers.GetValues("Umb-Notifications").Single())![0]!["message"]!.GetValue<string>();
        using var stranger = new HttpClient { BaseAddress = Cms.Address };
        using var chosen = await stranger.PostAsJsonAsync(
            "/umbraco/management/api/v1/user/invite/create-password", new { user = new { id = key }, token = Regex.Match(told, @"inviteCode=(\S+)").Groups[1].Value, password = Password });
        Assert.That(chosen.IsSuccessStatusCode, await chosen.Content.ReadAsStringAsync());
        return email;
    }
}
