using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A new colleague from the invitation to the day she is blocked.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public partial class ColleagueTests : SiteTests
{
    private const string Password = "min egen lange sætning";
    private const string Provider = "Hedensted.Totp";

    // «Lokalredaktør, Hedensted»: drafts everywhere, publishing at her own branch.
    private static readonly Guid LocalEditors = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c01");

    [Test]
    public async Task A_colleague_is_invited_signs_in_with_two_steps_publishes_at_her_branch_only_and_is_out_when_she_is_blocked()
    {
        using var administrator = await SignInAsync();
        var (key, email) = (Guid.NewGuid(), $"{Guid.NewGuid():N}@example.dk");
        using var invited = await administrator.CallAsync(HttpMethod.Post, "/user/invite", new
        {
            id = key,
            email,
            userName = email,
            name = "Karen Kollega",
            userGroupIds = new[] { new { id = LocalEditors } },
            message = "Velkommen",
        });
        Assert.That(invited.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var shown = JsonNode.Parse(invited.Headers.GetValues("Umb-Notifications").Single())![0]!["message"]!.GetValue<string>();

        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(Link().Match(shown).Value);
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        await page.GetByLabel("Adgangskode", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Gentag adgangskoden").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gem adgangskoden" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).WaitForAsync();

        var secret = await TurnOnTwoStepsAsync(email);
        await page.FillAsync("[name=username]", email);
        await page.FillAsync("[name=password]", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.GetByLabel("Kode fra appen").WaitForAsync();
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        await page.GetByLabel("Kode fra appen").FillAsync(Authenticator.CodeOf(secret, next: true)); // the one after that which turned it on
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.Locator("umb-document-tree-item, umb-tree-item").First.WaitForAsync();

        Assert.That(await PublishAsync(page, StartingSite.HedenstedLibrary), Is.EqualTo(200));
        Assert.That(await PublishAsync(page, StartingSite.JuelsmindeLibrary), Is.EqualTo(403));

        var clock = Stopwatch.StartNew();
        using var blocked = await administrator.CallAsync(HttpMethod.Post, "/user/disable", new { userIds = new[] { new { id = key } } });
        Assert.That(blocked.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await AskAsync(page, "GET", "user/current", null), Is.EqualTo(401));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_link_that_does_not_work_is_a_page_that_says_so()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        var answer = await page.GotoAsync(At($"/umbraco/login?flow=invite-user&userId={Guid.NewGuid()}&inviteCode=gammel"));
        Assert.That(answer!.Status, Is.EqualTo(404));
        Assert.That(await page.GetByRole(AriaRole.Heading, new() { Name = "Linket gælder ikke længere" }).IsVisibleAsync());
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
    }

    private async Task<string> TurnOnTwoStepsAsync(string email)
    {
        using var colleague = await BackofficeSession.SignInAsync(Cms.Address, email, Password);
        var secret = (await colleague.ReadAsync($"/user/current/2fa/{Provider}"))!["secret"]!.GetValue<string>();
        using var enabled = await colleague.CallAsync(HttpMethod.Post, $"/user/current/2fa/{Provider}", new { code = Authenticator.CodeOf(secret), secret });
        Assert.That(enabled.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return secret;
    }

    private static Task<int> PublishAsync(IPage page, Guid document) =>
        AskAsync(page, "PUT", $"document/{document}/publish", """{"publishSchedules":[{"culture":null,"schedule":null}]}""");

    // From the page that she has open, as its own scripts ask.
    private static Task<int> AskAsync(IPage page, string method, string path, string? body) => page.EvaluateAsync<int>(
        """
        async ([method, path, body]) => (await fetch(`/umbraco/management/api/v1/${path}`, {
          method, body, credentials: 'include', headers: { authorization: 'Bearer [redacted]', 'content-type': 'application/json' },
        })).status
        """,
        new[] { method, path, body });

    [GeneratedRegex(@"http://\S+/umbraco/login\?\S+")]
    private static partial Regex Link();
}
