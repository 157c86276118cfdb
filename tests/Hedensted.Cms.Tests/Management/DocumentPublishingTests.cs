using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>An editor decides what readers see, now and later.</summary>
public class DocumentPublishingTests
{
    private static readonly HttpMethod Put = HttpMethod.Put;

    [Test]
    public async Task Publishing_names_the_position_at_which_readers_see_it_and_saving_a_draft_names_none()
    {
        var (id, first) = await Rikke.CreateAndPublishAsync(Page, "Udgivet", null, ("title", "Et"));
        Assert.That(await Rikke.StateOfAsync(id), Is.EqualTo("Published"));

        var body = await Rikke.OpenAsync(id);
        Editor.Set(body, ("title", "To"));
        var saved = await Rikke.DoAsync(Put, $"document/{id}", body);
        Assert.That(saved, Is.Null);
        Assert.That(await Rikke.StateOfAsync(id), Is.EqualTo("PublishedPendingChanges"));

        var second = await Rikke.PublishAsync(id);
        Assert.That(second > first, Is.True);
        Assert.That(await Rikke.StateOfAsync(id), Is.EqualTo("Published"));
    }

    [Test]
    public async Task The_published_text_stays_beside_the_draft_and_is_gone_when_taken_down()
    {
        var (id, _) = await Rikke.CreateAndPublishAsync(Page, "To udgaver", null, ("title", "Ude"));
        await Rikke.SaveAsync(id, ("title", "Inde"));
        var published = await Rikke.GetAsync($"document/{id}/published");
        Assert.That(published!["values"]![0]!["value"]!.GetValue<string>(), Is.EqualTo("Ude"));

        await Rikke.UnpublishAsync(id);
        using var gone = await Rikke.SendAsync(HttpMethod.Get, $"document/{id}/published");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Rikke.StateOfAsync(id), Is.EqualTo("Draft"));
    }

    [Test]
    public async Task A_schedule_is_shown_replaced_and_taken_away()
    {
        var id = await Rikke.CreateAsync(Page, "Senere", null, ("title", "Senere"));
        await Rikke.DoAsync(Put, $"document/{id}/publish", Schedule("2099-05-01T10:00:00.000Z", null));
        var variant = (await Rikke.GetAsync($"document/{id}"))!["variants"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That(variant["scheduledPublishDate"]!.GetValue<DateTimeOffset>(), Is.EqualTo(new DateTimeOffset(2099, 5, 1, 10, 0, 0, TimeSpan.Zero)));
            Assert.That(variant["flags"]![0]!["alias"]!.GetValue<string>(), Is.EqualTo("Umb.ScheduledForPublish"));
            Assert.That(variant["state"]!.GetValue<string>(), Is.EqualTo("Draft"));
        });

        await Rikke.DoAsync(Put, $"document/{id}/publish", Schedule(null, null));
        variant = (await Rikke.GetAsync($"document/{id}"))!["variants"]![0]!;
        Assert.That(variant["scheduledPublishDate"], Is.Null);
        Assert.That(await Rikke.StateOfAsync(id), Is.EqualTo("Draft"), "clearing a schedule publishes nothing");
    }

    [TestCase("2001-01-01T00:00:00Z", null, "PublishTimeNeedsToBeInFuture")]
    [TestCase(null, "2001-01-01T00:00:00Z", "UpublishTimeNeedsToBeInFuture")]
    [TestCase("2099-05-02T00:00:00Z", "2099-05-01T00:00:00Z", "UnpublishTimeNeedsToBeAfterPublishTime")]
    public async Task A_schedule_that_cannot_be_kept_is_refused(string? publish, string? unpublish, string status)
    {
        var id = await Rikke.CreateAsync(Page, "Umulig", null, ("title", "Umulig"));
        using var response = await Rikke.SendAsync(Put, $"document/{id}/publish", Schedule(publish, unpublish));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(problem["operationStatus"]!.GetValue<string>(), Is.EqualTo(status));
    }

    [Test]
    public async Task A_branch_is_published_and_those_that_could_not_be_are_named()
    {
        var (top, _) = await Rikke.CreateAndPublishAsync(Page, "Gren", null, ("title", "Gren"));
        var good = await Rikke.CreateAsync(Page, "God", top, ("title", "God"));
        await Rikke.DoAsync(Put, $"document/{top}/publish-with-descendants", Branch());
        Assert.That(await Rikke.StateOfAsync(good), Is.EqualTo("Published"));

        await Rikke.CreateAsync(Page, "Mangler titel", top);
        using var response = await Rikke.SendAsync(Put, $"document/{top}/publish-with-descendants", Branch());
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(problem["operationStatus"]!.GetValue<string>(), Is.EqualTo("FailedBranch"));
        Assert.That(problem["detail"]!.GetValue<string>(), Does.Contain("«Mangler titel»"));
    }

    [Test]
    public async Task A_branch_is_done_when_the_backoffice_polls()
    {
        var (top, _) = await Rikke.CreateAndPublishAsync(Page, "Polles", null, ("title", "Polles"));
        using var response = await Rikke.SendAsync(Put, $"document/{top}/publish-with-descendants", Branch());
        var task = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var result = await Rikke.GetAsync($"document/{top}/publish-with-descendants/result/{task["taskId"]}");
        Assert.That(result!["isComplete"]!.GetValue<bool>(), Is.True);
    }

    [Test]
    public async Task A_published_document_has_an_address_at_once_and_a_draft_says_why_it_has_none()
    {
        var (id, _) = await Rikke.CreateAndPublishAsync(Page, "Møde på Ærø", null, ("title", "Møde"));
        var draft = await Rikke.CreateAsync(Page, "Kladde", id, ("title", "Kladde"));
        var urls = (await Rikke.GetAsync($"document/urls?id={id}&id={draft}&id={Guid.NewGuid()}"))!.AsArray();
        var preview = await Rikke.GetAsync($"document/{id}/preview-url?providerAlias=umbDocumentUrlProvider");
        Assert.Multiple(() =>
        {
            Assert.That(urls, Has.Count.EqualTo(2), "unknown keys are passed over");
            Assert.That(urls[0]!["urlInfos"]![0]!["url"]!.GetValue<string>(), Does.Contain("moede-paa-aeroe").Or.EqualTo("/"));
            Assert.That(urls[1]!["urlInfos"]![0]!["url"], Is.Null);
            Assert.That(urls[1]!["urlInfos"]![0]!["message"]!.GetValue<string>(), Is.Not.Empty);
            Assert.That(preview!.AsObject().Select(member => member.Key), Is.EquivalentTo(new[] { "culture", "url", "message", "provider", "isExternal" }));
        });
    }

    [Test]
    public async Task A_document_in_languages_is_published_in_those_that_are_named()
    {
        var id = Guid.NewGuid();
        var body = Editor.Body(id, Translated, "Sprog", null);
        body["variants"]![0]!["culture"] = "da";
        using var untitled = await Rikke.SendAsync(HttpMethod.Post, "document/validate", body.DeepClone());
        var errors = JsonNode.Parse(await untitled.Content.ReadAsStringAsync())!["errors"]!.AsObject();
        Assert.That(
            errors.Select(error => error.Key), Is.EqualTo(new[] { "$.values[?(@.alias == 'title' && @.culture == 'da' && @.segment == null)].value" }));

        Editor.Set(body, ("title", "Titel"));
        body["values"]![0]!["culture"] = "da";
        await Rikke.DoAsync(HttpMethod.Post, "document", body);
        using var nothing = await Rikke.SendAsync(Put, $"document/{id}/publish", new { publishSchedules = Array.Empty<object>() });
        Assert.That(
            JsonNode.Parse(await nothing.Content.ReadAsStringAsync())!["operationStatus"]!.GetValue<string>(), Is.EqualTo("NothingToPublish"));

        await Rikke.DoAsync(Put, $"document/{id}/publish", new { publishSchedules = new[] { new { culture = "da", schedule = (object?)null } } });
        var variant = (await Rikke.GetAsync($"document/{id}"))!["variants"]![0]!;
        Assert.That(variant["culture"]!.GetValue<string>(), Is.EqualTo("da"));
        Assert.That(variant["state"]!.GetValue<string>(), Is.EqualTo("Published"));
    }

    private static object Branch() => new { cultures = new[] { "invariant" }, includeUnpublishedDescendants = true };

    private static object Schedule(string? publish, string? unpublish) =>
        new { publishSchedules = new[] { new { culture = (string?)null, schedule = new { publishTime = publish, unpublishTime = unpublish } } } };
}
