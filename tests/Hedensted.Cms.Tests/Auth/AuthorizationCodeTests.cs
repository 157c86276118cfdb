using System.Net;
using System.Text.Json;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>From a password to tokens, and every way in which somebody may try to get them without.</summary>
public class AuthorizationCodeTests
{
    private AuthHost _host = null!;
    private AuthBrowser _browser = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _host = await AuthHost.StartAsync();
        _browser = _host.NewBrowser();
    }

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task An_editor_with_the_right_password_gets_in()
    {
        await _browser.LoginAsync();
        var authorized = await _browser.AuthorizeAsync();
        Assert.That(authorized.Headers.Location?.ToString(), Does.StartWith($"{AuthBrowser.Callback}?code=%5Bredacted%5D&state=s0"));

        var exchanged = await _browser.ExchangeCodeAsync();
        var tokens = JsonDocument.Parse(await exchanged.Content.ReadAsStringAsync()).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tokens.GetProperty("access_token").GetString(), Is.EqualTo("[redacted]"));
            Assert.That(tokens.GetProperty("refresh_token").GetString(), Is.EqualTo("[redacted]"));
            Assert.That(tokens.GetProperty("token_type").GetString(), Is.EqualTo("Bearer"));
            Assert.That(tokens.GetProperty("expires_in").GetInt32(), Is.EqualTo(300));
            Assert.That(_browser.LastSetCookies, Has.Some.Match("^__Host-umbAccessToken=.+path=/; secure; samesite=strict; httponly$"));
            Assert.That(_browser.LastSetCookies, Has.Some.Match("^__Host-umbRefreshToken=.+path=/; secure; samesite=strict; httponly$"));
            Assert.That(_browser.Cookies, Does.Not.ContainKey("__Host-umbPkceCode"));
        }

        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Somebody_who_is_not_signed_in_is_sent_to_the_sign_in_page_and_back()
    {
        var answer = await _browser.AuthorizeAsync();
        Assert.That(answer.Headers.Location?.ToString(), Does.StartWith("/umbraco/login?ReturnUrl=%2Fumbraco%2Fmanagement%2Fapi%2Fv1%2Fsecurity%2Fback-office%2Fauthorize%3Fclient_id"));
    }

    [Test]
    public async Task A_code_works_once_and_its_second_use_ends_the_session()
    {
        await _browser.LoginAsync();
        await _browser.AuthorizeAsync();
        var thief = _browser.Copy();
        await _browser.ExchangeCodeAsync();
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));

        await AssertRefusedAsync(thief.ExchangeCodeAsync());
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Of_fifty_exchanges_of_one_code_exactly_one_succeeds()
    {
        await _browser.LoginAsync();
        await _browser.AuthorizeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _browser.Copy().ExchangeCodeAsync()));
        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
    }

    [Test]
    public async Task A_code_is_worth_nothing_without_its_verifier()
    {
        await _browser.LoginAsync();
        await _browser.AuthorizeAsync();
        await AssertRefusedAsync(_browser.Copy().ExchangeCodeAsync(verifier: new string('x', 64)));
        await AssertRefusedAsync(_browser.Copy().ExchangeCodeAsync(verifier: string.Empty));
        Assert.That((await _browser.ExchangeCodeAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK), "a wrong guess takes nothing from the right browser");
    }

    [Test]
    public async Task A_code_is_worth_nothing_for_another_return_address()
    {
        await _browser.LoginAsync();
        await _browser.AuthorizeAsync();
        await AssertRefusedAsync(_browser.ExchangeCodeAsync(redirectUri: AuthBrowser.Callback + "/"));
    }

    [Test]
    public async Task A_code_that_does_not_come_in_the_cookie_is_refused()
    {
        await _browser.LoginAsync();
        await _browser.AuthorizeAsync();
        await AssertRefusedAsync(_browser.ExchangeCodeAsync(code: _browser.Cookies["__Host-umbPkceCode"]));
    }

    [Test]
    public async Task A_code_is_gone_after_a_minute()
    {
        await _browser.LoginAsync();
        await _browser.AuthorizeAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(60));
        await AssertRefusedAsync(_browser.ExchangeCodeAsync());
    }

    [TestCase("https://evil.example/umbraco/oauth_complete")]
    [TestCase("https://cms.hedensted.example/umbraco/oauth_complete/")]
    [TestCase("https://cms.hedensted.example/umbraco/OAUTH_complete")]
    [TestCase("https://cms.hedensted.example/umbraco/oauth_complete@evil.example")]
    [TestCase("https://cms.hedensted.example.evil.example/umbraco/oauth_complete")]
    [TestCase("/umbraco/oauth_complete")]
    [TestCase("")]
    public async Task Nobody_is_ever_sent_to_another_address(string redirectUri)
    {
        await _browser.LoginAsync();
        var answer = await _browser.AuthorizeAsync(("redirect_uri", redirectUri));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Headers.Location, Is.Null);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("evil"));
    }

    [Test]
    public async Task Another_client_is_refused()
    {
        await _browser.LoginAsync();
        Assert.That((await _browser.AuthorizeAsync(("client_id", "somebody-else"))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("code_challenge_method", "plain", "invalid_request")]
    [TestCase("code_challenge_method", "", "invalid_request")]
    [TestCase("code_challenge", "", "invalid_request")]
    [TestCase("code_challenge", "short", "invalid_request")]
    [TestCase("response_type", "token", "unsupported_response_type")]
    public async Task A_weaker_request_gets_an_error_and_no_code(string name, string value, string error)
    {
        await _browser.LoginAsync();
        var answer = await _browser.AuthorizeAsync((name, value));
        Assert.That(answer.Headers.Location?.Query, Does.Contain($"error={error}").And.Contain("state=s0").And.Not.Contain("code="));
        Assert.That(_browser.Cookies, Does.Not.ContainKey("__Host-umbPkceCode"));
    }

    [TestCase("https://evil.example/")]
    [TestCase("//evil.example")]
    [TestCase("https://cms.hedensted.example/umbraco/logout?next=//evil.example")]
    public async Task Sign_out_leads_to_our_own_page_only(string wanted)
    {
        var answer = await _browser.GetAsync($"{AuthBrowser.Root}/signout?post_logout_redirect_uri={Uri.EscapeDataString(wanted)}");
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("https://cms.hedensted.example/umbraco/logout"));
    }

    private static async Task AssertRefusedAsync(Task<HttpResponseMessage> request)
    {
        var answer = await request;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("{\"error\":\"invalid_grant\"}"));
    }
}
