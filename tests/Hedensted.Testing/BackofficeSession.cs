using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;

namespace Hedensted.Testing;

/// <summary>An editor's session with a running server, signed in as the backoffice does it: OAuth with PKCE and httpOnly cookies.</summary>
/// <remarks>Keeps cookies itself, because .NET's container does not send Secure cookies to a loopback address as browsers do.</remarks>
public sealed class BackofficeSession : IDisposable
{
    private const string Api = "/umbraco/management/api/v1";

    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies = [];
    private Guid? _eventType;

    private BackofficeSession(HttpMessageHandler handler, Uri address) => _http = new HttpClient(handler) { BaseAddress = address };

    /// <summary>The session's cookies, for a client of another kind.</summary>
    public string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>Signs in.</summary>
    public static Task<BackofficeSession> SignInAsync(Uri address, string email, string password, CancellationToken cancellationToken = default) =>
        SignInAsync(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, address, email, password, cancellationToken);

    /// <summary>Signs in through a handler, e.g. that of a host in the test's own process.</summary>
    public static async Task<BackofficeSession> SignInAsync(
        HttpMessageHandler handler, Uri address, string email, string password, CancellationToken cancellationToken = default)
    {
        var session = new BackofficeSession(handler, address);
        var redirect = new Uri(address, "/umbraco/oauth_complete").ToString();
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(64));
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var authorize = $"{Api}/security/back-office/authorize?client_id=umbraco-back-office&redirect_uri={Uri.EscapeDataString(redirect)}"
            + $"&scope=offline_access&response_type=code&state=s&code_challenge={challenge}&code_challenge_method=S256&prompt=consent&access_type=offline";

