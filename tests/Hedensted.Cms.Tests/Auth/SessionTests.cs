using System.Net;
using Hedensted.Cms.Auth;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>How a session goes on, and how it ends.</summary>
public class SessionTests
{
    private AuthHost _host = null!;
    private AuthBrowser _browser = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _host = await AuthHost.StartAsync();
        _browser = _host.NewBrowser();
        await _browser.SignInAsync();
    }

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task Cookies_without_the_header_are_not_enough()
    {
        var answer = await _browser.GetAsync("/umbraco/management/api/v1/user/current");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task The_header_without_cookies_is_not_enough()
    {
        Assert.That(await _host.NewBrowser().CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Refreshing_gives_new_tokens_and_the_old_access_token_lives_a_moment_longer()
    {
        var before = _browser.Copy();
        Assert.That((await _browser.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_browser.Cookies["__Host-umbAccessToken"], Is.Not.EqualTo(before.Cookies["__Host-umbAccessToken"]));
        Assert.That(_browser.Cookies["__Host-umbRefreshToken"], Is.Not.EqualTo(before.Cookies["__Host-umbRefreshToken"]));
        Assert.That(await before.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK), "a request already on its way");

        _host.Time.Advance(TimeSpan.FromSeconds(21));
        Assert.That(await before.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Fifty_tabs_that_refresh_at_once_all_get_the_same_tokens()
    {
        var tabs = Enumerable.Range(0, 50).Select(_ => _browser.Copy()).ToArray();
        var answers = await Task.WhenAll(tabs.Select(tab => tab.RefreshAsync()));
        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(tabs.Select(tab => tab.Cookies["__Host-umbRefreshToken"]).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await tabs[^1].CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_refresh_token_that_comes_back_later_ends_the_session_for_both()
    {
        var thief = _browser.Copy();
        await _browser.RefreshAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(21));

        Assert.That((await thief.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await _browser.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task An_editor_who_does_nothing_for_twenty_minutes_must_sign_in_again()
    {
        _host.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.That((await _browser.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var authorized = await _browser.AuthorizeAsync();
        Assert.That(authorized.Headers.Location?.ToString(), Does.StartWith("/umbraco/login"), "the login cookie does not outlive the session");
    }

    [Test]
    public async Task An_editor_who_works_on_must_sign_in_again_after_twelve_hours()
    {
        for (var elapsed = TimeSpan.Zero; elapsed < TimeSpan.FromHours(12) - TimeSpan.FromMinutes(15); elapsed += TimeSpan.FromMinutes(15))
        {
            Assert.That((await _browser.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            _host.Time.Advance(TimeSpan.FromMinutes(15));
        }

        await _browser.RefreshAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.That((await _browser.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Signing_in_replaces_the_session_that_the_browser_had()
    {
        var before = _browser.Copy();
        await _browser.SignInAsync();
        Assert.That(_browser.Cookies["UMB_UCONTEXT"], Is.Not.EqualTo(before.Cookies["UMB_UCONTEXT"]));
        _host.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(await before.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task After_signing_out_nothing_that_was_issued_works()
    {
        var copy = _browser.Copy();
        var answer = await _browser.GetAsync($"{AuthBrowser.Root}/signout?post_logout_redirect_uri={Uri.EscapeDataString("https://cms.hedensted.example/umbraco/logout")}");
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("https://cms.hedensted.example/umbraco/logout"));
        Assert.That(_browser.Cookies, Is.Empty);
        Assert.That(await copy.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await copy.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await copy.AuthorizeAsync()).Headers.Location?.ToString(), Does.StartWith("/umbraco/login"));
    }

    [Test]
    public async Task A_new_password_ends_the_sessions_of_other_browsers()
    {
        var other = _host.NewBrowser();
        await other.SignInAsync();
        var answer = await _browser.CallAsync(
            HttpMethod.Post, "/umbraco/management/api/v1/user/current/change-password", new { oldPassword = AuthHost.Password, newPassword = "en helt anden sætning" });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await other.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _host.NewBrowser().LoginAsync()).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "the old password");
    }

    [TestCase(1)]
    [TestCase(24)]
    public async Task A_clock_that_is_set_back_puts_nobody_out_and_whoever_signs_out_is_out(int hours)
    {
        var refreshed = _browser.Copy();
        await _browser.RefreshAsync();
        _host.Time.Set(-TimeSpan.FromHours(hours));
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _browser.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var other = _browser.Copy();
        Assert.That(await other.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await refreshed.RefreshAsync()).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "used long before the clock was set, and so by somebody else");
        Assert.That(await other.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized), "and both are out");
    }

    [Test]
    public async Task What_is_remembered_of_somebody_is_remembered_for_a_second_also_when_the_clock_is_set_back()
    {
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));
        _host.Time.Set(-TimeSpan.FromHours(1));
        var (sessions, now) = (_host.Services.GetRequiredService<SessionStore>(), _host.Time.GetUtcNow());
        var session = await sessions.FindByLoginAsync(OpaqueToken.HashOf(_browser.Cookies["UMB_UCONTEXT"]), now, CancellationToken.None);
        await sessions.RevokeAsync(session!.Id, now, CancellationToken.None);
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await _browser.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.Unauthorized), "another server signed them out");
    }

    [TestCase("Origin", "https://evil.example")]
    [TestCase("Origin", "null")]
    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_cannot_change_anything_through_an_editors_browser(string header, string value)
    {
        var answer = await _browser.CallAsync(
            HttpMethod.Put, "/umbraco/management/api/v1/user/current/profile", new { languageIsoCode = "en" }, (header, value));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Our_own_pages_can_change_things()
    {
        var answer = await _browser.CallAsync(
            HttpMethod.Put, "/umbraco/management/api/v1/user/current/profile", new { languageIsoCode = "en" },
            ("Origin", "https://cms.hedensted.example"), ("Sec-Fetch-Site", "same-origin"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
