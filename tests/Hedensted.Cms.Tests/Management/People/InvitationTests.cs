using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hedensted.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace Hedensted.Cms.Tests.Management.People;

/// <summary>How somebody gets a first password, and a new one.</summary>
public partial class InvitationTests
{
    private const string Password = "en helt ny sætning";
    private const string Site = "https://cms.hedensted.example";
    private static readonly Guid Writers = Umbraco.Cms.Core.Constants.Security.WriterGroupKey;

    private MailServer _mail = null!;
    private CmsFactory _host = null!;
    private Editor _administrator = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _mail = new MailServer();
        _host = new CmsFactory()
            .With("Umbraco:CMS:Global:Smtp:Host", "127.0.0.1")
            .With("Umbraco:CMS:Global:Smtp:Port", _mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("Umbraco:CMS:Global:Smtp:From", "cms@hedensted.example")
            .With("Umbraco:CMS:Global:Smtp:SecureSocketOptions", "None")
            .With("Umbraco:CMS:WebRouting:UmbracoApplicationUrl", Site);
        _administrator = await _host.SignInAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _administrator.Dispose();
        await _host.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Test]
    public async Task The_invited_take_the_link_choose_a_password_and_sign_in_and_the_link_is_dead()
    {
        var (key, email) = await InviteAsync("Velkommen til!");
        var letter = _mail.Next();
        Assert.That(letter, Does.Contain($"To: {email}").And.Contain("Velkommen til!").And.Contain("Rikke Redaktør har inviteret dig"));
        var query = LinkIn(letter);
        Assert.That((await _administrator.GetAsync($"user/{key}"))!["state"]!.GetValue<string>(), Is.EqualTo("Invited"));

        using var stranger = _host.Stranger();
        var user = new { id = key };
        Assert.Multiple(async () =>
        {
            Assert.That(await StatusAsync(stranger, "user/invite/verify", new { user, token = "gættet" }), Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await StatusAsync(stranger, "user/invite/verify", new { user = new { id = Guid.NewGuid() }, token = query["inviteCode"].ToString() }), Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await StatusAsync(stranger, "security/forgot-password/reset", new { user, resetCode = query["inviteCode"].ToString(), password = Password }), Is.EqualTo(HttpStatusCode.BadRequest), "an invitation is no reset");
            Assert.That(await StatusAsync(stranger, "user/invite/verify", new { user, token = query["inviteCode"].ToString() }), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await StatusAsync(stranger, "user/invite/create-password", new { user, token = query["inviteCode"].ToString(), password = "kort" }), Is.EqualTo(HttpStatusCode.BadRequest));
        });
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StatusAsync(stranger, "user/invite/create-password", new { user, token = query["inviteCode"].ToString(), password = Password })));
        Assert.That(answers.Count(status => status == HttpStatusCode.OK), Is.EqualTo(1), "once, also when asked five times at once");
        using var colleague = await _host.SignInAsync(email, Password);
        Assert.That(await StatusAsync(stranger, "user/invite/verify", new { user, token = query["inviteCode"].ToString() }), Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_new_invitation_ends_the_one_before_it()
    {
        var (key, _) = await InviteAsync(null);
        var first = LinkIn(_mail.Next());
        await _administrator.DoAsync(HttpMethod.Post, "user/invite/resend", new { user = new { id = key }, message = "Igen" });
        var second = LinkIn(_mail.Next());
        using var stranger = _host.Stranger();
        var user = new { id = key };
        Assert.That(await StatusAsync(stranger, "user/invite/verify", new { user, token = first["inviteCode"].ToString() }), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await StatusAsync(stranger, "user/invite/verify", new { user, token = second["inviteCode"].ToString() }), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_letter_that_the_mail_server_refuses_comes_later()
    {
        _mail.Refuse(1);
        var refused = _mail.Refused;
        await InviteAsync(null);
        Assert.That(LinkIn(_mail.Next())["flow"], Is.EqualTo("invite-user"));
        Assert.That(_mail.Refused, Is.EqualTo(refused + 1));
    }

    [Test]
    public async Task Whoever_has_forgotten_gets_a_link_to_our_own_address_and_nobody_learns_who_exists()
    {
        var (_, email, password) = await _administrator.NewUserAsync(Writers);
        using var before = await _host.SignInAsync(email, password);
        using var stranger = _host.Stranger();
        using var known = await ForgetAsync(stranger, email);
        using var unknown = await ForgetAsync(stranger, "ingen@example.dk");
        Assert.That((int)unknown.StatusCode, Is.EqualTo((int)known.StatusCode).And.EqualTo(200));
        Assert.That(await unknown.Content.ReadAsStringAsync(), Is.EqualTo(await known.Content.ReadAsStringAsync()));

        var letter = _mail.Next();
        var query = LinkIn(letter);
        Assert.That(letter, Does.Contain($"To: {email}"));
        var user = new { id = query["userId"].ToString() };
        Assert.That(await StatusAsync(stranger, "security/forgot-password/verify", new { user, resetCode = query["resetCode"].ToString() }), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusAsync(stranger, "security/forgot-password/reset", new { user, resetCode = query["resetCode"].ToString(), password = Password }), Is.EqualTo(HttpStatusCode.NoContent));
        using var old = await before.SendAsync(HttpMethod.Get, "user/current");
        Assert.That(old.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "every session from before is over");
        using var colleague = await _host.SignInAsync(email, Password);
        Assert.That(_mail.IsEmpty, "nothing went to somebody who is nobody");

        static Task<HttpResponseMessage> ForgetAsync(HttpClient client, string address)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/umbraco/management/api/v1/security/forgot-password") { Content = JsonContent.Create(new { email = address }) };
            request.Headers.Host = "evil.example";
            return client.SendAsync(request);
        }
    }

    [Test]
    public async Task A_link_that_does_not_work_says_so_and_one_that_does_shows_the_form()
    {
        var (key, email) = await InviteAsync(null);
        var query = LinkIn(_mail.Next());
        using var stranger = _host.Stranger();
        var page = await stranger.GetStringAsync($"/umbraco/login?flow=invite-user&userId={key}&inviteCode={query["inviteCode"]}");
        Assert.That(page, Does.Contain("Vælg din adgangskode").And.Contain(email));
        using var dead = await stranger.GetAsync($"/umbraco/login?flow=invite-user&userId={key}&inviteCode=gammel");
        Assert.That(dead.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await dead.Content.ReadAsStringAsync(), Does.Contain("Linket gælder ikke længere"));
        Assert.That(await stranger.GetStringAsync("/umbraco/login"), Does.Contain("flow=reset"));
        Assert.That(await stranger.GetStringAsync("/umbraco/login?flow=reset"), Does.Contain("Glemt adgangskoden?"));
    }

    [Test]
    public async Task Without_a_mail_server_the_administrator_is_shown_the_link()
    {
        await using var host = new CmsFactory();
        using var administrator = await host.SignInAsync();
        var email = $"{Guid.NewGuid():N}@example.dk";
        using var response = await administrator.SendAsync(HttpMethod.Post, "user/invite", Invitation(Guid.NewGuid(), email, null));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var shown = JsonNode.Parse(response.Headers.GetValues("Umb-Notifications").Single())![0]!["message"]!.GetValue<string>();
        var query = LinkIn(shown);
        using var stranger = host.Stranger();
        Assert.That(
            await StatusAsync(stranger, "user/invite/create-password", new { user = new { id = query["userId"].ToString() }, token = query["inviteCode"].ToString(), password = Password }),
            Is.EqualTo(HttpStatusCode.OK));
        using var colleague = await host.SignInAsync(email, Password);
        Assert.That(await stranger.GetStringAsync("/umbraco/login"), Does.Not.Contain("flow=reset"), "nothing that cannot be done is offered");
    }

    private async Task<(Guid Key, string Email)> InviteAsync(string? message)
    {
        var (key, email) = (Guid.NewGuid(), $"{Guid.NewGuid():N}@example.dk");
        await _administrator.DoAsync(HttpMethod.Post, "user/invite", Invitation(key, email, message));
        return (key, email);
    }

    private static object Invitation(Guid id, string email, string? message) =>
        new { id, email, userName = email, name = "Ny Kollega", userGroupIds = new[] { new { id = Writers } }, message };

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> LinkIn(string letter)
    {
        var link = Link().Match(letter).Value;
        Assert.That(link, Does.StartWith(Site).Or.StartWith("https://localhost"));
        return QueryHelpers.ParseQuery(new Uri(link).Query);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync($"/umbraco/management/api/v1/{path}", body);
        return response.StatusCode;
    }

    [GeneratedRegex(@"https://\S+/umbraco/login\?\S+")]
    private static partial Regex Link();
}
