using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>Forms, pickers and the settings section read types as Umbraco answers them.</summary>
public class SchemaReadTests
{
    private const string MediaFolder = "f38bd2d7-65d0-48e6-95dc-87ce06ec2d3d", MediaListView = "3a0156c4-3b8c-4803-bdc1-6871faa83fff";

    [Test]
    public async Task A_document_type_has_exactly_the_members_that_the_backoffice_knows()
    {
        var type = (await Rikke.GetAsync($"document-type/{Page}"))!.AsObject();
        Assert.That(Names(type), Is.EquivalentTo(new[]
        {
            "allowedTemplates", "defaultTemplate", "cleanup", "allowedDocumentTypes", "compositions", "id", "alias", "name", "description", "icon", "allowedAsRoot",
            "variesByCulture", "variesBySegment", "collection", "isElement", "allowedInLibrary", "properties", "containers",
        }));
        Assert.That(Names(type["properties"]![0]!.AsObject()), Is.EquivalentTo(new[]
        {
            "id", "container", "sortOrder", "alias", "name", "description", "dataType", "variesByCulture", "variesBySegment", "validation", "appearance",
        }));
    }

    [TestCase("document-type/configuration", "dataTypesCanBeChanged disableTemplates reservedFieldNames useSegments")]
    [TestCase("data-type/configuration", "canBeChanged documentListViewId mediaListViewId")]
    [TestCase("temporary-file/configuration", "allowedUploadedFileExtensions disallowedUploadedFilesExtensions imageFileTypes maxFileSize")]
    [TestCase("data-type/" + MediaListView, "canIgnoreStartNodes editorAlias editorUiAlias id isDeletable name values")]
    [TestCase("media-type/" + MediaFolder, "alias aliasCanBeChanged allowedAsRoot allowedInLibrary allowedMediaTypes collection compositions containers description icon id isDeletable isElement name properties variesByCulture variesBySegment")]
    [TestCase("language/da", "fallbackIsoCode isDefault isMandatory isoCode name")]
    [TestCase("item/language/default", "isoCode name")]
    public async Task An_answer_has_exactly_the_members_that_the_backoffice_knows(string path, string names)
    {
        var answer = (await Rikke.GetAsync(path))!.AsObject();
        Assert.That(Names(answer).Order(StringComparer.Ordinal), Is.EqualTo(names.Split(' ')));
    }

    [TestCase("item/document-type?id={page}", false)]
    [TestCase("item/data-type?id=" + MediaListView, false)]
    [TestCase("item/media-type?id=" + MediaFolder, false)]
    [TestCase("item/language?isoCode=da", false)]
    [TestCase("item/document-type/search?query=testPage", true)]
    [TestCase("item/media-type/allowed?fileExtension=png", true)]
    [TestCase("item/media-type/folders", true)]
    [TestCase("item/data-type/search?query=a", true)]
    [TestCase("filter/data-type?editorUiAlias=Umb.PropertyEditorUi.Collection", true)]
    [TestCase("document-type/allowed-at-root", true)]
    [TestCase("document-type/{page}/allowed-children", true)]
    [TestCase("document-type/batch?id={page}", true)]
    [TestCase("data-type/batch?id=" + MediaListView, true)]
    [TestCase("data-type/" + MediaListView + "/referenced-by", true)]
    [TestCase("media-type/allowed-at-root", true)]
    [TestCase("media-type/batch?id=" + MediaFolder, true)]
    [TestCase("tree/document-type/root?foldersOnly=false", true)]
    [TestCase("tree/media-type/root", true)]
    [TestCase("tree/data-type/root", true)]
    [TestCase("language", true)]
    [TestCase("culture", true)]
    [TestCase("segment", true)]
    [TestCase("tag?query=a", true)]
    [TestCase("document-type/{page}/blueprint", true)]
    public async Task A_list_is_a_list_and_a_page_is_a_page(string path, bool isPage)
    {
        var answer = await Rikke.GetAsync(path.Replace("{page}", Page.ToString(), StringComparison.Ordinal));
        Assert.That(answer, isPage ? Is.InstanceOf<JsonObject>() : Is.InstanceOf<JsonArray>());
        if (isPage)
        {
            Assert.That(answer!["total"]!.GetValue<int>(), Is.GreaterThanOrEqualTo(0));
            Assert.That(answer["items"], Is.InstanceOf<JsonArray>());
        }
    }

