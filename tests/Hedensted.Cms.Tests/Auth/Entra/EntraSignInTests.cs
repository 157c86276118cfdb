using System.Net;
using Hedensted.Cms.Tests.Management.People;
using Hedensted.Testing;
using Umbraco.Cms.Core;

namespace Hedensted.Cms.Tests.Auth.Entra;

/// <summary>Signing in with the municipality's accounts, through the whole program, with a directory that can do wrong.</summary>
public class EntraSignInTests
{
    private EntraSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await EntraSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [SetUp]
    public void Behave() => _site.Directory.Fault = IdentityFault.None;

    [Test]
    public async Task Whoever_comes_for_the_first_time_gets_an_account_and_is_known_again_under_another_name_and_address()
    {
        var account = Someone("redaktoer");
        _site.Directory.Account = account;
        var browser = _site.NewBrowser();
        Assert.That(await _site.ComeAsync(browser), Is.Null);
        var first = await EntraSite.CurrentUserAsync(browser);
        Assert.That(first["name"]!.GetValue<string>(), Is.EqualTo(account.Name));
        Assert.That(first["userGroupIds"].Ids(), Is.EqualTo(new[] { Constants.Security.EditorGroupKey }));

        _site.Directory.Account = account with { Name = "Gift Nu", Email = $"{Guid.NewGuid():N}@kommune.example" };
        var later = _site.NewBrowser();
        Assert.That(await _site.ComeAsync(later), Is.Null);
        var second = await EntraSite.CurrentUserAsync(later);
        Assert.That(second["id"]!.GetValue<Guid>(), Is.EqualTo(first["id"]!.GetValue<Guid>()));
        Assert.That((await browser.LoginAsync(account.Email, "")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "there is no password to sign in with");
    }

    [TestCase(IdentityFault.WrongNonce)]
    [TestCase(IdentityFault.NoNonce)]
    [TestCase(IdentityFault.WrongIssuer)]
    [TestCase(IdentityFault.WrongAudience)]
    [TestCase(IdentityFault.Expired)]
    [TestCase(IdentityFault.FromTheFuture)]
    [TestCase(IdentityFault.Unsigned)]
    [TestCase(IdentityFault.StrangersKey)]
    [TestCase(IdentityFault.Altered)]
    [TestCase(IdentityFault.SharedSecret)]
    [TestCase(IdentityFault.ForeignTenant)]
    [TestCase(IdentityFault.NoObjectId)]
    [TestCase(IdentityFault.NoEmail)]
    [TestCase(IdentityFault.NoToken)]
    public async Task A_token_that_is_not_right_lets_nobody_in_and_makes_nobody(IdentityFault fault)
    {
        _site.Directory.Account = Someone("chef");
        _site.Directory.Fault = fault;
        var browser = _site.NewBrowser();
        Assert.That(await _site.ComeAsync(browser), Is.EqualTo("untrusted"));
        Assert.That(browser.Cookies.Keys, Has.None.EqualTo("UMB_UCONTEXT"));
        Assert.That(await UsersAsync(_site.Directory.Account.Email), Is.Empty);

        _site.Directory.Fault = IdentityFault.None;
        Assert.That(await _site.ComeAsync(browser), Is.Null, "and the same browser comes in when the directory does right");
    }

    [Test]
    public async Task An_answer_works_once_and_in_the_browser_that_asked()
    {
        _site.Directory.Account = Someone("redaktoer");
        var browser = _site.NewBrowser();
        var back = await _site.AskAsync(browser);
        var thief = _site.NewBrowser();
        Assert.That(await EntraSite.ReturnAsync(thief, back), Is.EqualTo("expired"), "another browser");
        Assert.That(await EntraSite.ReturnAsync(browser, back), Is.Null);
        Assert.That(await EntraSite.ReturnAsync(browser, back), Is.EqualTo("expired"), "a second time");
        Assert.That(await EntraSite.ReturnAsync(browser, new Uri("https://localhost/umbraco/signin-entra?code=x&state=opdigtet")), Is.EqualTo("expired"), "a made up state");
        Assert.That(await EntraSite.ReturnAsync(browser, new Uri("https://localhost/umbraco/signin-entra?error=server_error&state=opdigtet")), Is.EqualTo("expired"));
    }

    [Test]
    public async Task A_code_that_has_been_used_lets_nobody_in()
    {
        _site.Directory.Account = Someone("redaktoer");
        var (first, second) = (_site.NewBrowser(), _site.NewBrowser());
        var (used, other) = (await _site.AskAsync(first), await _site.AskAsync(second));
        Assert.That(await EntraSite.ReturnAsync(first, used), Is.Null);
        var forged = new Uri(other.ToString().Replace(CodeOf(other), CodeOf(used), StringComparison.Ordinal));
        Assert.That(await EntraSite.ReturnAsync(second, forged), Is.EqualTo("untrusted"));
    }

    [Test]
    public async Task Whoever_has_no_role_that_lets_in_is_told_so()
    {
        _site.Directory.Account = Someone();
        Assert.That(await _site.ComeAsync(_site.NewBrowser()), Is.EqualTo("norole"));
        _site.Directory.Account = Someone("noget-andet");
        Assert.That(await _site.ComeAsync(_site.NewBrowser()), Is.EqualTo("norole"));
        _site.Directory.Account = Someone() with { HasTooManyGroups = true };
        Assert.That(await _site.ComeAsync(_site.NewBrowser()), Is.EqualTo("toomanygroups"));
        using var page = await _site.NewBrowser().GetAsync("/umbraco/login?afvist=toomanygroups");
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("Bed administratoren om at give dig en approlle i stedet."));
        using var madeUp = await _site.NewBrowser().GetAsync("/umbraco/login?afvist=%3Cscript%3E");
        Assert.That(await madeUp.Content.ReadAsStringAsync(), Does.Contain("<p role=\"alert\"></p>"), "what is not a word of ours is not repeated");
    }

