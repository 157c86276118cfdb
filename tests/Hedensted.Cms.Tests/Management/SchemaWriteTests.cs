using System.Net;
using System.Text.Json.Nodes;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>A webmaster makes and changes types as the backoffice does.</summary>
public class SchemaWriteTests
{
    [Test]
    public async Task A_type_with_a_new_data_type_is_made_filled_in_and_answered_by_GraphQL()
    {
        var dataType = await CreateAsync("data-type", DataType("Umbraco.Integer"));
        var alias = $"made{Guid.NewGuid():N}"[..12];
        var type = await CreateAsync("document-type", Type(alias, ("seats", dataType)));
        var (id, position) = await Rikke.CreateAndPublishAsync(type, "Sal", null, ("seats", 40));

        var name = char.ToUpperInvariant(alias[0]) + alias[1..];
        using var reader = Host.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { query = $"{{ contentOf{name} {{ nodes {{ id seats }} }} }}" }),
        };
        request.Headers.Add("Hedensted-Min-Position", position.ToString());
        using var response = await reader.SendAsync(request);
        var data = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(data["data"]?[$"contentOf{name}"]?["nodes"]?[0]?["seats"]?.GetValue<int>(), Is.EqualTo(40), data.ToJsonString());
        Assert.That((await Rikke.GetAsync($"data-type/{dataType}/is-used"))!.GetValue<bool>(), Is.True);

        using var refused = await Rikke.SendAsync(HttpMethod.Delete, $"document-type/{type}");
        var problem = await ProblemAsync(refused, HttpStatusCode.BadRequest, "NotAllowed");
        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("1 side."));
        await Rikke.DoAsync(HttpMethod.Delete, $"document/{id}");
        await Rikke.DoAsync(HttpMethod.Delete, $"document-type/{type}");
        await Rikke.DoAsync(HttpMethod.Delete, $"data-type/{dataType}");
    }

    [Test]
    public async Task What_is_read_is_what_was_saved()
    {
        var (tab, group) = (Guid.NewGuid(), Guid.NewGuid());
        var text = await CreateAsync("data-type", DataType("Umbraco.TextBox"));
        var body = Type($"saved{Guid.NewGuid():N}"[..12], ("title", text));
        body["description"] = "Til noget";
        body["icon"] = "icon-calendar";
        body["allowedDocumentTypes"] = new JsonArray(new JsonObject { ["documentType"] = new JsonObject { ["id"] = Page }, ["sortOrder"] = 0 });
        body["cleanup"] = new JsonObject { ["preventCleanup"] = true, ["keepAllVersionsNewerThanDays"] = 3, ["keepLatestVersionPerDayForDays"] = null };
        body["containers"] = new JsonArray(Container(tab, null, "Indhold", "Tab"), Container(group, tab, "Tid og sted", "Group"));
        body["properties"]![0]!["container"] = new JsonObject { ["id"] = group };
        body["properties"]![0]!["validation"] = new JsonObject { ["mandatory"] = true, ["mandatoryMessage"] = "Skriv en titel", ["regEx"] = null, ["regExMessage"] = null };
        var id = await CreateAsync("document-type", body);

        var read = (await Rikke.GetAsync($"document-type/{id}"))!.AsObject();
        foreach (var member in new[] { "alias", "name", "description", "icon", "allowedAsRoot", "variesByCulture", "isElement", "cleanup", "allowedDocumentTypes", "containers", "properties" })
        {
            Assert.That(JsonNode.DeepEquals(read[member], body[member]), Is.True, $"{member}: {read[member]?.ToJsonString()}");
        }
    }

    [TestCase("document-type")]
    [TestCase("media-type")]
    [TestCase("data-type")]
    public async Task Everything_that_the_site_starts_with_can_be_saved_as_it_is_and_then_is_as_it_was(string resource)
    {
        var waiting = new Queue<string>(["root?take=1000"]);
        var saved = 0;
        while (waiting.TryDequeue(out var path))
        {
            foreach (var item in (await Rikke.GetAsync($"tree/{resource}/{path}"))!["items"]!.AsArray())
            {
                var id = item!["id"]!.GetValue<Guid>();
                if (item["isFolder"]!.GetValue<bool>())
                {
                    waiting.Enqueue($"children?parentId={id}&take=1000");
                    continue;
                }

                using var opened = await Rikke.SendAsync(HttpMethod.Get, $"{resource}/{id}");
                var body = JsonNode.Parse(await opened.Content.ReadAsStringAsync())!;
                using var answer = await Rikke.SaveOpenedAsync($"{resource}/{id}", body, opened.Headers.ETag!.ToString());
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{item["name"]}: {await answer.Content.ReadAsStringAsync()}");
                Assert.That(JsonNode.DeepEquals(await Rikke.GetAsync($"{resource}/{id}"), body), Is.True, $"{item["name"]}");
                saved++;
            }
        }

        Assert.That(saved, Is.GreaterThan(5));
    }

    [Test]
    public async Task The_second_of_two_webmasters_gets_a_conflict()
    {
        var text = await CreateAsync("data-type", DataType("Umbraco.TextBox"));
        var body = Type($"twice{Guid.NewGuid():N}"[..12], ("title", text));
        var id = await CreateAsync("document-type", body);
        using var opened = await Rikke.SendAsync(HttpMethod.Get, $"document-type/{id}");
        var stamp = opened.Headers.ETag!.ToString();
        body["name"] = "Rikkes navn";
        await Rikke.DoAsync(HttpMethod.Put, $"document-type/{id}", body);

        body["name"] = "En andens navn";
        using var second = await Rikke.SaveOpenedAsync($"document-type/{id}", body, stamp);
        var problem = await ProblemAsync(second, HttpStatusCode.Conflict, "ConcurrencyViolation");
        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("Rikkes navn"));
        Assert.That((await Rikke.GetAsync($"document-type/{id}"))!["name"]!.GetValue<string>(), Is.EqualTo("Rikkes navn"));
    }

    [Test]
    public async Task A_field_that_changes_its_kind_tells_what_could_not_follow()
    {
        var (text, number) = (await CreateAsync("data-type", DataType("Umbraco.TextBox")), await CreateAsync("data-type", DataType("Umbraco.Integer")));
        var body = Type($"retyped{Guid.NewGuid():N}"[..12], ("seats", text));
        var type = await CreateAsync("document-type", body);
        var seven = await Rikke.CreateAsync(type, "Syv", null, ("seats", "7"));
        var many = await Rikke.CreateAsync(type, "Mange", null, ("seats", "mange"));
        body["properties"]![0]!["dataType"] = new JsonObject { ["id"] = number };
        using var response = await Rikke.SendAsync(HttpMethod.Put, $"document-type/{type}", body);

        var notification = JsonNode.Parse(response.Headers.GetValues("Umb-Notifications").Single())![0]!;
        Assert.That(notification["type"]!.GetValue<string>(), Is.EqualTo("Warning"));
        Assert.That(notification["message"]!.GetValue<string>(), Does.Contain("1 sted").And.Contain("historik"));
        Assert.That((await Rikke.GetAsync($"document/{seven}"))!["values"]![0]!["value"]!.GetValue<int>(), Is.EqualTo(7));
        Assert.That((await Rikke.GetAsync($"document/{many}"))!["values"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Wrong_settings_are_named_at_their_field()
    {
        var body = DataType("Umbraco.DropDown.Flexible");
        body["values"] = new JsonArray(new JsonObject { ["alias"] = "items", ["value"] = new JsonArray("Voksne", "Voksne") });
        using var response = await Rikke.SendAsync(HttpMethod.Post, "data-type", body);
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest, "InvalidConfiguration");
        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("«Voksne»"));
        Assert.That(problem["errors"]!.AsObject().Single().Key, Does.Contain("items"));
    }

    [TestCase("document-type")]
    [TestCase("media-type")]
    [TestCase("data-type")]
    [TestCase("document-blueprint")]
    public async Task Folders_are_made_named_filled_and_removed(string tree)
    {
        var folder = Guid.NewGuid();
        var name = $"Mappe {folder:N}"[..12];
        await Rikke.DoAsync(HttpMethod.Post, $"{tree}/folder", new { id = folder, parent = (object?)null, name });
        var inner = await CreateAsync($"{tree}/folder", new JsonObject { ["id"] = null, ["parent"] = new JsonObject { ["id"] = folder }, ["name"] = "Indeni" });
        await Rikke.DoAsync(HttpMethod.Put, $"{tree}/folder/{folder}", new { name = name + "!" });

        Assert.That((await Rikke.GetAsync($"{tree}/folder/{folder}"))!["name"]!.GetValue<string>(), Is.EqualTo(name + "!"));
        var children = (await Rikke.GetAsync($"tree/{tree}/children?parentId={folder}"))!["items"]!.AsArray();
        Assert.That(children.Select(child => child!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { inner }));
        Assert.That((await Rikke.GetAsync($"tree/{tree}/root?foldersOnly=true&take=1000"))!["items"]!.AsArray().Single(item => item!["id"]!.GetValue<Guid>() == folder)!["hasChildren"]!.GetValue<bool>(), Is.True);
        using var refused = await Rikke.SendAsync(HttpMethod.Delete, $"{tree}/folder/{folder}");
        await ProblemAsync(refused, HttpStatusCode.BadRequest, "NotEmpty");
        await Rikke.DoAsync(HttpMethod.Delete, $"{tree}/folder/{inner}");
        await Rikke.DoAsync(HttpMethod.Delete, $"{tree}/folder/{folder}");
        using var gone = await Rikke.SendAsync(HttpMethod.Get, $"{tree}/folder/{folder}");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Types_are_copied_and_moved_into_folders()
    {
        var text = await CreateAsync("data-type", DataType("Umbraco.TextBox"));
        var type = await CreateAsync("document-type", Type($"moved{Guid.NewGuid():N}"[..12], ("title", text)));
        var media = await CreateAsync("media-type", MediaType($"moved{Guid.NewGuid():N}"[..12], text));
        foreach (var (resource, id) in new[] { ("document-type", type), ("media-type", media), ("data-type", text) })
        {
            var folder = await CreateAsync($"{resource}/folder", new JsonObject { ["id"] = null, ["parent"] = null, ["name"] = $"{Guid.NewGuid():N}" });
            await Rikke.DoAsync(HttpMethod.Put, $"{resource}/{id}/move", new { target = new { id = folder } });
            var copy = await CreateAsync($"{resource}/{id}/copy", new JsonObject { ["target"] = new JsonObject { ["id"] = folder } });
            var names = (await Rikke.GetAsync($"tree/{resource}/children?parentId={folder}"))!["items"]!.AsArray();
            Assert.That(names.Select(item => item!["id"]!.GetValue<Guid>()), Is.EquivalentTo(new[] { id, copy }), resource);
            await Rikke.DoAsync(HttpMethod.Put, $"{resource}/{id}/move", new { target = (object?)null });
            using var nowhere = await Rikke.SendAsync(HttpMethod.Put, $"{resource}/{id}/move", new { target = new { id = Guid.NewGuid() } });
            await ProblemAsync(nowhere, HttpStatusCode.NotFound, "ParentNotFound");
        }
    }

    [Test]
    public async Task What_the_system_needs_is_not_removed()
    {
        using var folder = await Rikke.SendAsync(HttpMethod.Delete, "media-type/f38bd2d7-65d0-48e6-95dc-87ce06ec2d3d");
        await ProblemAsync(folder, HttpStatusCode.BadRequest, "NonDeletable");
        using var list = await Rikke.SendAsync(HttpMethod.Delete, "data-type/3a0156c4-3b8c-4803-bdc1-6871faa83fff");
        await ProblemAsync(list, HttpStatusCode.BadRequest, "NonDeletable");
        using var template = await Rikke.SendAsync(HttpMethod.Post, $"document-type/{Page}/template", new { alias = "a", name = "A", isDefault = true });
        await ProblemAsync(template, HttpStatusCode.BadRequest, "NotAllowed");
    }

    [TestCase("POST", "document-type")]
    [TestCase("PUT", "data-type/{id}")]
    [TestCase("DELETE", "media-type/{id}")]
    [TestCase("POST", "language")]
    [TestCase("POST", "dictionary")]
    [TestCase("GET", "dictionary")]
    [TestCase("POST", "document-blueprint")]
    [TestCase("POST", "document-type/folder")]
    public async Task Who_does_not_work_with_settings_changes_nothing(string method, string path)
    {
        using var response = await Sune.SendAsync(new HttpMethod(method), path.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal), method == "GET" ? null : new { });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    internal static async Task<Guid> CreateAsync(string path, JsonObject body)
    {
        using var response = await Rikke.SendAsync(HttpMethod.Post, path, body);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), await response.Content.ReadAsStringAsync());
        var id = Guid.Parse(response.Headers.GetValues("Umb-Generated-Resource").Single());
        Assert.That(response.Headers.Location?.ToString(), Does.EndWith($"/{id}"));
        return id;
    }

    internal static async Task<JsonObject> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string operationStatus)
    {
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        Assert.That((response.StatusCode, problem["operationStatus"]?.GetValue<string>()), Is.EqualTo((status, operationStatus)), problem.ToJsonString());
        Assert.That(problem["title"]!.GetValue<string>(), Is.Not.Empty);
        return problem;
    }

    internal static JsonObject Type(string alias, params (string Alias, Guid DataType)[] properties) => new()
    {
        ["id"] = Guid.NewGuid(),
        ["parent"] = null,
        ["alias"] = alias,
        ["name"] = $"Typen {alias}",
        ["description"] = null,
        ["icon"] = "icon-document",
        ["allowedAsRoot"] = true,
        ["variesByCulture"] = false,
        ["variesBySegment"] = false,
        ["collection"] = null,
        ["isElement"] = false,
        ["allowedInLibrary"] = false,
        ["allowedTemplates"] = new JsonArray(),
        ["defaultTemplate"] = null,
        ["cleanup"] = new JsonObject { ["preventCleanup"] = false, ["keepAllVersionsNewerThanDays"] = null, ["keepLatestVersionPerDayForDays"] = null },
        ["allowedDocumentTypes"] = new JsonArray(),
        ["compositions"] = new JsonArray(),
        ["containers"] = new JsonArray(),
        ["properties"] = new JsonArray([.. properties.Select((property, order) => Property(property.Alias, property.DataType, order))]),
    };

    private static JsonObject MediaType(string alias, Guid dataType)
    {
        var body = Type(alias, ("title", dataType));
        body["allowedMediaTypes"] = new JsonArray();
        foreach (var member in new[] { "allowedDocumentTypes", "allowedTemplates", "defaultTemplate", "cleanup" })
        {
            body.Remove(member);
        }

        return body;
    }

    private static JsonObject DataType(string editor) => new()
    {
        ["id"] = Guid.NewGuid(),
        ["parent"] = null,
        ["name"] = $"Data {Guid.NewGuid():N}",
        ["editorAlias"] = editor,
        ["editorUiAlias"] = "Umb.PropertyEditorUi.TextBox",
        ["values"] = new JsonArray(),
    };

    private static JsonObject Property(string alias, Guid dataType, int order) => new()
    {
        ["id"] = Guid.NewGuid(),
        ["container"] = null,
        ["sortOrder"] = order,
        ["alias"] = alias,
        ["name"] = $"Feltet {alias}",
        ["description"] = null,
        ["dataType"] = new JsonObject { ["id"] = dataType },
        ["variesByCulture"] = false,
        ["variesBySegment"] = false,
        ["validation"] = new JsonObject { ["mandatory"] = false, ["mandatoryMessage"] = null, ["regEx"] = null, ["regExMessage"] = null },
        ["appearance"] = new JsonObject { ["labelOnTop"] = false },
    };

    private static JsonObject Container(Guid id, Guid? parent, string name, string type) => new()
    {
        ["id"] = id,
        ["parent"] = parent is { } key ? new JsonObject { ["id"] = key } : null,
        ["name"] = name,
        ["type"] = type,
        ["sortOrder"] = 0,
    };
}
