using System.Diagnostics;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A new colleague from the invitation to the day she is blocked, through the screens that she and her administrator have.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public partial class ColleagueTests : BackofficeTests
{
    private const string Password = "min egen lange sætning";
    private const string Branch = "Arrangementer i Hedensted";
    private const string ConflictDialogue = "hedensted-conflict-modal";

    // «Lokalredaktør, Hedensted»: drafts everywhere, publishing at her own branch.
    private static readonly Guid LocalEditors = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c01");

    [Test]
    public async Task A_colleague_is_invited_works_at_her_branch_is_overtaken_and_merges_and_is_out_when_she_is_blocked()
    {
        using var session = await SignInAsync();
        await PrepareBranchAsync(session);
        var email = $"{Guid.NewGuid():N}@example.dk";
        await using var administrator = await OpenBackofficeAsync();
        var link = await InviteAsync(administrator, email);
        var karen = (await session.ReadAsync($"/filter/user?filter={email}"))!["items"]![0]!["id"]!.GetValue<Guid>();
        await StartAtAsync(administrator, karen);
        await PictureAsync(administrator, "users");

        await using var window = await Browser.OpenAsync();
        var app = await ComeAsync(window, link, email);
        await using var colleague = await Backoffice.OpenAsync(window, Cms);
        await colleague.GoToAsync("section/content");
        await colleague.TreeItem("Hjem").WaitForAsync();
        await SignOutAndInAsync(colleague.Page, email, app);

        await SeesHerBranchOnlyAsync(colleague);
        await MakeFromTemplateAsync(colleague);
        var made = Guid.Parse(Key().Match(colleague.Page.Url).Value);
        await PutPictureAsync(colleague);
        await colleague.PublishAsync();
        await ScheduleAsync(colleague);
        await MergeAsync(colleague, session, made);
        await RollBackAsync(colleague);
        Assert.That(await AskAsync(colleague.Page, "PUT", $"document/{StartingSite.JuelsmindeLibrary}/publish", """{"publishSchedules":[{"culture":null,"schedule":null}]}"""), Is.EqualTo(403));
        Assert.That(await AskAsync(colleague.Page, "PUT", $"document/{made}/publish", """{"publishSchedules":[{"culture":null,"schedule":null}]}"""), Is.EqualTo(200));

        await BlockAsync(administrator, karen);
        var clock = Stopwatch.StartNew();
        Assert.That(await AskAsync(colleague.Page, "GET", "user/current", null), Is.EqualTo(401));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(1)));
        await ReadJournalAsync(administrator, karen);
        Assert.Multiple(() =>
        {
            Assert.That(administrator.Faults, Is.Empty);
            Assert.That(colleague.Faults, Is.Empty);
        });
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

    // What the webmaster has made ready: a folder of the branch's own, in which its local editors decide, and a template.
    private static async Task PrepareBranchAsync(BackofficeSession session)
    {
        var type = (await session.ReadAsync($"/document/{StartingSite.Events}"))!["documentType"]!["id"]!.GetValue<Guid>();
        var branch = Guid.NewGuid();
        await DoAsync(session, HttpMethod.Post, "/document", Editor.Body(branch, type, Branch, StartingSite.Home, ("title", Branch)));
        await DoAsync(session, HttpMethod.Put, $"/document/{branch}/publish", new { publishSchedules = new[] { new { culture = (string?)null, schedule = (object?)null } } });

        var group = (await session.ReadAsync($"/user-group/{LocalEditors}"))!.AsObject();
        var permissions = group["permissions"]!.AsArray();
        var own = permissions[0]!.DeepClone();
        own["document"]!["id"] = branch;
        permissions.Add(own);
        await DoAsync(session, HttpMethod.Put, $"/user-group/{LocalEditors}", group.ToJsonString());

        var (model, _) = await session.PublishEventAsync("Læsekreds i stuen", new DateTime(2030, 1, 10, 19, 0, 0));
        await DoAsync(session, HttpMethod.Post, "/document-blueprint/from-document", new { document = new { id = model }, id = Guid.NewGuid(), name = "Læsekreds", parent = (object?)null });
    }

    // Without a mail server the link is shown, and stays until it has been handed over.
    private static async Task<string> InviteAsync(Backoffice administrator, string email)
    {
        var page = administrator.Page;
        await administrator.GoToAsync("section/user-management/workspace/user-root");
        await page.Locator("uui-button[label^='Invitér']").First.ClickAsync();
        var form = page.Locator("umb-invite-user-modal");
        await form.Locator("#name input").FillAsync("Karen Kollega");
        await form.Locator("#email input").FillAsync(email);
        await form.Locator("#message textarea").FillAsync("Velkommen til");
        await form.Locator("umb-user-group-input #btn-add").ClickAsync();
        var groups = page.Locator("umb-user-group-picker-modal");
        await groups.Locator("uui-menu-item, umb-user-group-ref").Filter(new() { HasText = "Lokalredaktør, Hedensted" }).First.ClickAsync();
        await administrator.ConfirmAsync("umb-user-group-picker-modal", "Vælg");
        await form.Locator("umb-user-group-ref").WaitForAsync();
        await PictureAsync(administrator, "invite");
        await form.Locator("uui-button[type='submit']").ClickAsync();

        var handOver = page.Locator("hedensted-hand-over-modal");
        await Assertions.Expect(handOver).ToContainTextAsync("Der er ingen mailserver. Linket virker én gang og i tre døgn.");
        Assert.That((await Accessibility.BreachesAsync(page)).Where(breach => breach.Contains("hedensted-hand-over-modal", StringComparison.Ordinal)), Is.Empty);
        await PictureAsync(administrator, "hand-over");
        var link = await handOver.Locator("#link").InputValueAsync();
        await administrator.ConfirmAsync("hedensted-hand-over-modal", "Luk");
        return link;
    }

    private static async Task StartAtAsync(Backoffice administrator, Guid user)
    {
        await administrator.GoToAsync($"section/user-management/workspace/user/edit/{user}");
        var page = administrator.Page;
        await page.Locator("umb-user-workspace-assign-access umb-input-document #btn-add").ClickAsync();
        await administrator.ChooseAsync("umb-tree-picker-modal", "Hjem", Branch);
        await administrator.ConfirmAsync("umb-tree-picker-modal", "Vælg");
        var saved = await page.RunAndWaitForResponseAsync(
            () => page.Locator("[data-mark='workspace-action:Umb.WorkspaceAction.User.Save']").ClickAsync(),
            answer => answer.Request.Method == "PUT" && answer.Url.EndsWith($"/user/{user}", StringComparison.Ordinal));
        Assert.That(saved.Status, Is.EqualTo(200));
        await administrator.GoToAsync($"section/user-management/workspace/user/edit/{user}");
        await Assertions.Expect(page.Locator("umb-user-workspace-access")).ToContainTextAsync(Branch);
        await PictureAsync(administrator, "user");
    }

    /// <summary>Through the link to a password, and from her own profile to two steps.</summary>
    private static async Task<AuthenticatorApp> ComeAsync(IBrowserContext window, string link, string email)
    {
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(link);
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        await page.GetByLabel("Adgangskode", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Gentag adgangskoden").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gem adgangskoden" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).WaitForAsync();
        await page.FillAsync("[name=username]", email);
        await page.FillAsync("[name=password]", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.Locator("umb-document-tree-item, umb-tree-item").First.WaitForAsync();

        await page.Locator("umb-current-user-header-app uui-button").ClickAsync();
        await page.Locator("umb-current-user-modal uui-button[label='Konfigurer totrinsbekræftelse']").ClickAsync();
        await page.Locator("umb-current-user-mfa-modal uui-button").Filter(new() { HasText = "Aktivér" }).ClickAsync();
        var form = page.Locator("hedensted-totp");
        var app = new AuthenticatorApp((await form.Locator("#secret").InnerTextAsync()).Trim());
        await Assertions.Expect(form.Locator("li code")).ToHaveCountAsync(10);
        await form.Locator("#code input").FillAsync(app.Next());
        await form.Locator("uui-button[type='submit']").ClickAsync();
        await Assertions.Expect(page.Locator("umb-current-user-mfa-modal")).ToContainTextAsync("slået til", new() { IgnoreCase = true });
        await SaveAsync(page, "two-steps");
        await page.CloseAsync();
        return app;
    }

    private static async Task SignOutAndInAsync(IPage page, string email, AuthenticatorApp app)
    {
        await page.Locator("umb-current-user-header-app uui-button").ClickAsync();
        await page.Locator("umb-current-user-modal").GetByRole(AriaRole.Button, new() { Name = "Log ud", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/umbraco/logout**");
        await page.GotoAsync(new Uri(new Uri(page.Url), "/umbraco/section/content").ToString());
        await page.FillAsync("[name=username]", email);
        await page.FillAsync("[name=password]", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.GetByLabel("Kode fra appen").WaitForAsync();
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        await page.GetByLabel("Kode fra appen").FillAsync(app.Next());
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.Locator("umb-document-tree-item, umb-tree-item").First.WaitForAsync();
    }

    private static async Task SeesHerBranchOnlyAsync(Backoffice colleague)
    {
        var home = colleague.TreeItem("Hjem");
        await home.WaitForAsync();
        if (await colleague.TreeItem(Branch).CountAsync() == 0)
        {
            await home.Locator("#caret-button").First.ClickAsync();
        }

        await colleague.TreeItem(Branch).WaitForAsync();
        Assert.That(await colleague.TreeItem("Strategi").CountAsync(), Is.Zero, "what lies beside her branch is not hers to see");
        Assert.That(await colleague.TreeItem("Steder").CountAsync(), Is.Zero);
    }

    private static async Task MakeFromTemplateAsync(Backoffice colleague)
    {
        await colleague.CreateAsync(Branch, "Arrangement", "Læsekreds");
        await Assertions.Expect(colleague.Field("title").Locator("input")).ToHaveValueAsync("Læsekreds i stuen");
        await colleague.Name.FillAsync("Karens læsekreds");
        await colleague.SaveAsync();
    }

    private static async Task PutPictureAsync(Backoffice colleague)
    {
        await colleague.TabAsync("Billede");
        await colleague.PutPictureAsync("Kreds", 0.75f, 0.25f);
        await colleague.Page.Locator("umb-property").Filter(new() { HasText = "Billedtekst for blinde" }).Locator("input").First.FillAsync("En kreds af læsere");
    }

    private static async Task ScheduleAsync(Backoffice colleague)
    {
        await colleague.ActWhilePublishingAsync("Planlæg");
        await colleague.Page.Locator("umb-document-schedule-modal input[type='datetime-local']").Last.FillAsync(
            TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await colleague.ExpectAsync("planlægning", () => colleague.ConfirmAsync("umb-document-schedule-modal", "Planlæg"));
    }

    // The administrator saves first; she sees both texts, takes one of each, and loses neither.
    private static async Task MergeAsync(Backoffice colleague, BackofficeSession session, Guid document)
    {
        await colleague.ReloadAsync();
        await colleague.TabAsync("Indhold");
        await colleague.FillAsync("teaser", "Karens teaser");
        await colleague.FillAsync("title", "Karens titel");
        var saved = (await session.ReadAsync($"/document/{document}"))!;
        foreach (var value in saved["values"]!.AsArray())
        {
            value!["value"] = value["alias"]!.GetValue<string>() switch { "teaser" => "Rikkes teaser", "title" => "Rikkes titel", _ => value["value"]?.DeepClone() };
        }

        await DoAsync(session, HttpMethod.Put, $"/document/{document}", new { template = (object?)null, values = saved["values"], variants = saved["variants"] });
        await colleague.PressAsync("Save");
        var dialogue = colleague.Page.Locator(ConflictDialogue);
        foreach (var text in (string[])["Rikke Redaktør gemte en anden udgave", "Karens teaser", "Rikkes teaser", "Karens titel", "Rikkes titel"])
        {
            await Assertions.Expect(dialogue).ToContainTextAsync(text);
        }

        await dialogue.GetByRole(AriaRole.Group).Filter(new() { HasText = "Rikkes teaser" }).GetByRole(AriaRole.Radio, new() { Name = "Kollegaens tekst" }).CheckAsync();
        await colleague.ConfirmAsync(ConflictDialogue, "Gem det valgte");
        await colleague.SettledAsync();
        await colleague.ReloadAsync();
        await Assertions.Expect(colleague.Field("teaser").Locator("textarea")).ToHaveValueAsync("Rikkes teaser");
        await Assertions.Expect(colleague.Field("title").Locator("input").First).ToHaveValueAsync("Karens titel");
    }

    // What she did not choose is the newest of the versions.
    private static async Task RollBackAsync(Backoffice colleague)
    {
        await colleague.ActAsync("Rollback");
        var versions = colleague.Page.Locator("umb-content-rollback-modal");
        await versions.Locator(".rollback-item").First.ClickAsync();
        await Assertions.Expect(versions).ToContainTextAsync("Karens teaser");
        await colleague.ConfirmAsync("umb-content-rollback-modal", "Fortryd ændringer");
        await Assertions.Expect(colleague.Field("teaser").Locator("textarea")).ToHaveValueAsync("Karens teaser");
    }

    private static async Task BlockAsync(Backoffice administrator, Guid user)
    {
        var page = administrator.Page;
        await page.BringToFrontAsync();
        await administrator.GoToAsync($"section/user-management/workspace/user/edit/{user}");
        await page.Locator("[data-mark='workspace:action-menu-button']").First.ClickAsync();
        await page.Locator("[data-mark='entity-action:Umb.EntityAction.User.Disable']").ClickAsync();
        await Assertions.Expect(page.Locator("umb-confirm-modal")).ToContainTextAsync("Brugeren er ude med det samme");
        await PictureAsync(administrator, "block");
        var blocked = await page.RunAndWaitForResponseAsync(
            () => administrator.ConfirmAsync("umb-confirm-modal", "Deaktivér"), answer => answer.Url.EndsWith("/user/disable", StringComparison.Ordinal));
        Assert.That(blocked.Status, Is.EqualTo(200));
    }

    private static async Task ReadJournalAsync(Backoffice administrator, Guid user)
    {
        var page = administrator.Page;
        await administrator.GoToAsync($"section/user-management/workspace/user/edit/{user}");
        await Assertions.Expect(page.Locator("umb-user-workspace-info")).ToContainTextAsync("Deaktiveret");
        await page.Locator("[data-mark$='Hedensted.WorkspaceView.User.Journal']").ClickAsync();
        var journal = page.Locator("hedensted-user-journal");
        foreach (var text in (string[])["Inviteret", "Oplysninger ændret", "Tog imod invitationen", "To trin slået til", "Logget ind", "Deaktiveret"])
        {
            await Assertions.Expect(journal).ToContainTextAsync(text);
        }

        Assert.That((await Accessibility.BreachesAsync(page)).Where(breach => breach.Contains("hedensted-user-journal", StringComparison.Ordinal)), Is.Empty);
        await PictureAsync(administrator, "journal");
        await administrator.GoToAsync("section/user-management");
        await Assertions.Expect(page.Locator("hedensted-user-journal")).ToContainTextAsync("Karen Kollega");
        await PictureAsync(administrator, "journal-of-all");
    }

    // From the page that she has open, as its own scripts ask.
    private static Task<int> AskAsync(IPage page, string method, string path, string? body) => page.EvaluateAsync<int>(
        """
        async ([method, path, body]) => (await fetch(`/umbraco/management/api/v1/${path}`, {
          method, body, credentials: 'include', headers: { authorization: 'Bearer [redacted]', 'content-type': 'application/json' },
        })).status
        """,
        new[] { method, path, body });

    private static async Task DoAsync(BackofficeSession session, HttpMethod method, string path, object body)
    {
        using var answer = await session.CallAsync(method, path, body);
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static Task PictureAsync(Backoffice backoffice, string name) => SaveAsync(backoffice.Page, name);

    // For whoever wants to look at the screens.
    private static Task SaveAsync(IPage page, string name) => Environment.GetEnvironmentVariable("HEDENSTED_TEST_PICTURES") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"colleague-{name}.png") })
        : Task.CompletedTask;

    [GeneratedRegex("(?<=/edit/)[0-9a-f-]{36}")]
    private static partial Regex Key();
}