    [Test]
    public async Task Groups_follow_the_directory_and_those_that_it_does_not_decide_stay()
    {
        var account = Someone("redaktoer");
        _site.Directory.Account = account;
        Assert.That(await _site.ComeAsync(_site.NewBrowser()), Is.Null);
        var key = (await UsersAsync(account.Email)).Single();
        using var administrator = await _site.Host.SignInAsync();
        await administrator.DoAsync(HttpMethod.Post, "user/set-user-groups", new
        {
            userIds = new[] { new { id = key } },
            userGroupIds = new[] { new { id = Constants.Security.EditorGroupKey }, new { id = Constants.Security.TranslatorGroupKey } },
        });

        _site.Directory.Account = account with { Roles = ["chef"] };
        var browser = _site.NewBrowser();
        Assert.That(await _site.ComeAsync(browser), Is.Null);
        Assert.That((await EntraSite.CurrentUserAsync(browser))["userGroupIds"].Ids(), Is.EquivalentTo(new[] { Constants.Security.AdminGroupKey, Constants.Security.TranslatorGroupKey }));

        _site.Directory.Account = account with { Roles = [] };
        Assert.That(await _site.ComeAsync(_site.NewBrowser()), Is.EqualTo("norole"), "who has lost the role is out");
    }

    [Test]
    public async Task An_address_that_somebody_here_has_is_not_taken_over()
    {
        _site.Directory.Account = Someone("redaktoer") with { Email = CmsProcess.AdministratorEmail, EmailIsVerified = true };
        Assert.That(await _site.ComeAsync(_site.NewBrowser()), Is.EqualTo("emailtaken"));
    }

