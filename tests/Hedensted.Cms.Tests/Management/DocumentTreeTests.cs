using System.Net;
using System.Text.Json.Nodes;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>An editor finds and arranges documents.</summary>
public class DocumentTreeTests
{
    private static readonly HttpMethod Put = HttpMethod.Put;

    [Test]
    public async Task Children_siblings_and_ancestors_tell_the_same_story()
    {
        var parent = await Rikke.CreateAsync(Page, "Forælder", null, ("title", "F"));
        var children = new List<Guid>();
        for (var number = 0; number < 5; number++)
        {
            children.Add(await Rikke.CreateAsync(Page, $"Barn {number}", parent, ("title", "B")));
        }

        var listed = (await Rikke.GetAsync($"tree/document/children?parentId={parent}&skip=0&take=100"))!;
        var siblings = (await Rikke.GetAsync($"tree/document/siblings?target={children[2]}&before=1&after=1"))!;
        var ancestors = (await Rikke.GetAsync($"tree/document/ancestors?descendantId={children[2]}"))!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(Ids(listed["items"]!), Is.EqualTo(children));
            Assert.That(Ids(siblings["items"]!), Is.EqualTo(children[1..4]));
            Assert.That(siblings["totalBefore"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(siblings["totalAfter"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(Ids(ancestors), Is.EqualTo(new[] { parent, children[2] }), "the node itself is the last");
            Assert.That(ancestors[0]!["hasChildren"]!.GetValue<bool>(), Is.True);
            Assert.That(Ids(ancestors[1]!["ancestors"]!), Is.EqualTo(new[] { parent }));
        });
    }

    [Test]
    public async Task A_tree_item_has_exactly_the_members_that_the_backoffice_knows()
    {
        var id = await Rikke.CreateAsync(List, "Liste", null, ("title", "L"));
        var item = (await Rikke.GetAsync($"tree/document/ancestors?descendantId={id}"))!.AsArray().Single()!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(item.Select(member => member.Key), Is.EquivalentTo(new[]
            {
                "id", "createDate", "parent", "hasChildren", "noAccess", "isTrashed", "isProtected", "documentType", "ancestors", "variants", "flags",
            }));
            Assert.That(item["documentType"]!["collection"]!["id"], Is.Not.Null, "it opens as a list view");
            Assert.That(item["variants"]![0]!.AsObject().Select(member => member.Key), Is.EquivalentTo(new[] { "id", "name", "culture", "state", "flags" }));
        });
    }

