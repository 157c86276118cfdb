using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>Does what the backoffice does in a browser: keeps cookies, follows nothing by itself, sends the header.</summary>
internal sealed class AuthBrowser(HttpClient http)
{
    public const string Root = "/umbraco/management/api/v1/security/back-office";
    public const string Callback = "https://cms.hedensted.example/umbraco/oauth_complete";
    public const string Verifier = "a-verifier-that-is-long-enough-to-be-one-0123456789-0123456789";

    /// <summary>The cookies, as the browser would send them back.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>The raw <c>Set-Cookie</c> lines of the last answer.</summary>
    public IReadOnlyList<string> LastSetCookies { get; private set; } = [];

    public static string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Another window with the same cookies.</summary>
    public AuthBrowser Copy()
    {
        var copy = new AuthBrowser(http);
        foreach (var (name, value) in Cookies)
        {
            copy.Cookies[name] = value;
        }

        return copy;
    }

    public Task<HttpResponseMessage> LoginAsync(string email = AuthHost.Email, string password = AuthHost.Password) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Root}/login") { Content = JsonContent.Create(new { username = email, password }) });

    public Task<HttpResponseMessage> AuthorizeAsync(params (string Name, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = "umbraco-back-office",
            ["redirect_uri"] = Callback,
            ["scope"] = "offline_access",
            ["response_type"] = "code",
            ["state"] = "s0",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            query[name] = value;
        }

        return GetAsync(QueryHelpers.AddQueryString($"{Root}/authorize", query));
    }

    public Task<HttpResponseMessage> ExchangeCodeAsync(string verifier = Verifier, string code = "[redacted]", string redirectUri = Callback) => TokenAsync(
        ("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier), ("redirect_uri", redirectUri));

    public Task<HttpResponseMessage> RefreshAsync() => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", "[redacted]"), ("redirect_uri", Callback));

    /// <summary>From nothing to tokens in cookies.</summary>
    public async Task SignInAsync()
    {
        Assert.That((await LoginAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await AuthorizeAsync()).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await ExchangeCodeAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    public async Task<HttpStatusCode> CurrentUserStatusAsync() => (await CallAsync(HttpMethod.Get, "/umbraco/management/api/v1/user/current")).StatusCode;

    /// <summary>A call of the backoffice's own client.</summary>
    public Task<HttpResponseMessage> CallAsync(HttpMethod method, string address, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer [redacted]");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await http.SendAsync(request);
        LastSetCookies = response.Headers.TryGetValues("Set-Cookie", out var lines) ? [.. lines] : [];
        foreach (var line in LastSetCookies)
        {
            var (name, value) = (line[..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }

        return response;
    }

    private Task<HttpResponseMessage> TokenAsync(params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Root}/token")
    {
        Content = new FormUrlEncodedContent(fields.Append(("client_id", "umbraco-back-office")).ToDictionary(field => field.Item1, field => field.Item2)),
    });
}