    [Test]
    public async Task A_closed_account_stays_closed()
    {
        _site.Directory.Account = Someone("redaktoer");
        var browser = _site.NewBrowser();
        Assert.That(await _site.ComeAsync(browser), Is.Null);
        await EntraSite.CurrentUserAsync(browser);
        using var administrator = await _site.Host.SignInAsync();
        var key = (await UsersAsync(_site.Directory.Account.Email)).Single();
        await administrator.DoAsync(HttpMethod.Post, "user/disable", new { userIds = new[] { new { id = key } } });
        Assert.That(await browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await _site.ComeAsync(_site.NewBrowser()), Is.EqualTo("closed"));
    }

    [Test]
    public async Task Signing_out_here_signs_out_there_and_signing_out_there_ends_the_session_here()
    {
        _site.Directory.Account = Someone("redaktoer");
        var (here, there) = (_site.NewBrowser(), _site.NewBrowser());
        Assert.That(await _site.ComeAsync(here), Is.Null);
        await EntraSite.CurrentUserAsync(here);
        using var signedOut = await here.GetAsync($"{AuthBrowser.Root}/signout");
        var address = signedOut.Headers.Location!.OriginalString;
        Assert.That(address, Does.Contain("/oauth2/v2.0/logout?").And.Contain("logout_hint=opaque-hint").And.Contain($"post_logout_redirect_uri={Uri.EscapeDataString("https://localhost/umbraco/logout")}"));
        Assert.That(await here.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));

        Assert.That(await _site.ComeAsync(there), Is.Null);
        await EntraSite.CurrentUserAsync(there);
        await _site.NewBrowser().GetAsync("/umbraco/signout-entra?sid=opdigtet");
        Assert.That(await there.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK), "a made up sign-in is nobody's");
        await _site.NewBrowser().GetAsync($"/umbraco/signout-entra?sid={_site.Directory.Account.SessionId}&iss=x");
        Assert.That(await there.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));

        var local = _site.NewBrowser();
        await local.LoginAsync(CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        using var stays = await local.GetAsync($"{AuthBrowser.Root}/signout");
        Assert.That(stays.Headers.Location!.OriginalString, Is.EqualTo("https://localhost/umbraco/logout"), "who came with a password has nothing to be signed out of there");
    }

    [Test]
    public async Task A_wish_to_go_elsewhere_afterwards_is_not_granted()
    {
        _site.Directory.Account = Someone("redaktoer");
        var browser = _site.NewBrowser();
        using var asked = await browser.GetAsync("/umbraco/login/kommune?ReturnUrl=%2F%2Fond.example%2F");
        using var directory = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var sentBack = await directory.GetAsync(asked.Headers.Location);
        using var answer = await browser.GetAsync(sentBack.Headers.Location!.PathAndQuery);
        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/umbraco/login?flow=entered&ReturnUrl=%2Fumbraco"));
    }

    [Test]
    public async Task The_journal_tells_who_came_from_the_directory()
    {
        _site.Directory.Account = Someone("redaktoer");
        Assert.That(await _site.ComeAsync(_site.NewBrowser()), Is.Null);
        using var administrator = await _site.Host.SignInAsync();
        var key = (await UsersAsync(_site.Directory.Account.Email)).Single();
        var lines = (await administrator.GetAsync($"hedensted/user-journal?subject={key}"))!["items"]!.AsArray();
        Assert.That(lines.Select(line => line!["logType"]!.GetValue<string>()), Is.EquivalentTo(new[] { "Created", "Linked", "SignedIn" }));
    }

    private static DirectoryAccount Someone(params string[] roles) => new("Karen Kommune", $"{Guid.NewGuid():N}@kommune.example") { Roles = roles };

    private static string CodeOf(Uri back) => System.Web.HttpUtility.ParseQueryString(back.Query)["code"]!;

    private async Task<Guid[]> UsersAsync(string email)
    {
        using var administrator = await _site.Host.SignInAsync();
        return (await administrator.GetAsync($"filter/user?filter={email}&take=10")).Ids();
    }
}
