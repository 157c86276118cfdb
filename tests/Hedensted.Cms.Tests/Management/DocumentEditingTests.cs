using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>An editor writes, saves and meets the rules.</summary>
public class DocumentEditingTests
{
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly HttpMethod Put = HttpMethod.Put;

    [Test]
    public async Task A_new_document_answers_with_its_key_in_headers_and_nothing_else()
    {
        var id = Guid.NewGuid();
        using var response = await Rikke.SendAsync(Post, "document", Editor.Body(id, Page, "Ny side", null, ("title", "Titel")));
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(response.Headers.GetValues("Umb-Generated-Resource").Single(), Is.EqualTo(id.ToString()));
            Assert.That(response.Headers.Location?.ToString(), Does.EndWith($"/document/{id}"));
            Assert.That(response.Content.Headers.ContentLength ?? 0, Is.Zero);
        });
    }

    [Test]
    public async Task An_opened_document_has_exactly_the_members_that_the_backoffice_knows()
    {
        var id = await Rikke.CreateAsync(Page, "Felter", null, ("title", "Titel"));
        var document = (await Rikke.GetAsync($"document/{id}"))!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(Names(document), Is.EquivalentTo(new[] { "id", "documentType", "template", "isTrashed", "values", "variants", "flags" }));
            Assert.That(Names(document["documentType"]!), Is.EquivalentTo(new[] { "id", "icon", "collection" }));
            Assert.That(Names(document["values"]![0]!), Is.EquivalentTo(new[] { "editorAlias", "culture", "segment", "alias", "value" }));
            Assert.That(Names(document["variants"]![0]!), Is.EquivalentTo(new[]
            {
                "id", "culture", "segment", "name", "state", "createDate", "updateDate", "publishDate", "scheduledPublishDate", "scheduledUnpublishDate", "flags",
            }));
            Assert.That(document["variants"]![0]!["state"]!.GetValue<string>(), Is.EqualTo("Draft"));
            Assert.That(document["values"]![0]!["editorAlias"]!.GetValue<string>(), Is.EqualTo("Umbraco.TextBox"));
        });
    }

    [Test]
    public async Task What_the_backoffice_was_recorded_to_send_is_saved_as_it_came()
    {
        const string Recorded = """
            {"template":null,"values":[{"editorAlias":"Umbraco.TextBox","culture":null,"segment":null,"alias":"title","value":"U1"},{"editorAlias":"Umbraco.Plain.Json","culture":null,"segment":null,"alias":"recur","value":{"start":"2026-05-01T10:00","rrule":"FREQ=WEEKLY"}}],"variants":[{"culture":null,"segment":null,"state":"Published","name":"Underside","publishDate":"2026-01-01T00:00:00Z","createDate":"2026-01-01T00:00:00Z","updateDate":null,"scheduledPublishDate":null,"scheduledUnpublishDate":null,"flags":[]}]}
            """;
        var id = await Rikke.CreateAsync(Page, "Optaget", null, ("title", "Før"), ("teaser", "Skal væk"));
        await Rikke.DoAsync(Put, $"document/{id}", Recorded);

        var values = (await Rikke.GetAsync($"document/{id}"))!["values"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(values.Select(value => value!["alias"]!.GetValue<string>()), Is.EquivalentTo(new[] { "title", "recur" }), "absent values are removed");
            Assert.That(values.Single(value => value!["alias"]!.GetValue<string>() == "recur")!["value"]!["rrule"]!.GetValue<string>(), Is.EqualTo("FREQ=WEEKLY"));
        });
    }

    [Test]
    public async Task A_document_that_breaks_rules_is_saved_and_only_publishing_is_refused()
    {
        var id = await Rikke.CreateAsync(Page, "Uden titel");
        var body = await Rikke.OpenAsync(id);
        body["cultures"] = new JsonArray();
        using var validated = await Rikke.SendAsync(Put, $"/umbraco/management/api/v1.1/document/{id}/validate", body);
        var problem = await JsonAsync(validated);
        body["culturesToPublish"] = new JsonArray();
        Editor.Set(body, ("teaser", "Gemt alligevel"));
        using var published = await Rikke.SendAsync(Put, $"document/{id}/update-and-publish", body);
        var refused = await JsonAsync(published);

        Assert.Multiple(() =>
        {
            Assert.That(validated.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem["operationStatus"]!.GetValue<string>(), Is.EqualTo("PropertyValidationError"));
            Assert.That(
                Names(problem["errors"]!), Is.EqualTo(new[] { "$.values[?(@.alias == 'title' && @.culture == null && @.segment == null)].value" }));
            Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(refused["operationStatus"]!.GetValue<string>(), Is.EqualTo("ContentInvalid"));
        });
        var saved = await Rikke.GetAsync($"document/{id}");
        Assert.That(saved!["values"]![0]!["value"]!.GetValue<string>(), Is.EqualTo("Gemt alligevel"));
        Assert.That(await Rikke.StateOfAsync(id), Is.EqualTo("Draft"));
    }

    [Test]
    public async Task An_error_in_a_block_points_into_the_block()
    {
        var block = Guid.NewGuid();
        var blocks = new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = new[] { new { contentKey = block } } },
            contentData = new[] { new { key = block, contentTypeKey = Block, values = new[] { new { alias = "title", culture = (string?)null, segment = (string?)null, value = "" } } } },
            settingsData = Array.Empty<object>(),
            expose = new[] { new { contentKey = block, culture = (string?)null, segment = (string?)null } },
        };
        using var response = await Rikke.SendAsync(
            Post, "document/validate", Editor.Body(Guid.NewGuid(), Page, "Blokke", null, ("title", "Titel"), ("blocks", blocks)));
        var errors = (await JsonAsync(response))["errors"]!;
        Assert.That(Names(errors), Is.EqualTo(new[] { "$.values[1].value.contentData[0].values[0].value" }));
    }

    [Test]
    public async Task The_second_of_two_editors_is_told_who_saved_first_and_where_their_own_text_is()
    {
        var id = await Rikke.CreateAsync(Page, "Fælles", null, ("title", "Fælles"));
        var seenBySune = await Sune.OpenAsync(id);
        await Rikke.SaveAsync(id, ("title", "Rikkes"));

        Editor.Set(seenBySune, ("title", "Sunes"));
        using var response = await Sune.SendAsync(Put, $"document/{id}", seenBySune);
        var problem = await JsonAsync(response);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(problem["operationStatus"]!.GetValue<string>(), Is.EqualTo("ConcurrencyViolation"));
            Assert.That(problem["title"]!.GetValue<string>(), Does.StartWith("Rikke Redaktør gemte en anden udgave"));
            Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("Fortryd ændringer").And.Length.LessThan(170), "the backoffice shows three lines");
            Assert.That(response.Headers.Contains("Umb-Notifications"), Is.False, "a second message about the same");
        });

        var versions = (await Sune.GetAsync($"document-version?documentId={id}"))!["items"]!.AsArray();
        var texts = new List<string?>();
        foreach (var version in versions)
        {
            texts.Add((await Sune.GetAsync($"document-version/{version!["id"]}"))!["values"]![0]!["value"]!.GetValue<string>());
        }

        Assert.That(texts, Does.Contain("Sunes"), "nothing typed is lost");
        Assert.That((await Rikke.OpenAsync(id))["values"]![0]!["value"]!.GetValue<string>(), Is.EqualTo("Rikkes"));
    }

    [Test]
    public async Task Saving_again_after_ones_own_lost_answer_is_no_conflict()
    {
        var id = await Rikke.CreateAsync(Page, "Tabt svar", null, ("title", "Første"));
        var body = await Rikke.OpenAsync(id);
        await Rikke.DoAsync(Put, $"document/{id}", body.DeepClone());
        Editor.Set(body, ("title", "Anden"));
        await Rikke.DoAsync(Put, $"document/{id}", body);
        Assert.That((await Rikke.OpenAsync(id))["values"]![0]!["value"]!.GetValue<string>(), Is.EqualTo("Anden"));
    }

    [Test]
    public async Task A_document_that_was_created_but_could_not_be_published_can_be_saved_again()
    {
        var parent = await Rikke.CreateAsync(Page, "Kladde", null, ("title", "Kladde"));
        var id = Guid.NewGuid();
        var body = Editor.Body(id, Page, "Under en kladde", parent, ("title", "Under"));
        body["culturesToPublish"] = new JsonArray();
        using var refused = await Rikke.SendAsync(Post, "document/create-and-publish", body.DeepClone());
        var problem = await JsonAsync(refused);
        Assert.That(problem["operationStatus"]!.GetValue<string>(), Is.EqualTo("PathNotPublished"));

        using var again = await Rikke.SendAsync(Post, "document", body.DeepClone());
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await Rikke.StateOfAsync(id), Is.EqualTo("Draft"));
    }

    [Test]
    public async Task A_key_that_somebody_else_used_is_refused()
    {
        var id = await Rikke.CreateAsync(Page, "Rikkes", null, ("title", "Rikkes"));
        using var response = await Sune.SendAsync(Post, "document", Editor.Body(id, Page, "Sunes", null, ("title", "Sunes")));
        Assert.That((await JsonAsync(response))["operationStatus"]!.GetValue<string>(), Is.EqualTo("DuplicateKey"));
    }

    [Test]
    public async Task A_type_that_may_not_stand_there_is_refused()
    {
        using var homeless = await Rikke.SendAsync(Post, "document", Editor.Body(Guid.NewGuid(), Homeless, "Ingen steder"));
        using var unknown = await Rikke.SendAsync(Post, "document", Editor.Body(Guid.NewGuid(), Guid.NewGuid(), "Ingen type"));
        var problem = await JsonAsync(homeless);
        Assert.Multiple(() =>
        {
            Assert.That(homeless.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem["operationStatus"]!.GetValue<string>(), Is.EqualTo("NotAllowed"));
            Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(unknown.Headers.Contains("Umb-Notifications"), Is.True, "the backoffice shows nothing for a bare 404");
        });
    }

    [Test]
    public async Task A_version_from_before_can_be_brought_back()
    {
        var id = await Rikke.CreateAsync(Page, "Versioner", null, ("title", "Første"));
        await Rikke.SaveAsync(id, ("title", "Anden"));
        var versions = (await Rikke.GetAsync($"document-version?documentId={id}&skip=0&take=10"))!;
        var oldest = versions["items"]!.AsArray()[^1]!["id"]!.GetValue<Guid>();
        var detail = await Rikke.GetAsync($"document-version/{oldest}");
        await Rikke.DoAsync(Post, $"document-version/{oldest}/rollback");

        Assert.Multiple(() =>
        {
            Assert.That(versions["total"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That(detail!["id"]!.GetValue<Guid>(), Is.EqualTo(oldest), "the backoffice posts this id back");
            Assert.That(Names(versions["items"]![0]!), Is.EquivalentTo(new[]
            {
                "id", "document", "documentType", "user", "versionDate", "isCurrentPublishedVersion", "isCurrentDraftVersion", "preventCleanup",
            }));
        });
        Assert.That((await Rikke.OpenAsync(id))["values"]![0]!["value"]!.GetValue<string>(), Is.EqualTo("Første"));
    }

    [Test]
    public async Task A_request_that_cannot_be_read_is_answered_with_a_problem()
    {
        using var response = await Rikke.SendAsync(Post, "document", "{ not json");
        var problem = await JsonAsync(response);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(problem["type"]!.GetValue<string>(), Is.EqualTo("Error"));
    }

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(member => member.Key);

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
