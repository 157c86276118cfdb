using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Import;
using Hedensted.Cms.Tests.Management.People;
using Hedensted.Testing;
using Umbraco.Cms.Core;
using static Hedensted.Cms.Tests.Import.ImportSite;

namespace Hedensted.Cms.Tests.Import;

/// <summary>What the dashboard and the form ask for, and who may.</summary>
public class ImportEndpointTests
{
    private static readonly HttpMethod Post = HttpMethod.Post;

    private ImportSite _site = null!;
    private Editor _rikke = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _site = await ImportSite.OpenAsync();
        _rikke = await _site.Host.SignInAsync();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        _rikke.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_save_that_changes_what_the_source_owns_is_refused_at_the_field()
    {
        var one = DplEvents.One("Kildens titel", Day(5));
        await _site.FetchAsync(one);
        var key = (await _site.DocumentAsync(one)).Key;
        var body = await _rikke.OpenAsync(key);
        Editor.Set(body, ("title", "Min titel"), ("form", new[] { "Hoved" }));
        var at = body["values"]!.AsArray().Select((value, index) => (Alias: value!["alias"]!.GetValue<string>(), index)).Single(value => value.Alias == "title").index;
        using var refused = await _rikke.SendAsync(HttpMethod.Put, $"document/{key}", body);
        var problem = (await refused.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem["operationStatus"]!.GetValue<string>(), Is.EqualTo("PropertyValidationError"));
            Assert.That(problem["errors"]!.AsObject().Single().Key, Is.EqualTo($"$.values[{at}].value"));
            Assert.That(problem["errors"]!.AsObject().Single().Value![0]!.GetValue<string>(), Does.StartWith("«Titel» hentes fra kilden og kan ikke rettes her."));
        });
        Assert.That(Value((await _site.DocumentAsync(one)).Draft, "form"), Is.Null, "nothing of it is saved");

        Editor.Set(body, ("title", "Kildens titel"));
        await _rikke.DoAsync(HttpMethod.Put, $"document/{key}", body);
        Assert.That(Value((await _site.DocumentAsync(one)).Draft, "form"), Is.EqualTo("[\"Hoved\"]"));
    }

    [Test]
    public async Task The_form_is_told_what_is_locked_until_somebody_takes_the_event_over()
    {
        var one = DplEvents.One("Låst", Day(5));
        await _site.FetchAsync(one);
        var key = (await _site.DocumentAsync(one)).Key;
        var locked = (await _rikke.GetAsync($"hedensted/import/document/{key}"))!;
        Assert.Multiple(() =>
        {
            Assert.That(locked["sourceName"]!.GetValue<string>(), Is.EqualTo("127.0.0.1"));
            Assert.That(locked["sourceUrl"]!.GetValue<string>(), Is.EqualTo(one["url"]!.GetValue<string>()));
            Assert.That(locked["fields"]!.AsArray().Select(field => field!.GetValue<string>()), Does.Contain("title").And.Contain("sourceId").And.Not.Contain("focusAreas").And.Not.Contain("capacity"));
        });

        await _rikke.DoAsync(Post, $"hedensted/import/document/{key}/release");
        Assert.That((await _rikke.GetAsync($"hedensted/import/document/{key}"))!["sourceName"], Is.Null);
        await _rikke.SaveAsync(key, ("title", "Vores"));
        one["title"] = "Kildens nye";
        Assert.That((await _site.FetchAsync(one)).Entries.Single().Notes.Single(), Does.Contain("Frigjort"));
        using var again = await _rikke.SendAsync(Post, $"hedensted/import/document/{key}/release");
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_copy_of_an_event_is_our_own()
    {
        var one = DplEvents.One("Original", Day(5));
        await _site.FetchAsync(one);
        using var copied = await _rikke.SendAsync(Post, $"hedensted/event/{(await _site.DocumentAsync(one)).Key}/copy");
        var copy = Guid.Parse(copied.Headers.GetValues("Umb-Generated-Resource").Single());
        Assert.That((await _rikke.GetAsync($"hedensted/import/document/{copy}"))!["sourceName"], Is.Null);
        await _rikke.SaveAsync(copy, ("title", "Kopien"));
    }

    [Test]
    public async Task The_dashboard_fetches_asks_and_remembers_who_decided()
    {
        var one = DplEvents.One("Gåtur", Day(5));
        one["branches"] = new JsonArray("Spejderhytten");
        _site.Source.Events = [one.DeepClone()];
        var plan = (await _rikke.GetAsync("hedensted/import/plan"))!;
        Assert.That(plan["entries"]![0]!["action"]!.GetValue<string>(), Is.EqualTo("Create"));
        await _rikke.DoAsync(Post, "hedensted/import/run", new { acceptVanished = false });

        var state = (await _rikke.GetAsync("hedensted/import"))!;
        var question = state["questions"]!.AsArray().Single()!;
        Assert.Multiple(() =>
        {
            Assert.That(state["mayDecide"]!.GetValue<bool>(), Is.True);
            Assert.That(state["runs"]![0]!["by"]!.GetValue<string>(), Is.EqualTo("Rikke Redaktør"));
            Assert.That(state["runs"]![0]!["report"]!["entries"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(question["detail"]!.GetValue<string>(), Does.Contain("«Gåtur»"));
            Assert.That(state["places"]!.AsArray().Select(place => place!["name"]!.GetValue<string>()), Does.Contain("Tørring Bibliotek"));
            Assert.That(state["partnerTypes"]!.AsArray().Select(type => type!.GetValue<string>()), Does.Contain("Forening"));
        });

        using var unanswered = await _rikke.SendAsync(HttpMethod.Put, $"hedensted/import/question/{question["id"]}", new { choice = "choose" });
        Assert.That(unanswered.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        await _rikke.DoAsync(HttpMethod.Put, $"hedensted/import/question/{question["id"]}", new { choice = "choose", target = StartingSite.ToerringLibrary });
        var after = (await _rikke.GetAsync("hedensted/import"))!;
        Assert.Multiple(() =>
        {
            Assert.That(after["questions"]!.AsArray(), Is.Empty);
            Assert.That(after["decisions"]![0]!["target"]!["name"]!.GetValue<string>(), Is.EqualTo("Tørring Bibliotek"));
            Assert.That(after["decisions"]![0]!["by"]!.GetValue<string>(), Is.EqualTo("Rikke Redaktør"));
        });
    }

    [Test]
    public async Task What_was_deleted_here_can_be_fetched_again_and_only_that()
    {
        var (deleted, there) = (DplEvents.One("Slettet ved en fejl", Day(5)), DplEvents.One("Er her", Day(6)));
        await _site.FetchAsync(deleted, there);
        var key = (await _site.DocumentAsync(deleted)).Key;
        await _rikke.TrashAsync(key);
        Assert.That((await _rikke.GetAsync("hedensted/import"))!["deleted"]!.AsArray(), Is.Empty, "the recycle bin gives it back by itself");
        await _rikke.DoAsync(HttpMethod.Delete, $"recycle-bin/document/{key}");

        var told = (await _rikke.GetAsync("hedensted/import"))!["deleted"]!.AsArray().Single()!;
        Assert.That((told["title"]!.GetValue<string>(), told["id"]!.GetValue<string>()), Is.EqualTo(("Slettet ved en fejl", deleted["uuid"]!.GetValue<string>())));
        foreach (var id in new[] { there["uuid"]!.GetValue<string>(), "noget andet" })
        {
            using var refused = await _rikke.SendAsync(Post, $"hedensted/import/again/{id}");
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        await _rikke.DoAsync(Post, $"hedensted/import/again/{told["id"]}");
        var document = await _site.DocumentAsync(deleted);
        Assert.That((document.Key, document.IsPublished), Is.EqualTo((key, true)), "under the name that it had");
        Assert.That((await _rikke.GetAsync("hedensted/import"))!["deleted"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Who_may_not_publish_events_looks_and_touches_nothing()
    {
        var (writer, _, _) = await _rikke.ColleagueAsync(_site.Host, Constants.Security.WriterGroupKey);
        var one = DplEvents.One("Låst", Day(5));
        await _site.FetchAsync(one);
        var state = (await writer.GetAsync("hedensted/import"))!;
        Assert.That(state["mayDecide"]!.GetValue<bool>(), Is.False);
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, "hedensted/import/plan"),
            (Post, "hedensted/import/run"),
            (Post, "hedensted/import/again/noget"),
            (HttpMethod.Put, $"hedensted/import/question/{Guid.NewGuid()}"),
            (Post, $"hedensted/import/document/{(await _site.DocumentAsync(one)).Key}/release"),
        })
        {
            using var refused = await writer.SendAsync(method, path, method == HttpMethod.Get ? null : "{}");
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        }

        writer.Dispose();
    }

    [Test]
    public async Task Without_a_source_the_dashboard_says_so()
    {
        await using var host = new CmsFactory();
        using var editor = await host.SignInAsync();
        var state = (await editor.GetAsync("hedensted/import"))!;
        Assert.That((state["sourceName"], state["runs"]!.AsArray().Count), Is.EqualTo(((JsonNode?)null, 0)));
        await editor.DoAsync(Post, "hedensted/import/run", new { acceptVanished = false });
        Assert.That((await editor.GetAsync("hedensted/import"))!["runs"]![0]!["report"]!["problem"]!.GetValue<string>(), Does.Contain("Hedensted__Import__Dpl__Url"));
    }

    [TestCase("ftp://hedenstedbib.example")]
    [TestCase("hedenstedbib.example")]
    [TestCase("https://bruger:kode@hedenstedbib.example")]
    public void An_address_that_is_none_is_told_before_anything_starts(string url) => Assert.That(
        new DplImportOptions { Url = url }.Validate(new ValidationContext(this)).Single().ErrorMessage, Does.Contain("Hedensted__Import__Dpl__Url skal være adressen"));
}
