using System.Net;
using System.Text.Json;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>Guessing passwords.</summary>
public class LoginTests
{
    private AuthHost _host = null!;

    [SetUp]
    public async Task StartAsync() => _host = await AuthHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task The_e_mail_is_read_without_regard_to_case_and_blanks()
    {
        Assert.That((await _host.NewBrowser().LoginAsync("  RIKKE@Hedensted.example ")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(AuthHost.Email)]
    [TestCase("nobody@hedensted.example")]
    public async Task Five_wrong_passwords_lock_a_name_whether_or_not_somebody_has_it(string email)
    {
        var browser = _host.NewBrowser();
        for (var attempt = 1; attempt < 5; attempt++)
        {
            Assert.That((await browser.LoginAsync(email, "forkert")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        var locked = await browser.LoginAsync(email, "forkert");
        Assert.That(locked.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var problem = JsonDocument.Parse(await locked.Content.ReadAsStringAsync()).RootElement;
        Assert.That(problem.GetProperty("detail").GetString(), Is.EqualTo("Kontoen er låst efter for mange forkerte forsøg. Prøv igen efter kl. 09.06."));
        Assert.That((await browser.LoginAsync(email, AuthHost.Password)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), "not even the right one");
    }

    [Test]
    public async Task The_lock_opens_by_itself_and_grows_when_the_guessing_goes_on()
    {
        var browser = _host.NewBrowser();
        await FailFiveTimesAsync(browser);
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.That((await browser.LoginAsync(password: "forkert")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "open again");

        for (var attempt = 1; attempt < 5; attempt++)
        {
            await browser.LoginAsync(password: "forkert");
        }

        _host.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.That((await browser.LoginAsync()).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), "a quarter of an hour the second time");
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await browser.LoginAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_right_password_wipes_the_slate_clean()
    {
        var browser = _host.NewBrowser();
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 1; attempt < 5; attempt++)
            {
                await browser.LoginAsync(password: "forkert");
            }

            Assert.That((await browser.LoginAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task One_address_cannot_try_many_names()
    {
        var browser = _host.NewBrowser();
        for (var name = 0; name < 20; name++)
        {
            Assert.That((await browser.LoginAsync($"person{name}@hedensted.example", "forkert")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        var answer = await browser.LoginAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromMinutes(1)));
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await browser.LoginAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Wrong_and_unknown_get_the_same_answer()
    {
        var wrong = await (await _host.NewBrowser().LoginAsync(password: "forkert")).Content.ReadAsStringAsync();
        var unknown = await (await _host.NewBrowser().LoginAsync("nobody@hedensted.example")).Content.ReadAsStringAsync();
        Assert.That(Comparable(unknown), Is.EqualTo(Comparable(wrong)));
    }

    [Test]
    public async Task A_form_from_another_page_cannot_sign_anybody_in()
    {
        var browser = _host.NewBrowser();
        var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{AuthBrowser.Root}/login")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = AuthHost.Email, ["password"] = AuthHost.Password }),
        });
        Assert.That(answer.IsSuccessStatusCode, Is.False);
        Assert.That(browser.Cookies, Is.Empty);
    }

    private static async Task FailFiveTimesAsync(AuthBrowser browser)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.LoginAsync(password: "forkert");
        }
    }

    // Each answer carries a trace id of its own.
    private static string Comparable(string problem)
    {
        var root = JsonDocument.Parse(problem).RootElement;
        return string.Join('|', root.EnumerateObject().Where(member => member.Name != "traceId").Select(member => $"{member.Name}={member.Value}"));
    }
}