    [Test]
    public async Task How_many_is_answered_without_any()
    {
        var page = await Rikke.GetAsync("tree/data-type/root?skip=0&take=0");
        Assert.That(page!["total"]!.GetValue<int>(), Is.Positive);
        Assert.That(page["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task What_is_not_there_is_left_out_of_lists_and_a_problem_by_itself()
    {
        Assert.That((await Rikke.GetAsync($"item/document-type?id={Guid.NewGuid()}&id={Page}"))!.AsArray(), Has.Count.EqualTo(1));
        foreach (var path in new[] { "document-type", "media-type", "data-type" })
        {
            using var response = await Rikke.SendAsync(HttpMethod.Get, $"{path}/{Guid.NewGuid()}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
        }
    }

    [Test]
    public async Task Every_type_is_reached_through_its_folders_and_knows_its_way_back()
    {
        // On a site of its own: elsewhere types come and go between two questions.
        await using var host = new CmsFactory();
        using var rikke = await host.SignInAsync();
        foreach (var tree in new[] { "document-type", "media-type", "data-type" })
        {
            var waiting = new Queue<JsonNode>((await rikke.GetAsync($"tree/{tree}/root?take=1000"))!["items"]!.AsArray()!);
            var types = 0;
            while (waiting.TryDequeue(out var item))
            {
                var id = item["id"]!.GetValue<string>();
                var ancestors = (await rikke.GetAsync($"tree/{tree}/ancestors?descendantId={id}"))!.AsArray();
                Assert.That(ancestors[^1]!["id"]!.GetValue<string>(), Is.EqualTo(id));
                var siblings = (await rikke.GetAsync($"tree/{tree}/siblings?target={id}&before=1&after=1"))!["items"]!.AsArray();
                Assert.That(siblings.Select(sibling => sibling!["id"]!.GetValue<string>()), Does.Contain(id));
                if (!item["isFolder"]!.GetValue<bool>())
                {
                    types++;
                    continue;
                }

                Assert.That((await rikke.GetAsync($"{tree}/folder/{id}"))!["name"]!.GetValue<string>(), Is.EqualTo(item["name"]!.GetValue<string>()));
                foreach (var child in (await rikke.GetAsync($"tree/{tree}/children?parentId={id}&take=1000"))!["items"]!.AsArray())
                {
                    waiting.Enqueue(child!);
                }
            }

            Assert.That(types, Is.Positive, tree);
        }
    }

    [Test]
    public async Task Files_find_the_media_type_that_is_made_for_them()
    {
        async Task<string[]> TypesFor(string extension) =>
            [.. (await Rikke.GetAsync($"item/media-type/allowed?fileExtension={extension}"))!["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];
        Assert.That(await TypesFor("png"), Is.EqualTo(new[] { "cc07b313-0843-4aa8-bbda-871c8da728c8" }));
        Assert.That(await TypesFor("svg"), Is.EqualTo(new[] { "c4b1efcf-a9d5-41c4-9621-e9d273b52a9c" }));
        Assert.That(await TypesFor("ics"), Is.EqualTo(new[] { "4c52d8ab-54e6-40cd-999c-7a5f24903e4d" }));
    }

    [Test]
    public async Task A_composition_that_would_give_a_type_the_same_field_twice_is_shown_as_impossible()
    {
        using var response = await Rikke.SendAsync(HttpMethod.Post, "document-type/available-compositions", new
        {
            id = (Guid?)null,
            isElement = false,
            currentPropertyAliases = new[] { "title" },
            currentCompositeIds = Array.Empty<Guid>(),
        });
        var types = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        var page = types.Single(type => type!["id"]!.GetValue<Guid>() == Page)!;
        Assert.That(page["isCompatible"]!.GetValue<bool>(), Is.False);
        Assert.That(Names(page.AsObject()), Is.EquivalentTo(new[] { "id", "name", "icon", "folderPath", "isCompatible" }));
    }

    [Test]
    public async Task Cultures_have_Danish_names()
    {
        var cultures = (await Rikke.GetAsync("culture?take=1000"))!["items"]!.AsArray();
        var danish = cultures.Single(culture => culture!["name"]!.GetValue<string>() == "da")!;
        Assert.That(danish["englishName"]!.GetValue<string>(), Is.EqualTo("dansk"));
    }

    [Test]
    public async Task A_dynamic_root_follows_its_steps()
    {
        var top = await Rikke.CreateAsync(Page, "Øverst", null, ("title", "x"));
        var middle = await Rikke.CreateAsync(List, "Midt", top, ("title", "x"));
        var bottom = await Rikke.CreateAsync(Page, "Nederst", middle, ("title", "x"));

        Assert.That(await RootsAsync(bottom, middle, "Root"), Is.EqualTo(new[] { top }));
        Assert.That(await RootsAsync(Guid.NewGuid(), middle, "Site"), Is.EqualTo(new[] { top }), "a document that is not saved yet");
        Assert.That(await RootsAsync(bottom, middle, "Parent"), Is.EqualTo(new[] { middle }));
        Assert.That(await RootsAsync(bottom, middle, "Current", ("NearestAncestorOrSelf", Page)), Is.EqualTo(new[] { bottom }));
        Assert.That(await RootsAsync(bottom, middle, "Current", ("FurthestAncestorOrSelf", Page)), Is.EqualTo(new[] { top }));
        Assert.That(await RootsAsync(bottom, middle, "Root", ("NearestDescendantOrSelf", List)), Is.EqualTo(new[] { middle }));
        Assert.That(await RootsAsync(bottom, middle, "Root", ("FurthestDescendantOrSelf", Page)), Is.EqualTo(new[] { bottom }));
    }

    [Test]
    public async Task Embedding_is_refused_in_words()
    {
        using var response = await Rikke.SendAsync(HttpMethod.Get, "oembed/query?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dx");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("NoSupportedProvider"));
    }

    [Test]
    public async Task A_picker_that_does_not_say_where_it_begins_is_told_so()
    {
        using var response = await Rikke.SendAsync(HttpMethod.Post, "dynamic-root/query", new { });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), await response.Content.ReadAsStringAsync());
    }

    private static async Task<Guid[]> RootsAsync(Guid current, Guid parent, string origin, params (string Alias, Guid Type)[] steps)
    {
        using var response = await Rikke.SendAsync(HttpMethod.Post, "dynamic-root/query", new
        {
            context = new { id = current, parent = new { id = parent }, culture = (string?)null, segment = (string?)null },
            query = new { origin = new { alias = origin }, steps = steps.Select(step => new { alias = step.Alias, documentTypeIds = new[] { step.Type } }) },
        });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return [.. JsonNode.Parse(await response.Content.ReadAsStringAsync())!["roots"]!.AsArray().Select(root => root!.GetValue<Guid>())];
    }

    private static IEnumerable<string> Names(JsonObject value) => value.Select(member => member.Key);
}
