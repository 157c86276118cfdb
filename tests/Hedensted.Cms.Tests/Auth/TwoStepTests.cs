using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Cms.Auth;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>Signing in with a password and a code from an app.</summary>
public class TwoStepTests
{
    private const string Api = "/umbraco/management/api/v1";
    private const string Provider = "Hedensted.Totp";

    private AuthHost _host = null!;

    [SetUp]
    public async Task StartAsync() => _host = await AuthHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    // RFC 6238, appendix B: the secret "12345678901234567890", the last six of the eight digits.
    [TestCase(59, "287082")]
    [TestCase(1111111109, "081804")]
    [TestCase(1111111111, "050471")]
    [TestCase(1234567890, "005924")]
    [TestCase(2000000000, "279037")]
    [TestCase(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.That(Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))), Is.EqualTo(code));

    [Test]
    public async Task With_two_steps_the_password_alone_lets_nobody_in_and_a_code_works_once()
    {
        var (browser, secret, _) = await EnableAsync();
        Assert.That((await ProvidersAsync(browser))[0]!["isEnabledOnUser"]!.GetValue<bool>(), Is.True);

        var stranger = _host.NewBrowser();
        var asked = await stranger.LoginAsync();
        Assert.That((int)asked.StatusCode, Is.EqualTo(402));
        Assert.That(JsonNode.Parse(await asked.Content.ReadAsStringAsync())!["enabledTwoFactorProviderNames"]![0]!.GetValue<string>(), Is.EqualTo(Provider));
        Assert.That((await stranger.AuthorizeAsync()).Headers.Location!.ToString(), Does.StartWith("/umbraco/login"), "not in yet");
        Assert.That(await VerifyAsync(stranger, "000000"), Is.EqualTo(HttpStatusCode.BadRequest));

        _host.Time.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(secret, Totp.StepAt(_host.Time.GetUtcNow()));
        Assert.That(await VerifyAsync(stranger, code), Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await stranger.AuthorizeAsync()).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await stranger.ExchangeCodeAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await stranger.CurrentUserStatusAsync(), Is.EqualTo(HttpStatusCode.OK));

        var thief = _host.NewBrowser();
        await thief.LoginAsync();
        Assert.That(await VerifyAsync(thief, code), Is.EqualTo(HttpStatusCode.BadRequest), "seen over a shoulder, and used already");
    }

    [Test]
    public async Task The_code_that_turned_it_on_does_not_also_sign_in()
    {
        var (_, secret, _) = await EnableAsync();
        var browser = _host.NewBrowser();
        await browser.LoginAsync();
        Assert.That(await VerifyAsync(browser, Totp.CodeAt(secret, Totp.StepAt(_host.Time.GetUtcNow()))), Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_recovery_code_opens_once()
    {
        var (_, _, recovery) = await EnableAsync();
        Assert.That(recovery, Has.Length.EqualTo(10).And.Unique);
        var first = _host.NewBrowser();
        await first.LoginAsync();
        Assert.That(await VerifyAsync(first, recovery[3].ToLowerInvariant()), Is.EqualTo(HttpStatusCode.OK));
        var second = _host.NewBrowser();
        await second.LoginAsync();
        Assert.That(await VerifyAsync(second, recovery[3]), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await VerifyAsync(second, recovery[4]), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Guessing_codes_is_stopped_and_whoever_takes_too_long_begins_anew()
    {
        var (_, secret, _) = await EnableAsync();
        var browser = _host.NewBrowser();
        await browser.LoginAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.That(await VerifyAsync(browser, "123456"), Is.EqualTo(HttpStatusCode.BadRequest));
        }

        Assert.That(await VerifyAsync(browser, Totp.CodeAt(secret, Totp.StepAt(_host.Time.GetUtcNow()))), Is.EqualTo(HttpStatusCode.BadRequest), "locked");
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.That(await VerifyAsync(browser, Totp.CodeAt(secret, Totp.StepAt(_host.Time.GetUtcNow()))), Is.EqualTo(HttpStatusCode.Unauthorized), "too late");
        await browser.LoginAsync();
        Assert.That(await VerifyAsync(browser, Totp.CodeAt(secret, Totp.StepAt(_host.Time.GetUtcNow()))), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Nobody_verifies_without_having_shown_the_password_and_a_made_up_note_is_none()
    {
        await EnableAsync();
        var browser = _host.NewBrowser();
        Assert.That(await VerifyAsync(browser, "123456"), Is.EqualTo(HttpStatusCode.Unauthorized));
        browser.Cookies["__Host-umbSecondStep"] = "opdigtet";
        Assert.That(await VerifyAsync(browser, "123456"), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task It_is_turned_off_with_a_code_and_not_without()
    {
        var (browser, secret, _) = await EnableAsync();
        Assert.That((await browser.CallAsync(HttpMethod.Delete, $"{Api}/user/current/2fa/{Provider}?code=000000")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        _host.Time.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(secret, Totp.StepAt(_host.Time.GetUtcNow()));
        Assert.That((await browser.CallAsync(HttpMethod.Delete, $"{Api}/user/current/2fa/{Provider}?code={code}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _host.NewBrowser().LoginAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<(AuthBrowser Browser, string Secret, string[] Recovery)> EnableAsync()
    {
        var browser = _host.NewBrowser();
        await browser.SignInAsync();
        var setUp = JsonNode.Parse(await (await browser.CallAsync(HttpMethod.Get, $"{Api}/user/current/2fa/{Provider}")).Content.ReadAsStringAsync())!;
        var secret = setUp["secret"]!.GetValue<string>();
        Assert.That(setUp["qrCodeSetupImageUrl"]!.GetValue<string>(), Does.StartWith("data:image/svg+xml;base64,"));
        var wrong = await browser.CallAsync(HttpMethod.Post, $"{Api}/user/current/2fa/{Provider}", new { code = "000000", secret });
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var code = Totp.CodeAt(secret, Totp.StepAt(_host.Time.GetUtcNow()));
        var enabled = await browser.CallAsync(HttpMethod.Post, $"{Api}/user/current/2fa/{Provider}", new { code, secret });
        Assert.That(enabled.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (browser, secret, [.. setUp["recoveryCodes"]!.AsArray().Select(code => code!.GetValue<string>())]);
    }

    private static async Task<JsonArray> ProvidersAsync(AuthBrowser browser) =>
        JsonNode.Parse(await (await browser.CallAsync(HttpMethod.Get, $"{Api}/user/current/2fa")).Content.ReadAsStringAsync())!.AsArray();

    private static async Task<HttpStatusCode> VerifyAsync(AuthBrowser browser, string code) =>
        (await browser.CallAsync(HttpMethod.Post, $"{Api}/security/back-office/verify-2fa", new { code, provider = Provider })).StatusCode;
}
