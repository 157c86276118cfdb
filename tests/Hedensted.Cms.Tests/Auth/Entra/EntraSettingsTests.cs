using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Cms.Tests.Management.People;
using Hedensted.Testing;
using Umbraco.Cms.Core;

namespace Hedensted.Cms.Tests.Auth.Entra;

/// <summary>What an operator can set about the municipality's accounts, and what happens when the directory is away.</summary>
public class EntraSettingsTests
{
    private const string Tenant = "5f7a4c1e-6c5d-4e7b-9a3e-1d2f3a4b5c01";

    [Test]
    public async Task Without_a_directory_nothing_of_it_is_there()
    {
        await using var host = new CmsFactory();
        using var stranger = host.Stranger();
        Assert.That(await stranger.GetStringAsync("/umbraco/login"), Does.Not.Contain("Log ind med"));
        Assert.That(await stranger.GetStringAsync("/health/ready"), Does.Not.Contain("entra"));
        using var callback = await stranger.GetAsync("/umbraco/signin-entra?code=x&state=y");
        Assert.That(callback.Headers.Contains("Set-Cookie"), Is.False);
    }

    [Test]
    public async Task A_verified_address_links_an_invited_colleague_where_the_operator_wants_it_and_an_unverified_one_does_not()
    {
        await using var site = await EntraSite.StartAsync(("Hedensted:Auth:Entra:LinkByVerifiedEmail", "true"));
        using var administrator = await site.Host.SignInAsync();
        var (key, email, _) = await administrator.NewUserAsync(Constants.Security.TranslatorGroupKey);
        site.Directory.Account = new DirectoryAccount("Ida Inviteret", email) { Roles = ["redaktoer"] };
        Assert.That(await site.ComeAsync(site.NewBrowser()), Is.EqualTo("emailtaken"), "anybody can write an address");

        site.Directory.Account = site.Directory.Account with { EmailIsVerified = true };
        var browser = site.NewBrowser();
        Assert.That(await site.ComeAsync(browser), Is.Null);
        var user = await EntraSite.CurrentUserAsync(browser);
        Assert.That(user["id"]!.GetValue<Guid>(), Is.EqualTo(key));
        Assert.That(user["userGroupIds"].Ids(), Is.EquivalentTo(new[] { Constants.Security.TranslatorGroupKey, Constants.Security.EditorGroupKey }));

        site.Directory.Account = new DirectoryAccount("En Anden", email) { Roles = ["redaktoer"], EmailIsVerified = true };
        Assert.That(await site.ComeAsync(site.NewBrowser()), Is.EqualTo("emailtaken"), "whoever gets the address next is somebody else");
    }

    [Test]
    public async Task Nobody_is_made_where_the_operator_does_not_want_it()
    {
        await using var site = await EntraSite.StartAsync(("Hedensted:Auth:Entra:CreateUsers", "false"));
        site.Directory.Account = new DirectoryAccount("Ukendt", "ukendt@kommune.example") { Roles = ["redaktoer"] };
        Assert.That(await site.ComeAsync(site.NewBrowser()), Is.EqualTo("noaccount"));
    }

