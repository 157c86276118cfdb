using System.Text.Json.Nodes;
using System.Web;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Auth.Entra;

/// <summary>The whole program with a directory beside it, and browsers that go from one to the other.</summary>
internal sealed class EntraSite : IAsyncDisposable
{
    public const string Callback = "https://localhost/umbraco/oauth_complete";

    private readonly HttpClient _directory = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private EntraSite(IdentityProvider directory, CmsFactory host) => (Directory, Host) = (directory, host);

    public IdentityProvider Directory { get; }

    public CmsFactory Host { get; }

    /// <summary>A site where the role «redaktoer» gives the group of editors, and «chef» that of administrators.</summary>
    public static Task<EntraSite> StartAsync(params (string Name, string Value)[] settings) => StartWithoutRolesAsync(
        [("Hedensted:Auth:Entra:Groups:redaktoer", "editor"), ("Hedensted:Auth:Entra:Groups:chef", "admin"), .. settings]);

    /// <summary>A site that says itself what the directory's people may do.</summary>
    public static async Task<EntraSite> StartWithoutRolesAsync(params (string Name, string Value)[] settings)
    {
        var directory = await IdentityProvider.StartAsync();
        var host = directory.Settings.Concat(settings).Aggregate(new CmsFactory(), (factory, setting) => factory.With(setting.Name, setting.Value));
        return new EntraSite(directory, host);
    }

    public AuthBrowser NewBrowser() => new(Host.Stranger());

    /// <summary>Presses the button, and lets the directory send the browser back.</summary>
    /// <returns>The address that it is sent back to, with the code.</returns>
    public async Task<Uri> AskAsync(AuthBrowser browser)
    {
        using var asked = await browser.GetAsync("/umbraco/login/kommune?ReturnUrl=%2Fumbraco%2Fsection%2Fmedia");
        using var sentBack = await _directory.GetAsync(asked.Headers.Location);
        return sentBack.Headers.Location ?? throw new InvalidOperationException($"The directory answered {sentBack.StatusCode}: {await sentBack.Content.ReadAsStringAsync()}");
    }

    /// <summary>All the way in, or to the sign-in page with a refusal.</summary>
    /// <returns>The refusal's name; null when the browser is in.</returns>
    public async Task<string?> ComeAsync(AuthBrowser browser) => await ReturnAsync(browser, await AskAsync(browser));

    /// <summary>The last part of the way.</summary>
    public static async Task<string?> ReturnAsync(AuthBrowser browser, Uri back)
    {
        using var answer = await browser.GetAsync(back.PathAndQuery);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location!.OriginalString.Split('?', 2)[1]);
        Assert.That(answer.Headers.Location!.OriginalString, Does.StartWith("/umbraco/login?"));
        if (query["afvist"] is { } refusal)
        {
            return refusal;
        }

        Assert.That((query["flow"], query["ReturnUrl"]), Is.EqualTo(("entered", "/umbraco/section/media")));
        return null;
    }

    /// <summary>Who is signed in, as the backoffice asks.</summary>
    public static async Task<JsonNode> CurrentUserAsync(AuthBrowser browser)
    {
        Assert.That((await browser.AuthorizeAsync(("redirect_uri", Callback))).Headers.Location!.OriginalString, Does.StartWith(Callback));
        Assert.That((await browser.ExchangeCodeAsync(redirectUri: Callback)).IsSuccessStatusCode);
        using var answer = await browser.CallAsync(HttpMethod.Get, "/umbraco/management/api/v1/user/current");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        _directory.Dispose();
        await Host.DisposeAsync();
        await Directory.DisposeAsync();
    }
}
