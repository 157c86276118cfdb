using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.People;

/// <summary>What groups allow is what their members can do, and nothing else.</summary>
public class RightsTests
{
    private static readonly HttpMethod Put = HttpMethod.Put;
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly object Now = new { publishSchedules = new[] { new { culture = (string?)null, schedule = (object?)null } } };

    [Test]
    public async Task Who_may_publish_at_one_branch_publishes_there_and_below_and_nowhere_else()
    {
        var (own, _) = await Rikke.CreateAndPublishAsync(Page, "Eget hus", null, ("title", "Eget"));
        var (other, _) = await Rikke.CreateAndPublishAsync(Page, "Andet hus", null, ("title", "Andet"));
        var (local, _, _) = await Rikke.InAsync(Host, Group(Writing).At(own, Deciding));

        var child = await local.CreateAsync(Page, "Barn", own, ("title", "B"));
        var grandchild = await local.CreateAsync(Page, "Barnebarn", child, ("title", "BB"));
        await local.PublishAsync(child);
        await local.PublishAsync(grandchild);
        Assert.That(await local.StateOfAsync(grandchild), Is.EqualTo("Published"));

        var foreign = await local.CreateAsync(Page, "Forslag", other, ("title", "F"));
        var direct = Editor.Body(Guid.NewGuid(), Page, "Direkte", other, ("title", "D"));
        direct["culturesToPublish"] = new JsonArray();
        Assert.Multiple(async () =>
        {
            Assert.That(await StatusAsync(local, Put, $"document/{foreign}/publish", Now), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(local, Put, $"document/{other}/unpublish", new { cultures = (string[]?)null }), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(local, Post, "document/create-and-publish", direct), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(local, Put, $"document/{child}/move", new { target = Reference(other) }), Is.EqualTo(HttpStatusCode.Forbidden), "into the other house");
            Assert.That(await StatusAsync(local, Put, $"document/{foreign}/move-to-recycle-bin"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(local, HttpMethod.Delete, "recycle-bin/document"), Is.EqualTo(HttpStatusCode.Forbidden));
        });
        Assert.That(await Rikke.StateOfAsync(foreign), Is.EqualTo("Draft"));
        Assert.That(await Rikke.StateOfAsync(other), Is.EqualTo("Published"));
    }

    [Test]
    public async Task A_permission_deeper_down_replaces_the_one_above_also_for_what_is_done_to_a_whole_branch()
    {
        var top = await Rikke.CreateAsync(Page, "Top", null, ("title", "T"));
        var closed = await Rikke.CreateAsync(Page, "Lukket", top, ("title", "L"));
        var below = await Rikke.CreateAsync(Page, "Under det lukkede", closed, ("title", "U"));
        var (colleague, _, _) = await Rikke.InAsync(Host, Group(Deciding).At(closed, Reading));
        var branch = new { includeUnpublishedDescendants = true, cultures = Array.Empty<string>() };
        Assert.Multiple(async () =>
        {
            Assert.That(await StatusAsync(colleague, Put, $"document/{top}/publish", Now), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await StatusAsync(colleague, Put, $"document/{below}/publish", Now), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Put, $"document/{top}/publish-with-descendants", branch), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Put, $"document/{top}/move-to-recycle-bin"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await colleague.GetAsync($"user/current/permissions/document?id={below}"))!["permissions"]![0]!["permissions"]!.AsArray(), Has.Count.EqualTo(2));
        });
        Assert.That(await Rikke.StateOfAsync(closed), Is.EqualTo("Draft"));
    }

    [Test]
    public async Task What_one_group_allows_another_does_not_take_away()
    {
        var page = await Rikke.CreateAsync(Page, "To grupper", null, ("title", "T"));
        var closing = Group(Deciding).At(page);
        await Rikke.DoAsync(Post, "user-group", closing);
        var (colleague, key, opening) = await Rikke.InAsync(Host, Group(Reading));
        await Rikke.DoAsync(Post, $"user-group/{closing["id"]!.GetValue<Guid>()}/users", new[] { new { id = key } });
        Assert.That(await StatusAsync(colleague, HttpMethod.Get, $"document/{page}"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusAsync(colleague, Put, $"document/{page}/publish", Now), Is.EqualTo(HttpStatusCode.Forbidden));
        await Rikke.DoAsync(HttpMethod.Delete, $"user-group/{opening}/users", new[] { new { id = key } });
        Assert.That(await StatusAsync(colleague, HttpMethod.Get, $"document/{page}"), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Whoever_starts_at_a_page_sees_the_way_there_and_what_is_below_and_touches_nothing_else()
    {
        var word = $"ord{Guid.NewGuid():N}";
        var top = await Rikke.CreateAsync(Page, $"{word} top", null, ("title", "T"));
        var start = await Rikke.CreateAsync(Page, $"{word} start", top, ("title", "S"));
        var sibling = await Rikke.CreateAsync(Page, $"{word} søskende", top, ("title", "N"));
        var below = await Rikke.CreateAsync(Page, $"{word} under", start, ("title", "U"));
        var group = Group(Deciding).With("documentRootAccess", false).With("documentStartNode", Reference(start));
        var (colleague, _, _) = await Rikke.InAsync(Host, group);

        var root = (await colleague.GetAsync("tree/document/root?skip=0&take=100"))!;
        Assert.Multiple(async () =>
        {
            Assert.That(root.Ids(), Is.EqualTo(new[] { top }));
            Assert.That(root["total"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(root["items"]![0]!["noAccess"]!.GetValue<bool>(), Is.True);
            var children = (await colleague.GetAsync($"tree/document/children?parentId={top}&skip=0&take=100"))!;
            Assert.That(children.Ids(), Is.EqualTo(new[] { start }));
            Assert.That(children["items"]![0]!["noAccess"]!.GetValue<bool>(), Is.False);
            Assert.That((await colleague.GetAsync($"tree/document/children?parentId={start}&skip=0&take=100")).Ids(), Is.EqualTo(new[] { below }));
            Assert.That((await colleague.GetAsync($"tree/document/siblings?target={start}&before=5&after=5")).Ids(), Is.EqualTo(new[] { start }));
            Assert.That((await colleague.GetAsync($"tree/document/ancestors?descendantId={below}")).Ids(), Is.EqualTo(new[] { top, start, below }));
            Assert.That((await colleague.GetAsync($"tree/document/ancestors?descendantId={sibling}")).Ids(), Is.EqualTo(new[] { top }));
            Assert.That((await colleague.GetAsync($"item/document/search?query={word}&skip=0&take=100")).Ids(), Is.EquivalentTo(new[] { start, below }));
            Assert.That((await colleague.GetAsync($"item/document?id={top}&id={start}&id={sibling}")).Ids(), Is.EqualTo(new[] { top, start, sibling }), "what her pages point at has its name");
            Assert.That((await colleague.GetAsync($"item/document/ancestors?id={sibling}"))![0]!["ancestors"].Ids(), Is.EqualTo(new[] { top }));
            Assert.That((await colleague.GetAsync("recycle-bin/document/root?skip=0&take=100")).Ids(), Is.Empty);
            Assert.That(await StatusAsync(colleague, HttpMethod.Get, $"document/{sibling}"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, HttpMethod.Get, $"document/{top}"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Put, $"document/{sibling}/publish", Now), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Post, "document", Editor.Body(Guid.NewGuid(), Page, "Ved roden", null, ("title", "R"))), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Put, $"document/{start}/publish", Now), Is.EqualTo(HttpStatusCode.BadRequest), "the page above is not published, but it is hers to try");
        });
        var me = (await colleague.GetAsync("user/current"))!;
        Assert.That(me["hasDocumentRootAccess"]!.GetValue<bool>(), Is.False);
        Assert.That(me["documentStartNodeIds"].Ids(), Is.EqualTo(new[] { start }));
    }

    [Test]
    public async Task A_start_node_of_ones_own_narrows_what_the_groups_open()
    {
        var page = await Rikke.CreateAsync(Page, "Eget sted", null, ("title", "E"));
        var (colleague, key, group) = await Rikke.InAsync(Host, Group(Deciding));
        Assert.That((await colleague.GetAsync("tree/document/root?skip=0&take=0"))!["total"]!.GetValue<int>(), Is.GreaterThan(1));

        var user = (await Rikke.GetAsync($"user/{key}"))!.AsObject();
        user["documentStartNodeIds"] = new JsonArray(Reference(page));
        await Rikke.DoAsync(Put, $"user/{key}", user);

        Assert.That((await colleague.GetAsync("tree/document/root?skip=0&take=100")).Ids(), Is.EqualTo(new[] { page }));
        var calculated = (await Rikke.GetAsync($"user/{key}/calculate-start-nodes"))!;
        Assert.That(calculated["documentStartNodeIds"].Ids(), Is.EqualTo(new[] { page }));
        Assert.That(calculated["hasMediaRootAccess"]!.GetValue<bool>(), Is.True);
        Assert.That(group, Is.Not.EqualTo(Guid.Empty));
    }

    [Test]
    public async Task What_may_not_be_read_is_not_in_trees_searches_and_pickers_and_the_way_to_what_may_is()
    {
        var word = $"ord{Guid.NewGuid():N}";
        var secret = await Rikke.CreateAsync(Page, $"{word} hemmelig", null, ("title", "H"));
        var below = await Rikke.CreateAsync(Page, $"{word} under", secret, ("title", "U"));
        var opened = await Rikke.CreateAsync(Page, $"{word} åbnet", secret, ("title", "Å"));
        var plain = await Rikke.CreateAsync(Page, $"{word} almindelig", null, ("title", "A"));
        var (colleague, _, _) = await Rikke.InAsync(Host, Group(Writing).At(secret).At(opened, Reading));
        Assert.Multiple(async () =>
        {
            Assert.That((await colleague.GetAsync("tree/document/root?skip=0&take=1000")).Ids(), Does.Contain(secret).And.Contain(plain), "the way to what may be read");
            Assert.That((await colleague.GetAsync($"tree/document/children?parentId={secret}&skip=0&take=100")).Ids(), Is.EqualTo(new[] { opened }));
            Assert.That((await colleague.GetAsync($"item/document/search?query={word}&skip=0&take=100")).Ids(), Is.EquivalentTo(new[] { opened, plain }));
            Assert.That((await colleague.GetAsync($"item/document?id={secret}&id={below}&id={opened}")).Ids(), Is.EqualTo(new[] { opened }));
            Assert.That((await colleague.GetAsync($"document/urls?id={below}&id={opened}")).Ids(), Is.EqualTo(new[] { opened }));
            Assert.That(await StatusAsync(colleague, HttpMethod.Get, $"document/{below}"), Is.EqualTo(HttpStatusCode.Forbidden));
        });
    }

    [Test]
    public async Task A_language_that_is_not_ones_own_is_neither_saved_published_nor_taken_down()
    {
        var id = Guid.NewGuid();
        await Rikke.DoAsync(Post, "document", InDanish(id, "Først"));
        await Rikke.DoAsync(Put, $"document/{id}/publish", Danish());
        var group = Group(Deciding).With("hasAccessToAllLanguages", false);
        var (colleague, _, key) = await Rikke.InAsync(Host, group);

        Assert.That(await RenameAsync(colleague, id), Is.EqualTo(("Først", "Først")), "what is not hers to write stays as it was");
        Assert.Multiple(async () =>
        {
            Assert.That(await StatusAsync(colleague, Put, $"document/{id}/publish", Danish()), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Put, $"document/{id}/unpublish", new { cultures = (string[]?)null }), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Put, $"document/{id}/unpublish", new { cultures = Texts("da") }), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Post, "document", InDanish(Guid.NewGuid(), "Ny")), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Post, "document", Editor.Body(Guid.NewGuid(), Page, "Uden sprog", null, ("title", "U"))), Is.EqualTo(HttpStatusCode.Created));
        });

        group["languages"] = Texts("da");
        await Rikke.DoAsync(Put, $"user-group/{key}", group);
        Assert.That(await RenameAsync(colleague, id), Is.EqualTo(("Ændret", "Ændret")));
        Assert.That(await StatusAsync(colleague, Put, $"document/{id}/publish", Danish()), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_field_that_one_may_not_write_keeps_what_was_in_it()
    {
        var id = await Rikke.CreateAsync(Page, "Felter", null, ("title", "Før"), ("teaser", "Før"));
        var (colleague, _, _) = await Rikke.InAsync(Host, await Group(Writing).AtFieldAsync(Page, "title", "Umb.Document.PropertyValue.Read"));
        await colleague.SaveAsync(id, ("title", "Efter"), ("teaser", "Efter"));
        var values = (await Rikke.GetAsync($"document/{id}"))!["values"]!.AsArray().ToDictionary(value => value!["alias"]!.GetValue<string>(), value => value!["value"]!.GetValue<string>());
        Assert.That(values["title"], Is.EqualTo("Før"));
        Assert.That(values["teaser"], Is.EqualTo("Efter"));
    }

    [Test]
    public async Task A_list_has_no_order_by_a_field_that_may_not_be_read()
    {
        var folder = await Rikke.CreateAsync(Page, "Liste", null, ("title", "Liste"));
        var titles = new Dictionary<Guid, string>();
        foreach (var title in new[] { "Delta", "Alfa", "Charlie", "Bravo", "Foxtrot", "Echo" })
        {
            titles[await Rikke.CreateAsync(Page, "Side", folder, ("title", title))] = title;
        }

        var (colleague, _, _) = await Rikke.InAsync(Host, await Group(Reading).AtFieldAsync(Page, "title"));
        var (seen, hidden) = (await OrderedAsync(Rikke, "Ascending"), await OrderedAsync(colleague, "Ascending"));
        var (seenBack, hiddenBack) = (await OrderedAsync(Rikke, "Descending"), await OrderedAsync(colleague, "Descending"));
        Assert.Multiple(() =>
        {
            Assert.That(seen.Select(key => titles[key]), Is.Ordered);
            Assert.That(seenBack, Is.EqualTo(seen.Reverse()));
            Assert.That(hidden, Is.EquivalentTo(titles.Keys));
            Assert.That(hiddenBack, Is.EqualTo(hidden), "all count as empty");
        });

        async Task<Guid[]> OrderedAsync(Editor editor, string direction) =>
            (await editor.GetAsync($"collection/document/{folder}?orderBy=TITLE&orderDirection={direction}&skip=0&take=20")).Ids();
    }

    [Test]
    public async Task What_is_wrong_with_a_field_that_may_not_be_read_is_not_told()
    {
        const string told = "Bed en kollega, der må se feltet, om at rette det.";
        var (titled, untitled) = (await Rikke.CreateAsync(Page, "Med titel", null, ("title", "Hemmelig")), await Rikke.CreateAsync(Page, "Uden titel"));
        var (colleague, _, _) = await Rikke.InAsync(Host, await Group(Deciding).AtFieldAsync(Page, "title"));
        var (fine, _) = await CheckedAsync(titled, "validate");
        var (refused, errors) = await CheckedAsync(untitled, "validate");
        var (alsoRefused, alsoErrors) = await CheckedAsync(untitled, "update-and-publish");
        var many = (await colleague.SendAsync(HttpMethod.Put, "hedensted/documents/publish", new { ids = new[] { untitled } })).Content;
        Assert.Multiple(async () =>
        {
            Assert.That(fine, Is.EqualTo(HttpStatusCode.OK), "what was not shown is not missing");
            Assert.That(refused, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(errors, Is.EqualTo(new[] { told }));
            Assert.That(alsoRefused, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(alsoErrors, Is.EqualTo(new[] { told }));
            Assert.That(JsonNode.Parse(await many.ReadAsStringAsync())!.ToString(), Does.Contain("Bed en kollega"));
        });

        async Task<(HttpStatusCode Status, string[] Errors)> CheckedAsync(Guid key, string what)
        {
            var body = await colleague.OpenAsync(key);
            body[what == "validate" ? "cultures" : "culturesToPublish"] = new JsonArray();
            using var response = await colleague.SendAsync(HttpMethod.Put, what == "validate" ? $"/umbraco/management/api/v1.1/document/{key}/validate" : $"document/{key}/{what}", body);
            var text = await response.Content.ReadAsStringAsync();
            return (response.StatusCode, response.IsSuccessStatusCode ? [] : [.. JsonNode.Parse(text)!["errors"]!.AsObject().SelectMany(error => error.Value!.AsArray()).Select(message => message!.GetValue<string>())]);
        }
    }

    [Test]
    public async Task A_field_that_one_may_not_read_is_in_no_answer_and_keeps_what_was_in_it()
    {
        const string secret = "Kun for de indviede";
        var (parent, _) = await Rikke.CreateAndPublishAsync(List, "Liste", null, ("title", secret));
        var (id, _) = await Rikke.CreateAndPublishAsync(Page, "Skjult felt", parent, ("title", secret), ("teaser", "Til alle"));
        var blueprint = Guid.NewGuid();
        await Rikke.DoAsync(Post, "document-blueprint/from-document", new { document = Reference(id), id = blueprint, name = "Skabelon", parent = (object?)null });
        var group = Group(Deciding);
        foreach (var type in (Guid[])[Page, List])
        {
            await group.AtFieldAsync(type, "title", "Umb.Document.PropertyValue.Write");
        }

        var (colleague, _, _) = await Rikke.InAsync(Host, group);
        var version = (await Rikke.GetAsync($"document-version?documentId={id}"))!["items"]![0]!["id"]!.GetValue<Guid>();
        foreach (var path in (string[])[$"document/{id}", $"document/{id}/published", $"document-version/{version}", $"document-blueprint/{blueprint}/scaffold"])
        {
            Assert.That((await Rikke.GetAsync(path))!.ToJsonString(), Does.Contain(secret), path);
            Assert.That((await colleague.GetAsync(path))!.ToJsonString(), Does.Not.Contain(secret).And.Contain("Til alle"), path);
        }

        Assert.That((await Rikke.GetAsync($"collection/document/{parent}"))!.ToJsonString(), Does.Contain(secret));
        Assert.That((await colleague.GetAsync($"collection/document/{parent}"))!.ToJsonString(), Does.Not.Contain(secret).And.Contain("Skjult felt"));

        await colleague.SaveAsync(id, ("title", "Overskrevet"), ("teaser", "Rettet"));
        var values = (await Rikke.GetAsync($"document/{id}"))!["values"]!.AsArray().ToDictionary(value => value!["alias"]!.GetValue<string>(), value => value!["value"]!.GetValue<string>());
        Assert.That((values["title"], values["teaser"]), Is.EqualTo((secret, "Rettet")));
    }

    [Test]
    public async Task Media_are_shown_and_changed_only_where_one_starts()
    {
        var own = await FolderAsync(Rikke, null);
        var other = await FolderAsync(Rikke, null);
        var inside = await FolderAsync(Rikke, own);
        var (colleague, _, _) = await Rikke.InAsync(Host, Group(Writing).With("mediaRootAccess", false).With("mediaStartNode", Reference(own)));
        Assert.Multiple(async () =>
        {
            Assert.That((await colleague.GetAsync("tree/media/root?skip=0&take=100")).Ids(), Is.EqualTo(new[] { own }));
            Assert.That((await colleague.GetAsync("collection/media?skip=0&take=100")).Ids(), Is.EqualTo(new[] { own }));
            Assert.That((await colleague.GetAsync($"item/media?id={own}&id={other}&id={inside}")).Ids(), Is.EqualTo(new[] { own, other, inside }), "what her pages show has its name");
            Assert.That(await StatusAsync(colleague, HttpMethod.Get, $"media/{other}"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Put, $"media/{other}/move-to-recycle-bin"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Put, $"media/{inside}/move", new { target = Reference(other) }), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Post, "media", FolderBody(Guid.NewGuid(), other)), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(colleague, Post, "media", FolderBody(Guid.NewGuid(), inside)), Is.EqualTo(HttpStatusCode.Created));
        });
    }

    [Test]
    public async Task A_group_that_is_changed_or_deleted_holds_at_the_next_click()
    {
        var page = await Rikke.CreateAsync(Page, "Næste klik", null, ("title", "N"));
        var group = Group(Deciding);
        var (colleague, _, key) = await Rikke.InAsync(Host, group);
        await colleague.PublishAsync(page);

        group["fallbackPermissions"] = Texts(Reading);
        await Rikke.DoAsync(Put, $"user-group/{key}", group);
        Assert.That(await StatusAsync(colleague, Put, $"document/{page}/publish", Now), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await StatusAsync(colleague, HttpMethod.Get, $"document/{page}"), Is.EqualTo(HttpStatusCode.OK));

        await Rikke.DoAsync(HttpMethod.Delete, $"user-group/{key}");
        Assert.That(await StatusAsync(colleague, HttpMethod.Get, $"document/{page}"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await colleague.GetAsync("user/current"))!["allowedSections"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_group_that_points_at_nothing_is_refused_with_umbracos_word_for_it()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await OperationStatusAsync(Group(Reading).At(Guid.NewGuid(), Writing)), Is.EqualTo("DocumentPermissionKeyNotFound"));
            Assert.That(await OperationStatusAsync(Group(Reading).With("documentRootAccess", false).With("documentStartNode", Reference(Guid.NewGuid()))), Is.EqualTo("DocumentStartNodeKeyNotFound"));
            Assert.That(await OperationStatusAsync(Group(Reading).With("mediaRootAccess", false).With("mediaStartNode", Reference(Guid.NewGuid()))), Is.EqualTo("MediaStartNodeKeyNotFound"));
            Assert.That(await OperationStatusAsync(Group(Reading).With("languages", Texts("xx-XX"))), Is.EqualTo("LanguageNotFound"));
            Assert.That(await OperationStatusAsync(Group(Reading).With("name", "")), Is.EqualTo("MissingName"));
            Assert.That(await OperationStatusAsync(Group(Reading).With("alias", "ADMIN")), Is.EqualTo("DuplicateAlias"));
        });
    }

    private static async Task<string> OperationStatusAsync(JsonObject group)
    {
        using var response = await Rikke.SendAsync(Post, "user-group", group);
        Assert.That((int)response.StatusCode, Is.EqualTo(400).Or.EqualTo(404));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["operationStatus"]!.GetValue<string>();
    }

    private static async Task<HttpStatusCode> StatusAsync(Editor editor, HttpMethod method, string path, object? body = null)
    {
        using var response = await editor.SendAsync(method, path, body);
        return response.StatusCode;
    }

    private static async Task<(string Name, string Title)> RenameAsync(Editor editor, Guid id)
    {
        var body = await editor.OpenAsync(id);
        body["variants"]![0]!["name"] = "Ændret";
        body["values"]![0]!["value"] = "Ændret";
        await editor.DoAsync(Put, $"document/{id}", body);
        var saved = (await Rikke.GetAsync($"document/{id}"))!;
        return (saved["variants"]![0]!["name"]!.GetValue<string>(), saved["values"]![0]!["value"]!.GetValue<string>());
    }

    private static object Danish() => new { publishSchedules = new[] { new { culture = "da", schedule = (object?)null } } };

    private static JsonObject InDanish(Guid id, string text)
    {
        var body = Editor.Body(id, Translated, text, null, ("title", text));
        body["variants"]![0]!["culture"] = "da";
        body["values"]![0]!["culture"] = "da";
        return body;
    }

    private static async Task<Guid> FolderAsync(Editor editor, Guid? parent)
    {
        var id = Guid.NewGuid();
        await editor.DoAsync(Post, "media", FolderBody(id, parent));
        return id;
    }

    private static JsonObject FolderBody(Guid id, Guid? parent) => new()
    {
        ["id"] = id,
        ["parent"] = parent is { } key ? Reference(key) : null,
        ["mediaType"] = Reference(Folder),
        ["values"] = new JsonArray(),
        ["variants"] = new JsonArray(new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = $"Mappe {id:N}" }),
    };
}
