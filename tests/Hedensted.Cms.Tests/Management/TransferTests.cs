using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.SchemaWriteTests;

namespace Hedensted.Cms.Tests.Management;

/// <summary>Types and texts leave one site as files and come into another, as the backoffice sends them.</summary>
public class TransferTests
{
    private const string Notifications = "Umb-Notifications";

    [Test]
    public async Task Every_type_that_the_site_starts_with_goes_into_an_empty_site_and_is_there_as_it_was()
    {
        await using var library = new CmsFactory();
        await using var blank = new CmsFactory().With("Hedensted:Profile", "Blank");
        using var from = await library.SignInAsync();
        using var to = await blank.SignInAsync();
        var site = (await library.Service<SchemaSource>().CurrentAsync(CancellationToken.None));

        // Data types and languages go another way, by uSync.
        var empty = await blank.Service<SchemaSource>().CurrentAsync(CancellationToken.None);
        await blank.AddAsync(new SiteChanges { DataTypes = site.DataTypes, Languages = [.. site.Languages.Select(language => language with { IsDefault = false }).Where(language => empty.FindLanguage(language.IsoCode) is null)] });
        var waiting = new Queue<ContentType>(site.ContentTypes);
        var done = new HashSet<Guid>();
        while (waiting.TryDequeue(out var type))
        {
            if (!type.Compositions.All(done.Contains))
            {
                waiting.Enqueue(type);
                continue;
            }

            var resource = FolderTrees.Of(type.Kind);
            var file = await UploadAsync(to, await ExportAsync(from, $"{resource}/{type.Key}"));
            using var answer = empty.FindType(type.Key) is null
                ? await to.SendAsync(HttpMethod.Post, $"{resource}/import", new { file = new { id = file } })
                : await to.SendAsync(HttpMethod.Put, $"{resource}/{type.Key}/import", new { file = new { id = file } });
            Assert.That(answer.IsSuccessStatusCode, Is.True, $"{type.Alias}: {await answer.Content.ReadAsStringAsync()}");
            done.Add(type.Key);
        }

        // What was named before it was there is known now.
        foreach (var type in site.ContentTypes)
        {
            var resource = FolderTrees.Of(type.Kind);
            await to.DoAsync(HttpMethod.Put, $"{resource}/{type.Key}/import", new { file = new { id = await UploadAsync(to, await ExportAsync(from, $"{resource}/{type.Key}")) } });
        }

        var now = await blank.Service<SchemaSource>().CurrentAsync(CancellationToken.None);
        var builtIn = empty.ContentTypes.ToDictionary(type => type.Key);
        foreach (var type in site.ContentTypes)
        {
            var own = builtIn.GetValueOrDefault(type.Key);
            Assert.That(Describe(now.FindType(type.Key)!, own), Is.EqualTo(Describe(type, null)), type.Alias);
        }

        Assert.That(done, Has.Count.GreaterThan(60));
    }

