using System.Net;
using System.Text.Json;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>What the backoffice asks before it shows its first screen.</summary>
public class BackofficeApiTests
{
    private const string Api = "/umbraco/management/api/v1";

    [TestCase("/server/status", "{\"serverStatus\":\"Run\"}")]
    [TestCase("/server/configuration", "{\"allowPasswordReset\":false,\"versionCheckPeriod\":0,\"allowLocalLogin\":true,\"umbracoCssPath\":\"/css\",\"signalR\":{\"skipNegotiation\":false}}")]
    public async Task Anybody_may_ask_whether_the_server_runs(string address, string answer)
    {
        await using var host = await AuthHost.StartAsync();
        Assert.That(await (await host.NewBrowser().GetAsync(Api + address)).Content.ReadAsStringAsync(), Is.EqualTo(answer));
    }

    [Test]
    public async Task Before_sign_in_only_what_sign_in_needs_is_told()
    {
        await using var host = await AuthHost.StartAsync();
        var packages = JsonDocument.Parse(await (await host.NewBrowser().GetAsync($"{Api}/manifest/manifest/public")).Content.ReadAsStringAsync()).RootElement;
        Assert.That(packages.EnumerateArray().Single().GetProperty("extensions").EnumerateArray().Single().GetProperty("type").GetString(), Is.EqualTo("appEntryPoint"));
    }

    [TestCase("/user/current")]
    [TestCase("/user/current/configuration")]
    [TestCase("/user/configuration")]
    [TestCase("/server/information")]
    [TestCase("/server/troubleshooting")]
    [TestCase("/manifest/manifest")]
    [TestCase("/manifest/manifest/private")]
    [TestCase("/item/user?id=5b2d1f0e-7d44-4dd9-9081-eec5598f1641")]
    [TestCase("/item/user-group")]
    [TestCase("/nothing-we-know")]
    public async Task Everything_else_asks_who_you_are(string address)
    {
        await using var host = await AuthHost.StartAsync();
        Assert.That((await host.NewBrowser().CallAsync(HttpMethod.Get, Api + address)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task An_administrator_gets_what_this_version_can_do_and_nothing_else()
    {
        await using var host = await AuthHost.StartAsync();
        var browser = host.NewBrowser();
        await browser.SignInAsync();
        var me = JsonDocument.Parse(await (await browser.CallAsync(HttpMethod.Get, $"{Api}/user/current")).Content.ReadAsStringAsync()).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(me.GetProperty("email").GetString(), Is.EqualTo(AuthHost.Email));
            Assert.That(me.GetProperty("languageIsoCode").GetString(), Is.EqualTo("da"));
            Assert.That(me.GetProperty("hasDocumentRootAccess").GetBoolean(), Is.True);
            Assert.That(me.GetProperty("documentStartNodeIds").GetArrayLength(), Is.Zero);
            Assert.That(Strings(me, "allowedSections"), Is.EqualTo(new[] { "Umb.Section.Content", "Umb.Section.Media", "Umb.Section.Settings", "Umb.Section.Translation", "Umb.Section.Users" }));
            Assert.That(Strings(me, "fallbackPermissions"), Does.Contain("Umb.Document.Publish").And.Contain("Umb.Document.PropertyValue.Read"));
            Assert.That(Strings(me, "fallbackPermissions"), Does.Not.Contain("Umb.Document.PublicAccess"));
        }
    }

    [Test]
    public async Task An_operation_that_we_lack_is_a_problem_and_not_a_page()
    {
        await using var host = await AuthHost.StartAsync();
        var browser = host.NewBrowser();
        await browser.SignInAsync();
        var answer = await browser.CallAsync(HttpMethod.Get, $"{Api}/webhook");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }

    private static string?[] Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString())];
}
