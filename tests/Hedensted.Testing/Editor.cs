using System.Globalization;
using System.Text.Json.Nodes;
using Hedensted.Content.Changes;

namespace Hedensted.Testing;

/// <summary>A person at the backoffice's keyboard: signs in as the backoffice does and speaks the Management API.</summary>
public sealed class Editor : IDisposable
{
    private readonly BackofficeSession _session;

    private Editor(BackofficeSession session) => _session = session;

    /// <summary>Signs in.</summary>
    public static async Task<Editor> SignInAsync(HttpMessageHandler handler, Uri site, string email, string password) =>
        new(await BackofficeSession.SignInAsync(handler, site, email, password));

    /// <summary>Sends a request below <c>/umbraco/management/api/v1/</c>, or to a whole path below <c>/umbraco</c>; the caller looks at the answer.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        _session.CallAsync(method, path.StartsWith('/') ? path : $"/{path}", body);

    /// <summary>Saves what was opened under this <c>ETag</c>; the caller looks at the answer.</summary>
    public Task<HttpResponseMessage> SaveOpenedAsync(string path, object body, string opened) => _session.SaveOpenedAsync($"/{path}", body, opened);

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

    /// <summary>The type of the library's events.</summary>
    public Task<Guid> EventTypeAsync() => _session.EventTypeAsync(CancellationToken.None);

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
    public void Dispose() => _session.Dispose();

    private static async Task EnsureAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync();
            throw new HttpRequestException(string.Create(
                CultureInfo.InvariantCulture, $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {text}"));
        }
    }
}