    [Test]
    public async Task A_type_is_downloaded_as_Umbraco_sends_it_removed_and_imported()
    {
        var text = await DataTypeAsync();
        var body = Type($"gone{Guid.NewGuid():N}"[..12], ("title", text));
        var id = await CreateAsync("document-type", body);
        var opened = await Rikke.GetAsync($"document-type/{id}");
        using var download = await Rikke.SendAsync(HttpMethod.Get, $"document-type/{id}/export");
        Assert.Multiple(() =>
        {
            Assert.That(download.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/octet-stream"));
            Assert.That(download.Content.Headers.ContentDisposition?.FileName, Is.EqualTo($"{body["alias"]}.udt"));
        });

        var bytes = await download.Content.ReadAsByteArrayAsync();
        Assert.That(Encoding.UTF8.GetString(bytes), Does.StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<DocumentType>"));
        var file = await UploadAsync(Rikke, bytes);
        var analysis = (await Rikke.GetAsync($"import/analyze?temporaryFileId={file}"))!;
        Assert.That(analysis.ToJsonString(), Is.EqualTo($$"""{"entityType":"DocumentType","alias":"{{body["alias"]}}","key":"{{id}}"}"""));
        using var there = await ImportAsync("document-type", file);
        Assert.That((await ProblemAsync(there, HttpStatusCode.BadRequest, "DocumentTypeExists"))["detail"]!.GetValue<string>(), Does.Contain($"«{body["name"]}»"));

        await Rikke.DoAsync(HttpMethod.Delete, $"document-type/{id}");
        using var imported = await ImportAsync("document-type", file);
        Assert.That(imported.StatusCode, Is.EqualTo(HttpStatusCode.Created), await imported.Content.ReadAsStringAsync());
        Assert.That(imported.Headers.GetValues("Umb-Generated-Resource").Single(), Is.EqualTo(id.ToString()));
        Assert.That(JsonNode.DeepEquals(await Rikke.GetAsync($"document-type/{id}"), opened), Is.True);
        using var again = await ImportAsync("document-type", file);
        await ProblemAsync(again, HttpStatusCode.NotFound, "TemporaryFileNotFound");
        using var gone = await Rikke.SendAsync(HttpMethod.Get, $"temporary-file/{file}");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "nothing is kept");
    }

    [Test]
    public async Task What_is_missing_is_named_where_the_backoffice_shows_it_and_the_file_waits()
    {
        var text = await DataTypeAsync();
        var type = Type($"lost{Guid.NewGuid():N}"[..12], ("title", text));
        var id = await CreateAsync("document-type", type);
        var bytes = await ExportAsync(Rikke, $"document-type/{id}");
        await Rikke.DoAsync(HttpMethod.Delete, $"document-type/{id}");
        var file = await UploadAsync(Rikke, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(text.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal)));
        using var refused = await ImportAsync("document-type", file);
        var problem = await ProblemAsync(refused, HttpStatusCode.NotFound, "DataTypeNotFound");
        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("«Feltet title»").And.Contain("Umbraco.TextBox").And.Contain("uSync"));
        Assert.That(refused.Headers.GetValues(Notifications).Single(), Does.Contain("Feltet title"));
        Assert.That((await Rikke.GetAsync($"temporary-file/{file}"))!["fileName"]!.GetValue<string>(), Is.EqualTo("type.udt"));
        await Rikke.DoAsync(HttpMethod.Delete, $"temporary-file/{file}");
    }

    [Test]
    public async Task Only_what_belongs_there_is_imported()
    {
        var text = await DataTypeAsync();
        var id = await CreateAsync("document-type", Type($"kind{Guid.NewGuid():N}"[..12], ("title", text)));
        var other = await CreateAsync("document-type", Type($"kind{Guid.NewGuid():N}"[..12], ("title", text)));
        var word = await CreateAsync("dictionary", new JsonObject { ["id"] = null, ["parent"] = null, ["name"] = $"t.{Guid.NewGuid():N}", ["translations"] = new JsonArray() });
        var (type, texts) = (await UploadAsync(Rikke, await ExportAsync(Rikke, $"document-type/{id}")), await UploadAsync(Rikke, await ExportAsync(Rikke, $"dictionary/{word}")));
        var picture = await UploadAsync(Rikke, Media.Pictures.Png(), "foto.png");

        using var media = await ImportAsync("media-type", type);
        await ProblemAsync(media, HttpStatusCode.BadRequest, "TypeMismatch");
        using var dictionary = await DictionaryAsync(type);
        Assert.That((await ProblemAsync(dictionary, HttpStatusCode.BadRequest, "InvalidFileContent"))["detail"]!.GetValue<string>(), Does.Contain("Dokumenttyper"));
        using var document = await ImportAsync("document-type", texts);
        await ProblemAsync(document, HttpStatusCode.BadRequest, "TypeMismatch");
        using var image = await ImportAsync("document-type", picture);
        await ProblemAsync(image, HttpStatusCode.BadRequest, "TemporaryFileConversionFailure");
        using var photo = await DictionaryAsync(picture);
        await ProblemAsync(photo, HttpStatusCode.BadRequest, "InvalidFileType");
        using var none = await DictionaryAsync(Guid.NewGuid());
        await ProblemAsync(none, HttpStatusCode.NotFound, "TemporaryFileNotFound");
        using var analysed = await Rikke.SendAsync(HttpMethod.Get, $"import/analyze?temporaryFileId={texts}");
        await ProblemAsync(analysed, HttpStatusCode.BadRequest, "UndeterminedEntityType");
        using var wrong = await Rikke.SendAsync(HttpMethod.Put, $"document-type/{other}/import", new { file = new { id = type } });
        await ProblemAsync(wrong, HttpStatusCode.BadRequest, "IdMismatch");
        using var nowhere = await Rikke.SendAsync(HttpMethod.Get, $"document-type/{Guid.NewGuid()}/export");
        Assert.That(nowhere.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var silent = await Rikke.SendAsync(HttpMethod.Get, $"dictionary/{Guid.NewGuid()}/export");
        Assert.That(silent.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_text_goes_under_another_with_those_below_it()
    {
        var name = $"t.{Guid.NewGuid():N}";
        var top = await CreateAsync("dictionary", Word(name, null, "Læs mere"));
        var below = await CreateAsync("dictionary", Word($"{name}.a", top, "Læs alt"));
        var target = await CreateAsync("dictionary", Word($"{name}.z", null, ""));
        var bytes = await ExportAsync(Rikke, $"dictionary/{top}", "?includeChildren=true");
        Assert.That(Encoding.UTF8.GetString(await ExportAsync(Rikke, $"dictionary/{top}")), Does.Not.Contain($"{name}.a"));
        await Rikke.DoAsync(HttpMethod.Delete, $"dictionary/{top}");

        using var lost = await DictionaryAsync(await UploadAsync(Rikke, bytes), Guid.NewGuid());
        await ProblemAsync(lost, HttpStatusCode.NotFound, "ParentNotFound");
        using var imported = await DictionaryAsync(await UploadAsync(Rikke, bytes), target);
        Assert.That(imported.StatusCode, Is.EqualTo(HttpStatusCode.Created), await imported.Content.ReadAsStringAsync());
        Assert.That((await Rikke.GetAsync($"tree/dictionary/ancestors?descendantId={below}"))!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { target, top, below }));
        Assert.That((await Rikke.GetAsync($"dictionary/{below}"))!["translations"]![0]!["translation"]!.GetValue<string>(), Is.EqualTo("Læs alt"));
    }

    [TestCase("Ikke XML", "ikke gyldig XML")]
    [TestCase("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><DocumentType>&e;</DocumentType>", "ikke gyldig XML")]
    [TestCase("<html><script>alert(1)</script></html>", "<html>")]
    [TestCase("", "tom")]
    public async Task A_hostile_file_does_not_get_in(string text, string says)
    {
        using var refused = await SendAsync(Rikke, Guid.NewGuid(), Encoding.UTF8.GetBytes(text), "type.udt");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["title"]!.GetValue<string>(), Does.Contain(says));
    }

    [Test]
    public async Task A_file_to_import_is_no_file_of_the_site()
    {
        var file = await UploadAsync(Rikke, await ExportAsync(Rikke, $"document-type/{Page}"));
        using var media = await Rikke.SendAsync(HttpMethod.Post, "media", new
        {
            id = Guid.NewGuid(),
            parent = (object?)null,
            mediaType = new { id = Umbraco.Cms.Core.Constants.MediaTypes.Guids.FileGuid },
            values = new[] { new { alias = "umbracoFile", culture = (string?)null, segment = (string?)null, value = new { temporaryFileId = file } } },
            variants = new[] { new { name = "type.udt", culture = (string?)null, segment = (string?)null } },
        });
        Assert.That(media.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await media.Content.ReadAsStringAsync(), Does.Contain("kun kan importeres"));

        using var editors = await SendAsync(Sune, Guid.NewGuid(), await ExportAsync(Rikke, $"document-type/{Page}"), "type.udt");
        Assert.That(editors.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "who makes no types uploads none");
        Assert.That((await Sune.GetAsync("temporary-file/configuration"))!["allowedUploadedFileExtensions"]!.AsArray().Select(item => item!.GetValue<string>()), Does.Not.Contain("udt"));
        Assert.That((await Rikke.GetAsync("temporary-file/configuration"))!["allowedUploadedFileExtensions"]!.AsArray().Select(item => item!.GetValue<string>()), Does.Contain("udt"));
        using var large = await SendAsync(Rikke, Guid.NewGuid(), new byte[3 * 1024 * 1024], "type.udt");
        Assert.That(JsonNode.Parse(await large.Content.ReadAsStringAsync())!["title"]!.GetValue<string>(), Does.Contain("for stor"));
    }

    private static string Describe(ContentType type, ContentType? builtIn) => System.Text.Json.JsonSerializer.Serialize(type with
    {
        // What an empty site had of its own stays beside what comes.
        Compositions = [.. type.Compositions.Order()],
        AllowedChildren = [.. type.AllowedChildren.Except(builtIn?.AllowedChildren ?? []).Union(type.AllowedChildren.Intersect(builtIn?.AllowedChildren ?? []))],
        Containers = [.. type.Containers.OrderBy(container => container.Key)],
        Properties = [.. type.Properties.OrderBy(property => property.Key)],
    });

    private static JsonObject Word(string name, Guid? parent, string danish) => new()
    {
        ["id"] = null,
        ["parent"] = parent is { } key ? new JsonObject { ["id"] = key } : null,
        ["name"] = name,
        ["translations"] = new JsonArray(new JsonObject { ["isoCode"] = "da", ["translation"] = danish }),
    };

    private static Task<Guid> DataTypeAsync() => CreateAsync("data-type", new JsonObject
    {
        ["id"] = Guid.NewGuid(),
        ["parent"] = null,
        ["name"] = $"Data {Guid.NewGuid():N}",
        ["editorAlias"] = "Umbraco.TextBox",
        ["editorUiAlias"] = "Umb.PropertyEditorUi.TextBox",
        ["values"] = new JsonArray(),
    });

    private static Task<HttpResponseMessage> ImportAsync(string resource, Guid file) => Rikke.SendAsync(HttpMethod.Post, $"{resource}/import", new { file = new { id = file } });

    private static Task<HttpResponseMessage> DictionaryAsync(Guid file, Guid? parent = null) =>
        Rikke.SendAsync(HttpMethod.Post, "dictionary/import", new { temporaryFile = new { id = file }, parent = parent is { } key ? new { id = key } : null });

    private static async Task<byte[]> ExportAsync(Editor editor, string path, string query = "")
    {
        using var response = await editor.SendAsync(HttpMethod.Get, $"{path}/export{query}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<Guid> UploadAsync(Editor editor, byte[] bytes, string name = "type.udt")
    {
        var id = Guid.NewGuid();
        using var response = await SendAsync(editor, id, bytes, name);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), await response.Content.ReadAsStringAsync());
        return id;
    }

    private static Task<HttpResponseMessage> SendAsync(Editor editor, Guid id, byte[] bytes, string name) => editor.SendAsync(
        HttpMethod.Post,
        "temporary-file",
        new MultipartFormDataContent { { new StringContent(id.ToString()), "Id" }, { new ByteArrayContent(bytes), "File", name } });
}
