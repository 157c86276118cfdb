using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Content.Changes;

namespace Hedensted.Testing;

/// <summary>A person at the backoffice's keyboard: signs in as the backoffice does and speaks the Management API.</summary>
public sealed class Editor : IDisposable
{
    private const string Root = "/umbraco/management/api/v1/";
    private const string Security = Root + "security/back-office/";
    private const string Redacted = "[redacted]";
    private const string Client = "umbraco-back-office";

    private Editor(HttpClient http) => Http = http;

    /// <summary>Sends as this person; addresses are absolute paths.</summary>
    public HttpClient Http { get; }

    /// <summary>Signs in with the authorization code flow that the backoffice uses.</summary>
    public static async Task<Editor> SignInAsync(HttpMessageHandler handler, Uri site, string email, string password)
    {
        var http = new HttpClient(new CookieJar(handler)) { BaseAddress = site };
        http.DefaultRequestHeaders.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        using var login = await http.PostAsJsonAsync(Security + "login", new { username = email, password });
        login.EnsureSuccessStatusCode();

        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(64));
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var callback = new Uri(site, "/umbraco/oauth_complete").ToString();
        using var authorize = await http.GetAsync(new Uri(
            $"{Security}authorize?client_id={Client}&redirect_uri={Uri.EscapeDataString(callback)}&scope=offline_access&response_type=code"
            + $"&state={Guid.NewGuid():N}&code_challenge={challenge}&code_challenge_method=S256&prompt=consent&access_type=offline",
            UriKind.Relative));
        if (authorize.Headers.Location?.ToString().StartsWith(callback, StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException($"Sign-in was sent to {authorize.Headers.Location} ({authorize.StatusCode}).");
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Client,
            ["redirect_uri"] = callback,
            ["code"] = Redacted,
            ["code_verifier"] = verifier,
        });
        using var token = await http.PostAsync(new Uri(Security + "token", UriKind.Relative), form);
        token.EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Redacted}");
        return new Editor(http);
    }

    /// <summary>Sends a request below <c>/umbraco/management/api/v1/</c>; the caller looks at the answer.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        var address = path.StartsWith('/') ? path : Root + path;
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (body is not null)
        {
            request.Content = body is string text ? new StringContent(text, Encoding.UTF8, "application/json") : JsonContent.Create(body);
        }

        return Http.SendAsync(request);
    }

    /// <summary>Reads JSON.</summary>
    /// <exception cref="HttpRequestException">The answer was not 200.</exception>
    public async Task<JsonNode?> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        await EnsureAsync(response);
        var text = await response.Content.ReadAsStringAsync();
        return JsonNode.Parse(text);
    }

    /// <summary>Sends and expects success.</summary>
    /// <returns>The position at which readers see it; null when readers are not affected.</returns>
    public async Task<ChangePosition?> DoAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body);
        await EnsureAsync(response);
        return PositionOf(response);
    }

    /// <summary>Creates a draft.</summary>
    public async Task<Guid> CreateAsync(Guid documentType, string name, Guid? parent = null, params (string Alias, object? Value)[] values)
    {
        var id = Guid.NewGuid();
        await DoAsync(HttpMethod.Post, "document", Body(id, documentType, name, parent, values));
        return id;
    }

    /// <summary>Creates and publishes an invariant document.</summary>
    public async Task<(Guid Id, ChangePosition Position)> CreateAndPublishAsync(
        Guid documentType, string name, Guid? parent = null, params (string Alias, object? Value)[] values)
    {
        var id = Guid.NewGuid();
        var body = Body(id, documentType, name, parent, values);
        body["culturesToPublish"] = new JsonArray();
        var position = await DoAsync(HttpMethod.Post, "document/create-and-publish", body);
        return (id, position ?? throw new InvalidOperationException("Publishing named no position."));
    }

    /// <summary>What the backoffice sends when it saves the document as it stands now, for the test to change.</summary>
    public async Task<JsonObject> OpenAsync(Guid id)
    {
        var document = (await GetAsync($"document/{id}"))!.AsObject();
        return new JsonObject
        {
            ["template"] = null,
            ["values"] = document["values"]!.DeepClone(),
            ["variants"] = document["variants"]!.DeepClone(),
        };
    }

    /// <summary>Opens, changes values and saves.</summary>
    public async Task SaveAsync(Guid id, params (string Alias, object? Value)[] values)
    {
        var body = await OpenAsync(id);
        Set(body, values);
        await DoAsync(HttpMethod.Put, $"document/{id}", body);
    }

    /// <summary>Publishes an invariant document as it is saved.</summary>
    public async Task<ChangePosition> PublishAsync(Guid id)
    {
        var body = new { publishSchedules = new[] { new { culture = (string?)null, schedule = (object?)null } } };
        return await DoAsync(HttpMethod.Put, $"document/{id}/publish", body) ?? throw new InvalidOperationException("Publishing named no position.");
    }

    /// <summary>Takes a document from readers.</summary>
    public async Task<ChangePosition> UnpublishAsync(Guid id) =>
        await DoAsync(HttpMethod.Put, $"document/{id}/unpublish", new { cultures = (string[]?)null })
        ?? throw new InvalidOperationException("Unpublishing named no position.");

    /// <summary>Moves a document to the recycle bin.</summary>
    public Task<ChangePosition?> TrashAsync(Guid id) => DoAsync(HttpMethod.Put, $"document/{id}/move-to-recycle-bin");

    /// <summary>The state of a document's first variant, e.g. <c>Published</c>.</summary>
    public async Task<string> StateOfAsync(Guid id) => (await GetAsync($"document/{id}"))!["variants"]![0]!["state"]!.GetValue<string>();

    /// <summary>The body of a new document, as the backoffice sends it.</summary>
    public static JsonObject Body(Guid id, Guid documentType, string name, Guid? parent = null, params (string Alias, object? Value)[] values)
    {
        var body = new JsonObject
        {
            ["id"] = id,
            ["parent"] = parent is { } key ? new JsonObject { ["id"] = key } : null,
            ["documentType"] = new JsonObject { ["id"] = documentType },
            ["template"] = null,
            ["values"] = new JsonArray(),
            ["variants"] = new JsonArray(new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = name, ["state"] = null, ["updateDate"] = null }),
        };
        Set(body, values);
        return body;
    }

    /// <summary>Sets values in a body; null takes a value out.</summary>
    public static void Set(JsonObject body, params (string Alias, object? Value)[] values)
    {
        var list = body["values"]!.AsArray();
        foreach (var (alias, value) in values)
        {
            foreach (var old in list.Where(item => item!["alias"]!.GetValue<string>() == alias).ToList())
            {
                list.Remove(old);
            }

            if (value is not null)
            {
                list.Add(new JsonObject
                {
                    ["editorAlias"] = "",
                    ["culture"] = null,
                    ["segment"] = null,
                    ["alias"] = alias,
                    ["value"] = System.Text.Json.JsonSerializer.SerializeToNode(value),
                });
            }
        }
    }

    /// <summary>The position that an answer names.</summary>
    public static ChangePosition? PositionOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Hedensted-Position", out var values) && ChangePosition.TryParse(values.Single(), out var position) ? position : null;

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();

    private static async Task EnsureAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync();
            throw new HttpRequestException(string.Create(
                CultureInfo.InvariantCulture, $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {text}"));
        }
    }

    // Keeps cookies by name. A CookieContainer would hold secure cookies back on the plain loopback address.
    private sealed class CookieJar(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly Dictionary<string, string> _cookies = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_cookies)
            {
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                lock (_cookies)
                {
                    foreach (var cookie in set)
                    {
                        var pair = cookie.Split(';')[0].Split('=', 2);
                        _cookies[pair[0]] = pair[1];
                    }
                }
            }

            return response;
        }
    }
}