        (await session.SendAsync(HttpMethod.Post, $"{Api}/security/back-office/login", JsonContent.Create(new { username = email, password }), null, cancellationToken)).EnsureSuccessStatusCode();
        var issued = await session.SendAsync(HttpMethod.Get, authorize, null, null, cancellationToken);
        if (issued.StatusCode != HttpStatusCode.Redirect || issued.Headers.Location?.ToString().StartsWith(redirect, StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException($"Authorisation answered {issued.StatusCode} to {issued.Headers.Location}.");
        }

        (await session.SendAsync(HttpMethod.Post, $"{Api}/security/back-office/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "umbraco-back-office",
            ["redirect_uri"] = redirect,
            ["grant_type"] = "authorization_code",
            ["code"] = "[redacted]",
            ["code_verifier"] = verifier,
        }), null, cancellationToken)).EnsureSuccessStatusCode();
        return session;
    }

    /// <summary>Calls one operation of the Management API.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below <c>/umbraco/management/api/v1</c>, or a whole path below <c>/umbraco</c>.</param>
    /// <param name="body">Sent as JSON, a string as the JSON it is and an HttpContent as it is; null sends none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, object? body = null, CancellationToken cancellationToken = default) =>
        SendAsync(method, path.StartsWith("/umbraco", StringComparison.Ordinal) ? path : Api + path, ContentOf(body), null, cancellationToken);

    /// <summary>Saves what was opened; refused when it has been changed since.</summary>
    /// <param name="path">As in <see cref="CallAsync"/>.</param>
    /// <param name="body">As in <see cref="CallAsync"/>.</param>
    /// <param name="opened">The <c>ETag</c> of what was opened.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<HttpResponseMessage> SaveOpenedAsync(string path, object body, string opened, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Api + path, ContentOf(body), opened, cancellationToken);

    /// <summary>Reads one operation's answer.</summary>
    public async Task<JsonNode?> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        using var answer = await CallAsync(HttpMethod.Get, path, null, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
    }

    /// <summary>Creates and publishes a single event in Hedensted Bibliotek, and waits until readers see it.</summary>
    /// <returns>The document's key and the feed position at which readers see it.</returns>
    public async Task<(Guid Key, long Position)> PublishEventAsync(string title, DateTime start, Guid? key = null, CancellationToken cancellationToken = default)
    {
        var published = await PublishEventWithoutWaitingAsync(title, start, key, cancellationToken);
        await CatchUpAsync(published.Position, cancellationToken);
        return published;
    }

    /// <summary>Waits until readers see this position: the server holds each question back until it does, or half a second.</summary>
    public async Task CatchUpAsync(long position, CancellationToken cancellationToken = default)
    {
        long seen;
        do
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
            question.Headers.Add("Accept", "application/json");
            question.Headers.Add("Hedensted-Min-Position", position.ToString(System.Globalization.CultureInfo.InvariantCulture));
            using var answer = await _http.SendAsync(question, cancellationToken);
            seen = PositionOf(answer);
        }
        while (seen < position);
    }

    /// <summary>As <see cref="PublishEventAsync"/>, but returns as soon as the server has answered.</summary>
    public async Task<(Guid Key, long Position)> PublishEventWithoutWaitingAsync(string title, DateTime start, Guid? key = null, CancellationToken cancellationToken = default)
    {
        var id = key ?? Guid.NewGuid();
        using var answer = await CallAsync(HttpMethod.Post, "/document/create-and-publish", EventBody(await EventTypeAsync(cancellationToken), id, title, start), cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Publishing «{title}» answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }

        return (id, PositionOf(answer));
    }

    /// <summary>Saves such an event without publishing it; it lacks nothing.</summary>
    /// <returns>The document's key.</returns>
    public async Task<Guid> DraftEventAsync(string title, DateTime start, CancellationToken cancellationToken = default)
    {
        var id = Guid.NewGuid();
        using var answer = await CallAsync(HttpMethod.Post, "/document", EventBody(await EventTypeAsync(cancellationToken), id, title, start), cancellationToken);
        return answer.IsSuccessStatusCode
            ? id
            : throw new InvalidOperationException($"Saving «{title}» answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    /// <summary>The type of the library's events; asked for once.</summary>
    internal async Task<Guid> EventTypeAsync(CancellationToken cancellationToken)
    {
        if (_eventType is { } known)
        {
            return known;
        }

        var found = await ReadAsync("/item/document-type/search?query=Arrangement&take=100", cancellationToken);
        var type = found!["items"]!.AsArray().Single(item => item!["name"]!.GetValue<string>() == "Arrangement");
        _eventType = Guid.Parse(type!["id"]!.GetValue<string>());
        return _eventType.Value;
    }

    /// <summary>The feed position that a write answered with.</summary>
    public static long PositionOf(HttpResponseMessage answer) =>
        long.Parse(answer.Headers.GetValues("Hedensted-Position").Single(), System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpContent? ContentOf(object? body) => body switch
    {
        null => null,
        HttpContent content => content,
        string json => new StringContent(json, Encoding.UTF8, "application/json"),
        _ => JsonContent.Create(body),
    };

    private static object EventBody(Guid type, Guid id, string title, DateTime start)
    {
        object Value(string alias, object value) => new { alias, value, culture = (string?)null, segment = (string?)null };
        string Local(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        return new
        {
            id,
            parent = new { id = StartingSite.Events },
            documentType = new { id = type },
            template = (object?)null,
            values = new[]
            {
                Value("title", title),
                Value("teaser", "En prøve af hele vejen fra redaktør til borger."),
                Value("startsAt", new { date = Local(start), timeZone = (string?)null }),
                Value("endsAt", new { date = Local(start.AddHours(2)), timeZone = (string?)null }),
                Value("place", StartingSite.HedenstedLibrary.ToString()),
                Value("focusAreas", new[] { new { type = "document", unique = StartingSite.JoyOfReading } }),
                Value("audiences", new[] { "Voksne" }),
                Value("listed", true),
            },
            variants = new[] { new { culture = (string?)null, segment = (string?)null, name = title } },
            culturesToPublish = Array.Empty<string>(),
        };
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string? opened, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (opened is not null)
        {
            request.Headers.Add("If-Match", opened);
        }

        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Authorization", "Bearer [redacted]");
        var answer = await _http.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';', 2)[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return answer;
    }
}