    [Test]
    public async Task Without_roles_new_accounts_get_the_groups_that_the_operator_names_and_the_administrators_decide_afterwards()
    {
        await using var site = await EntraSite.StartWithoutRolesAsync(("Hedensted:Auth:Entra:DefaultGroups:0", "writer"), ("Hedensted:Auth:Entra:DisplayName", "Testkommune"));
        site.Directory.Account = new DirectoryAccount("Ny", "ny@kommune.example");
        Assert.That(await site.ComeAsync(site.NewBrowser()), Is.Null);
        using var administrator = await site.Host.SignInAsync();
        var key = (await administrator.GetAsync("filter/user?filter=ny@kommune.example")).Ids().Single();
        await administrator.DoAsync(HttpMethod.Post, "user/set-user-groups", new { userIds = new[] { new { id = key } }, userGroupIds = new[] { new { id = Constants.Security.EditorGroupKey } } });
        var browser = site.NewBrowser();
        Assert.That(await site.ComeAsync(browser), Is.Null);
        Assert.That((await EntraSite.CurrentUserAsync(browser))["userGroupIds"].Ids(), Is.EqualTo(new[] { Constants.Security.EditorGroupKey }));
        using var page = await browser.GetAsync("/umbraco/login?ReturnUrl=%2Fumbraco%22%3E");
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("Log ind med Testkommune").And.Not.Contain("umbraco\">\""));
    }

    [Test]
    public async Task When_the_directory_is_away_the_password_still_opens_and_health_says_so()
    {
        await using var site = await EntraSite.StartAsync();
        using var stranger = site.Host.Stranger();
        var well = JsonNode.Parse(await stranger.GetStringAsync("/health/ready"))!;
        Assert.That(well["checks"]!["entra"]!["status"]!.GetValue<string>(), Is.EqualTo("Healthy"));
        await site.Directory.StopAsync();

        await using var away = StrangerTo(site.Directory);
        var browser = new AuthBrowser(away.Stranger());
        using var asked = await browser.GetAsync("/umbraco/login/kommune");
        Assert.That(asked.Headers.Location!.OriginalString, Is.EqualTo("/umbraco/login?afvist=unreachable"));
        using var health = await away.Stranger().GetAsync("/health/ready");
        var told = JsonNode.Parse(await health.Content.ReadAsStringAsync())!;
        Assert.Multiple(() =>
        {
            Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.OK), "readers and passwords do not need it");
            Assert.That(told["checks"]!["entra"]!["status"]!.GetValue<string>(), Is.EqualTo("Degraded"));
            Assert.That(told["checks"]!["entra"]!["description"]!.GetValue<string>(), Does.Contain("Adgangskoder virker."));
        });
        Assert.That((await browser.LoginAsync(CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_group_that_does_not_exist_is_told_by_health_and_to_whoever_comes()
    {
        await using var site = await EntraSite.StartAsync(("Hedensted:Auth:Entra:Groups:andet", "findes-ikke"));
        using var stranger = site.Host.Stranger();
        var health = JsonNode.Parse(await stranger.GetStringAsync("/health/ready"))!["checks"]!["entra"]!;
        Assert.That(health["description"]!.GetValue<string>(), Does.Contain("findes-ikke"));
        site.Directory.Account = new DirectoryAccount("Karen", "karen@kommune.example") { Roles = ["redaktoer"] };
        Assert.That(await site.ComeAsync(site.NewBrowser()), Is.EqualTo("missinggroup"));
    }

    [TestCase("TenantId", "common", "«common»")]
    [TestCase("TenantId", "", "mangler")]
    [TestCase("ClientId", "mit-program", "ClientId")]
    [TestCase("ClientSecret", "", "Hedensted__Auth__Entra__ClientSecret")]
    [TestCase("Instance", "http://login.example", "https://")]
    [TestCase("Groups:redaktoer", null, "Groups")]
    [TestCase("DefaultGroups:0", "writer", "DefaultGroups")]
    public void A_setting_that_cannot_be_is_said_in_a_sentence(string name, string? value, string said)
    {
        var settings = new Dictionary<string, string>
        {
            ["TenantId"] = Tenant,
            ["ClientId"] = Tenant,
            ["ClientSecret"] = "hemmelig-nok-til-en-prøve",
            ["Groups:redaktoer"] = "editor",
        };
        settings.Remove(name);
        if (value is not null)
        {
            settings[name] = value;
        }

        var refused = Assert.ThrowsAsync<InvalidOperationException>(() =>
            CmsProcess.StartAsync(settings: [.. settings.Select(setting => ($"Hedensted:Auth:Entra:{setting.Key}", setting.Value))]));
        Assert.That(refused!.Message, Does.Contain(said).And.Contain("Ret den, og start igen.").And.Not.Contain("   at ").And.Not.Contain("hemmelig-nok"));
    }

    // One that has never met it: what is known of a directory is remembered for a while.
    private static CmsFactory StrangerTo(IdentityProvider directory) => directory.Settings
        .Append((Name: "Hedensted:Auth:Entra:Groups:redaktoer", Value: "editor"))
        .Aggregate(new CmsFactory(), (factory, setting) => factory.With(setting.Name, setting.Value));
}