    [Test]
    public async Task Asking_for_none_counts_them()
    {
        var parent = await Rikke.CreateAsync(Page, "Tælles", null, ("title", "T"));
        await Rikke.CreateAsync(Page, "Et", parent, ("title", "B"));
        await Rikke.CreateAsync(Page, "To", parent, ("title", "B"));
        var counted = (await Rikke.GetAsync($"tree/document/children?parentId={parent}&skip=0&take=0"))!;
        Assert.That(counted["total"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(counted["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Documents_are_moved_copied_and_sorted()
    {
        var from = await Rikke.CreateAsync(Page, "Fra", null, ("title", "F"));
        var to = await Rikke.CreateAsync(Page, "Til", null, ("title", "T"));
        var one = await Rikke.CreateAsync(Page, "Et", from, ("title", "1"));
        var two = await Rikke.CreateAsync(Page, "To", from, ("title", "2"));

        await Rikke.DoAsync(Put, "document/sort", new
        {
            parent = new { id = from },
            sorting = new[] { new { id = one, sortOrder = 1 }, new { id = two, sortOrder = 0 } },
        });
        Assert.That(await ChildrenAsync(from), Is.EqualTo(new[] { two, one }));

        await Rikke.DoAsync(Put, $"document/{one}/move", new { target = new { id = to } });
        Assert.That(await ChildrenAsync(to), Is.EqualTo(new[] { one }));

        using var copied = await Rikke.SendAsync(HttpMethod.Post, $"document/{one}/copy", new { target = new { id = to } });
        var copy = Guid.Parse(copied.Headers.GetValues("Umb-Generated-Resource").Single());
        Assert.That(await ChildrenAsync(to), Is.EqualTo(new[] { one, copy }));
        Assert.That(await Rikke.StateOfAsync(copy), Is.EqualTo("Draft"));

        using var below = await Rikke.SendAsync(Put, $"document/{to}/move", new { target = new { id = one } });
        Assert.That(JsonNode.Parse(await below.Content.ReadAsStringAsync())!["operationStatus"]!.GetValue<string>(), Is.EqualTo("ParentInvalid"));
    }

    [Test]
    public async Task A_trashed_document_knows_its_way_home()
    {
        var parent = await Rikke.CreateAsync(Page, "Hjem", null, ("title", "H"));
        var id = await Rikke.CreateAsync(Page, "Bortkommen", parent, ("title", "B"));
        await Rikke.TrashAsync(id);

        var trashed = (await Rikke.GetAsync("recycle-bin/document/root?skip=0&take=1000"))!["items"]!.AsArray();
        var item = trashed.Single(entry => entry!["id"]!.GetValue<Guid>() == id)!.AsObject();
        var home = await Rikke.GetAsync($"recycle-bin/document/{id}/original-parent");
        Assert.Multiple(() =>
        {
            Assert.That(item.Select(member => member.Key), Is.EquivalentTo(new[] { "id", "createDate", "parent", "hasChildren", "documentType", "variants" }));
            Assert.That(home!["id"]!.GetValue<Guid>(), Is.EqualTo(parent));
        });

        await Rikke.DoAsync(Put, $"recycle-bin/document/{id}/restore", new { target = new { id = parent } });
        Assert.That(await ChildrenAsync(parent), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task What_stood_at_the_root_goes_back_to_the_root()
    {
        var id = await Rikke.CreateAsync(Page, "Rod", null, ("title", "R"));
        await Rikke.TrashAsync(id);
        Assert.That(await Rikke.GetAsync($"recycle-bin/document/{id}/original-parent"), Is.Null, "JSON null, not an empty answer");
        await Rikke.DoAsync(HttpMethod.Delete, $"document/{id}");
        using var gone = await Rikke.SendAsync(HttpMethod.Get, $"document/{id}");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Pickers_find_documents_by_key_and_by_name()
    {
        var parent = await Rikke.CreateAsync(Page, "Ophav", null, ("title", "O"));
        var name = $"Højtlæsning {Guid.NewGuid():N}";
        var id = await Rikke.CreateAsync(Page, name, parent, ("title", "H"));
        var items = (await Rikke.GetAsync($"item/document?id={Guid.NewGuid()}&id={id}"))!.AsArray();
        var above = (await Rikke.GetAsync($"item/document/ancestors?id={id}"))!.AsArray();
        var found = (await Rikke.GetAsync($"item/document/search?culture=da&query={Uri.EscapeDataString(name.ToUpperInvariant()[..20])}"))!;
        Assert.Multiple(() =>
        {
            Assert.That(items.Single()!.AsObject().Select(member => member.Key), Is.EquivalentTo(new[]
            {
                "id", "parent", "hasChildren", "isTrashed", "isProtected", "documentType", "variants", "flags",
            }));
            Assert.That(Ids(above.Single()!["ancestors"]!), Is.EqualTo(new[] { parent }));
            Assert.That(Ids(found["items"]!), Does.Contain(id));
        });
    }

    [Test]
    public async Task A_list_view_orders_filters_and_shows_its_columns_only()
    {
        var list = await Rikke.CreateAsync(List, "Nyheder", null, ("title", "N"));
        var b = await Rikke.CreateAsync(Page, "B-nyhed", list, ("title", "B"), ("teaser", "skjult"));
        var a = await Rikke.CreateAsync(Page, "A-nyhed", list, ("title", "A"));
        var byName = (await Rikke.GetAsync($"collection/document/{list}?dataTypeId=&orderBy=name&orderCulture=da&orderDirection=Ascending&skip=0&take=50"))!;
        var filtered = (await Rikke.GetAsync($"collection/document/{list}?filter=b-ny&skip=0&take=50"))!;
        var first = byName["items"]![1]!;
        Assert.Multiple(() =>
        {
            Assert.That(Ids(byName["items"]!), Is.EqualTo(new[] { a, b }));
            Assert.That(Ids(filtered["items"]!), Is.EqualTo(new[] { b }));
            Assert.That(first["values"]!.AsArray().Select(value => value!["alias"]!.GetValue<string>()), Is.EqualTo(new[] { "title" }));
            Assert.That(first["creator"]!.GetValue<string>(), Is.EqualTo("Rikke Redaktør"));
            Assert.That(first.AsObject().Select(member => member.Key), Is.EquivalentTo(new[]
            {
                "id", "documentType", "values", "variants", "creator", "updater", "sortOrder", "ancestors", "isTrashed", "isProtected", "flags",
            }));
        });
    }

    [Test]
    public async Task The_log_and_the_references_of_a_document_can_be_read()
    {
        var folder = Guid.NewGuid();
        await Rikke.DoAsync(HttpMethod.Post, "media", new
        {
            id = folder,
            parent = (object?)null,
            mediaType = new { id = Folder },
            values = Array.Empty<object>(),
            variants = new[] { new { name = "Mappe", culture = (string?)null } },
        });
        var id = await Rikke.CreateAsync(
            Page, "Peger", null, ("title", "P"), ("image", new[] { new { key = Guid.NewGuid(), mediaKey = folder, mediaTypeAlias = "", crops = Array.Empty<object>() } }));

        var log = (await Rikke.GetAsync($"document/{id}/audit-log?skip=0&take=10"))!;
        var references = (await Rikke.GetAsync($"media/{folder}/referenced-by?skip=0&take=10"))!["items"]!.AsArray();
        var referenced = (await Rikke.GetAsync($"media/are-referenced?id={folder}&skip=0&take=20"))!;
        Assert.Multiple(() =>
        {
            Assert.That(log["items"]!.AsArray(), Is.Not.Empty);
            Assert.That(log["items"]![0]!.AsObject().Select(member => member.Key), Is.EquivalentTo(new[] { "user", "timestamp", "logType", "comment", "parameters" }));
            Assert.That(references.Single()!["$type"]!.GetValue<string>(), Is.EqualTo("DocumentReferenceResponseModel"));
            Assert.That(references.Single()!["id"]!.GetValue<Guid>(), Is.EqualTo(id));
            Assert.That(Ids(referenced["items"]!), Is.EqualTo(new[] { folder }));
        });
    }

    private static async Task<IEnumerable<Guid>> ChildrenAsync(Guid parent) =>
        Ids((await Rikke.GetAsync($"tree/document/children?parentId={parent}&skip=0&take=100"))!["items"]!);

    private static IEnumerable<Guid> Ids(JsonNode items) => items.AsArray().Select(item => item!["id"]!.GetValue<Guid>());
}
