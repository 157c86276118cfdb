using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management;

/// <summary>An editor finds events in a list, copies one, and publishes many at once.</summary>
public class EventListTests
{
    private static readonly HttpMethod Put = HttpMethod.Put;
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly Guid FolderType = new("0b1a258c-f9f0-5db4-b9f2-6d2fda556b60");
    private static readonly Guid Event = new("f7426712-924e-505a-8930-a204294acdd0");
    private static readonly Guid Series = new("ca23c860-b9e7-555a-a6d0-990a0a206272");
    private static readonly Guid Change = new("3fb1e8d7-2383-5806-aebd-6a8bd2bf8dcb");
    private static readonly Guid DateBlock = new("9491f00b-7b00-5ca6-9635-1892eda37123");

    [Test]
    public async Task Events_are_found_by_time_place_type_status_and_words()
    {
        var folder = await FolderAsync();
        await AddAsync(folder, "Åben scene", Day(7), StartingSite.JuelsmindeLibrary, ("status", new[] { "Aflyst" }), ("kind", new[] { "Fællesskab" }));
        await AddAsync(folder, "Zumba", Day(2), StartingSite.HedenstedLibrary);
        await AddAsync(folder, "Arkivets skatte", Day(-9), StartingSite.HedenstedLibrary);
        await AddAsync(folder, "Uden dato", null, StartingSite.ToerringLibrary);
        await AddSeriesAsync(folder, "Strik", Day(-3), Day(4), Day(11));

        Assert.Multiple(async () =>
        {
            Assert.That(await NamesAsync(folder, "when=upcoming&orderBy=startsAt"), Is.EqualTo(new[] { "Zumba", "Strik", "Åben scene", "Uden dato" }), "by the next date; what has none last");
            Assert.That(await NamesAsync(folder, "when=upcoming&orderBy=startsAt&orderDirection=Descending"), Is.EqualTo(new[] { "Åben scene", "Strik", "Zumba", "Uden dato" }));
            Assert.That(await NamesAsync(folder, "when=past&orderBy=startsAt"), Is.EqualTo(new[] { "Arkivets skatte" }), "a series that goes on is not over");
            Assert.That(await NamesAsync(folder, $"place={StartingSite.HedenstedLibrary}&orderBy=name"), Is.EqualTo(new[] { "Arkivets skatte", "Zumba" }));
            Assert.That(await NamesAsync(folder, $"kind={Series}"), Is.EqualTo(new[] { "Strik" }));
            Assert.That(await NamesAsync(folder, "kind=F%C3%A6llesskab"), Is.EqualTo(new[] { "Åben scene" }));
            Assert.That(await NamesAsync(folder, "status=Aflyst"), Is.EqualTo(new[] { "Åben scene" }));
            Assert.That(await NamesAsync(folder, "status=Planlagt&orderBy=name"), Is.EqualTo(new[] { "Arkivets skatte", "Strik", "Uden dato", "Zumba" }), "an untouched status is planned");
            Assert.That(await NamesAsync(folder, $"from={Date(3)}&until={Date(5)}"), Is.EqualTo(new[] { "Strik" }), "one of its dates");
            Assert.That(await NamesAsync(folder, "filter=%C3%85BEN"), Is.EqualTo(new[] { "Åben scene" }));
            Assert.That(await NamesAsync(folder, "filter=juelsminde"), Is.EqualTo(new[] { "Åben scene" }), "by the name of the place");
            Assert.That(await NamesAsync(folder, "orderBy=place&when=past"), Is.EqualTo(new[] { "Arkivets skatte" }));
            Assert.That(await NamesAsync(folder, "orderBy=name"), Is.EqualTo(new[] { "Arkivets skatte", "Strik", "Uden dato", "Zumba", "Åben scene" }), "as Danes sort");
            Assert.That(await NamesAsync(folder, "orderBy=name&skip=1&take=2"), Is.EqualTo(new[] { "Strik", "Uden dato" }));
            Assert.That(await NamesAsync(folder, "published=true"), Is.Empty);
        });
    }

    [Test]
    public async Task A_list_shows_date_and_status_as_editors_know_them_and_follows_a_save_at_once()
    {
        var folder = await FolderAsync();
        var id = await AddAsync(folder, "Koncert", Day(3), StartingSite.HedenstedLibrary);
        await AddSeriesAsync(folder, "Serie", Day(-3), Day(4));
        var page = (await Rikke.GetAsync($"hedensted/event-list/{folder}?when=upcoming&orderBy=startsAt"))!;
        JsonNode? Value(int item, string alias) => page["items"]![item]!["values"]!.AsArray().SingleOrDefault(value => value!["alias"]!.GetValue<string>() == alias)?["value"];
        Assert.Multiple(() =>
        {
            Assert.That(page["total"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That(Value(0, "status")![0]!.GetValue<string>(), Is.EqualTo("Planlagt"));
            Assert.That(Value(1, "startsAt")!["date"]!.GetValue<string>(), Is.EqualTo($"{Date(4)}T10:00:00"), "the next date of the series");
            Assert.That(Value(0, "place")!.GetValue<string>(), Is.EqualTo(StartingSite.HedenstedLibrary.ToString()));
        });

        await Rikke.SaveAsync(id, ("status", new[] { "Udsolgt" }));
        Assert.That(await NamesAsync(folder, "status=Udsolgt"), Is.EqualTo(new[] { "Koncert" }), "a draft counts");
        var choices = (await Rikke.GetAsync($"hedensted/event-list/{folder}/choices"))!;
        Assert.Multiple(() =>
        {
            Assert.That(choices["places"]!.AsArray().Select(choice => choice!["name"]!.GetValue<string>()), Is.EqualTo(new[] { "Hedensted Bibliotek", "Tørring Bibliotek" }));
            Assert.That(choices["types"]!.AsArray(), Has.Count.EqualTo(3));
            Assert.That(choices["statuses"]!.AsArray().Select(choice => choice!["name"]!.GetValue<string>()), Does.Contain("Aflyst"));
        });
    }

    [TestCase("when=snart", "Tid")]
    [TestCase("place=Hedensted", "Sted")]
    [TestCase("status=Måske", "Status")]
    [TestCase("from=28.11.2026", "Fra")]
    [TestCase("published=ja", "Udgivelse")]
    public async Task A_filter_that_cannot_be_read_is_named(string query, string field)
    {
        using var response = await Rikke.SendAsync(HttpMethod.Get, $"hedensted/event-list/{StartingSite.Events}?{query}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain($"«{field}»"));
    }

    [Test]
    public async Task What_may_not_be_read_is_in_no_list_of_events()
    {
        var folder = await FolderAsync();
        var hidden = await AddAsync(folder, "Hemmeligt", Day(3), StartingSite.HedenstedLibrary);
        var shown = await AddAsync(folder, "Åbent", Day(3), StartingSite.HornsyldLibrary);
        var (colleague, _, _) = await Rikke.InAsync(Host, Group(Reading).At(hidden));
        var page = (await colleague.GetAsync($"hedensted/event-list/{folder}?when=all"))!;
        var choices = (await colleague.GetAsync($"hedensted/event-list/{folder}/choices"))!;
        Assert.Multiple(() =>
        {
            Assert.That(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { shown }));
            Assert.That(page["total"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(choices["places"]!.AsArray().Select(choice => choice!["name"]!.GetValue<string>()), Is.EqualTo(new[] { "Hornsyld Bibliotek" }));
        });
    }

    [Test]
    public async Task What_stands_in_a_field_that_one_may_not_read_is_neither_shown_nor_found_by()
    {
        var folder = await FolderAsync();
        await AddAsync(folder, "Koncert", Day(3), StartingSite.HedenstedLibrary, ("status", new[] { "Aflyst" }));
        var group = Group(Reading);
        foreach (var alias in (string[])["place", "startsAt", "status"])
        {
            await group.AtFieldAsync(Event, alias);
        }

        var (colleague, _, _) = await Rikke.InAsync(Host, group);
        async Task<string[]> Found(string query) => Names((await colleague.GetAsync($"hedensted/event-list/{folder}?{query}"))!);
        var page = (await colleague.GetAsync($"hedensted/event-list/{folder}?when=all"))!;
        Assert.Multiple(async () =>
        {
            Assert.That(page["items"]![0]!["values"]!.AsArray().Select(value => value!["alias"]!.GetValue<string>()), Has.None.AnyOf("place", "startsAt", "status"));
            Assert.That(await Found($"place={StartingSite.HedenstedLibrary}"), Is.Empty);
            Assert.That(await Found("status=Aflyst"), Is.Empty);
            Assert.That(await Found($"from={Date(3)}&until={Date(3)}"), Is.Empty);
            Assert.That(await Found("filter=hedensted"), Is.Empty, "by the name of the place");
            Assert.That((await colleague.GetAsync($"hedensted/event-list/{folder}/choices"))!["places"]!.AsArray(), Is.Empty);
        });
    }

    [Test]
    public async Task A_date_that_is_changed_by_a_document_of_its_own_stands_at_its_new_time()
    {
        var folder = await FolderAsync();
        var series = await AddSeriesAsync(folder, "Strik", Day(4), Day(11));
        await AddAsync(folder, "Koncert", Day(6), StartingSite.HedenstedLibrary);
        var change = await Rikke.CreateAsync(Change, "Flyttet", series, ("originalStart", When(Day(4))), ("startsAt", When(Day(8))));
        Assert.Multiple(async () =>
        {
            Assert.That(await NamesAsync(folder, "when=upcoming&orderBy=startsAt"), Is.EqualTo(new[] { "Koncert", "Strik" }));
            Assert.That(await StartAsync(folder), Is.EqualTo($"{Date(8)}T10:00:00"));
            Assert.That(await NamesAsync(folder, $"from={Date(3)}&until={Date(5)}"), Is.Empty, "where it was");
            Assert.That(await NamesAsync(folder, $"from={Date(8)}&until={Date(8)}"), Is.EqualTo(new[] { "Strik" }));
        });

        await Rikke.SaveAsync(change, ("startsAt", When(Day(5))));
        Assert.That(await StartAsync(folder), Is.EqualTo($"{Date(5)}T10:00:00"), "a draft counts");
        await Rikke.TrashAsync(change);
        Assert.That(await StartAsync(folder), Is.EqualTo($"{Date(4)}T10:00:00"));

        async Task<string> StartAsync(Guid below) => (await Rikke.GetAsync($"hedensted/event-list/{below}?when=upcoming"))!["items"]!.AsArray()
            .Single(item => item!["id"]!.GetValue<Guid>() == series)!["values"]!.AsArray().Single(value => value!["alias"]!.GetValue<string>() == "startsAt")!["value"]!["date"]!.GetValue<string>();
    }

    [Test]
    public async Task Umbracos_own_list_sorts_a_picked_place_by_its_name_and_a_date_by_time()
    {
        var folder = await FolderAsync();
        await AddAsync(folder, "Et", Day(9), StartingSite.ToerringLibrary);
        await AddAsync(folder, "To", Day(2), StartingSite.HornsyldLibrary);
        await AddAsync(folder, "Tre", Day(5), StartingSite.HedenstedLibrary);
        async Task<string[]> By(string alias) => Names((await Rikke.GetAsync($"collection/document/{folder}?orderBy={alias}&orderDirection=Ascending&skip=0&take=10"))!);
        Assert.That(await By("place"), Is.EqualTo(new[] { "Tre", "To", "Et" }), "Hedensted, Hornsyld, Tørring");
        Assert.That(await By("startsAt"), Is.EqualTo(new[] { "To", "Tre", "Et" }));
    }

    [Test]
    public async Task A_copied_event_is_a_draft_without_date_status_and_sign_up_and_keeps_the_rest()
    {
        var folder = await FolderAsync();
        var id = await AddAsync(
            folder,
            "Forfatteraften",
            Day(3),
            StartingSite.HedenstedLibrary,
            ("title", "Forfatteraften"), ("teaser", "Kom og hør."), ("status", new[] { "Aflyst" }), ("statusReason", "Sygdom"),
            ("bookingOpens", When(Day(1))), ("ticketUrl", "https://billet.example.dk/1"), ("umbracoUrlName", "forfatter"), ("sourceId", "42"), ("audiences", new[] { "Voksne" }));
        await Rikke.PublishAsync(id);
        using var response = await Rikke.SendAsync(Post, $"hedensted/event/{id}/copy");
        var copy = Guid.Parse(response.Headers.GetValues("Umb-Generated-Resource").Single());
        var document = (await Rikke.GetAsync($"document/{copy}"))!;
        var values = document["values"]!.AsArray().ToDictionary(value => value!["alias"]!.GetValue<string>(), value => value!["value"]!);
        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(document["variants"]![0]!["name"]!.GetValue<string>(), Is.EqualTo("Forfatteraften (1)"));
            Assert.That(document["variants"]![0]!["state"]!.GetValue<string>(), Is.EqualTo("Draft"));
            Assert.That(values.Keys, Is.EquivalentTo(new[] { "title", "teaser", "place", "audiences" }));
            Assert.That(values["teaser"].GetValue<string>(), Is.EqualTo("Kom og hør."));
            Assert.That(await Rikke.StateOfAsync(id), Is.EqualTo("Published"), "the old one stays as it is");
            Assert.That((await Rikke.GetAsync($"tree/document/ancestors?descendantId={copy}"))!.AsArray().Last()!["parent"]!["id"]!.GetValue<Guid>(), Is.EqualTo(folder));
        });
    }

    [Test]
    public async Task Copying_an_event_asks_for_the_rights_of_copying_and_of_making_pages_there_and_takes_events_only()
    {
        var folder = await FolderAsync();
        var id = await AddAsync(folder, "Kopieres", Day(3), StartingSite.HedenstedLibrary);
        var page = await Rikke.CreateAsync(Page, "Ikke et arrangement", null, ("title", "I"));
        var (reader, _, _) = await Rikke.InAsync(Host, Group(Reading));
        var (elsewhere, _, _) = await Rikke.InAsync(Host, Group(Writing).At(folder, [.. Reading, "Umb.Document.Duplicate"]));
        Assert.Multiple(async () =>
        {
            Assert.That(await StatusAsync(reader, Post, $"hedensted/event/{id}/copy"), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(elsewhere, Post, $"hedensted/event/{id}/copy"), Is.EqualTo(HttpStatusCode.Forbidden), "may copy, but make nothing in this folder");
            Assert.That(await StatusAsync(Rikke, Post, $"hedensted/event/{page}/copy"), Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await StatusAsync(Rikke, Post, $"hedensted/event/{Guid.NewGuid()}/copy"), Is.EqualTo(HttpStatusCode.NotFound));
        });
        Assert.That(await NamesAsync(folder, "when=all"), Is.EqualTo(new[] { "Kopieres" }));
    }

    [Test]
    public async Task Many_are_published_at_once_and_of_each_that_cannot_be_it_is_told_why()
    {
        var folder = await FolderAsync();
        var good = await AddAsync(folder, "Godt", Day(3), StartingSite.HedenstedLibrary, ("title", "Godt"));
        var undated = await AddAsync(folder, "Mangler", null, StartingSite.HedenstedLibrary, ("title", "Mangler"));
        var trashed = await AddAsync(folder, "Væk", Day(3), StartingSite.HedenstedLibrary, ("title", "Væk"));
        var gone = Guid.NewGuid();
        await Rikke.TrashAsync(trashed);
        using var response = await Rikke.SendAsync(Put, "hedensted/documents/publish", new { ids = new[] { undated, good, trashed, gone } });
        var outcomes = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Editor.PositionOf(response), Is.Not.Null, "when readers see those that are");
            Assert.That(outcomes.Select(outcome => outcome!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { undated, good, trashed, gone }), "in the order asked for");
            Assert.That(outcomes.Select(outcome => outcome!["done"]!.GetValue<bool>()), Is.EqualTo(new[] { false, true, false, false }));
            Assert.That(outcomes[0]!["name"]!.GetValue<string>(), Is.EqualTo("Mangler"));
            Assert.That(outcomes[0]!["fields"]!.AsArray().Select(field => $"{field!["field"]}: {field["message"]}"), Does.Contain("Starter: Vælg, hvornår det starter."));
            Assert.That(outcomes[2]!["title"]!.GetValue<string>(), Does.Contain("papirkurven"));
            Assert.That(outcomes[3]!["title"]!.GetValue<string>(), Is.EqualTo("Siden findes ikke"));
            Assert.That(await Rikke.StateOfAsync(good), Is.EqualTo("Published"));
            Assert.That(await Rikke.StateOfAsync(undated), Is.EqualTo("Draft"));
        });

        await Rikke.DoAsync(Put, "hedensted/documents/unpublish", new { ids = new[] { good, undated } });
        Assert.That(await Rikke.StateOfAsync(good), Is.EqualTo("Draft"));
    }

    [Test]
    public async Task Publishing_many_asks_for_the_right_at_each_of_them()
    {
        var own = await Rikke.CreateAsync(Page, "Egen", null, ("title", "E"));
        var foreign = await Rikke.CreateAsync(Page, "Andres", null, ("title", "A"));
        var unseen = await Rikke.CreateAsync(Page, "Usynlig", null, ("title", "U"));
        var (local, _, _) = await Rikke.InAsync(Host, Group(Reading).At(own, Deciding).At(unseen));
        using var response = await local.SendAsync(Put, "hedensted/documents/publish", new { ids = new[] { own, foreign, unseen } });
        var outcomes = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        Assert.Multiple(async () =>
        {
            Assert.That(outcomes.Select(outcome => outcome!["done"]!.GetValue<bool>()), Is.EqualTo(new[] { true, false, false }));
            Assert.That(outcomes[1]!["detail"]!.GetValue<string>(), Does.Contain("udgive siden"));
            Assert.That(outcomes[2]!["name"]!.GetValue<string>(), Is.Empty, "what may not be seen keeps its name");
            Assert.That(await Rikke.StateOfAsync(foreign), Is.EqualTo("Draft"));
            Assert.That(await StatusAsync(Writer, Put, "hedensted/documents/publish", new { ids = new[] { own } }), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await StatusAsync(Rikke, Put, "hedensted/documents/publish", new { ids = Array.Empty<Guid>() }), Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await StatusAsync(Rikke, Put, "hedensted/documents/unpublish", new { ids = Enumerable.Range(0, 501).Select(_ => Guid.NewGuid()) }), Is.EqualTo(HttpStatusCode.BadRequest));
        });
    }

    [Test]
    public async Task The_starting_content_has_templates_for_what_the_library_does_often()
    {
        async Task<string[]> Of(Guid type) => [.. (await Sune.GetAsync($"document-type/{type}/blueprint?skip=0&take=10"))!["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>())];
        Assert.That(await Of(Series), Is.EqualTo(new[] { "Læseklub" }));
        Assert.That(await Of(Event), Is.EqualTo(new[] { "Foredrag", "Højtlæsning for børn" }));
        Assert.That(await Of(new("99ec0a73-9c79-5ff3-afdf-29a8b223fa62")), Is.EqualTo(new[] { "Dialogmøde" }));
    }

    private static Task<Guid> FolderAsync() => Rikke.CreateAndPublishAsync(FolderType, $"Arrangementer {Guid.NewGuid():N}", StartingSite.Home, ("title", "Det sker"))
        .ContinueWith(created => created.Result.Id, TaskScheduler.Default);

    private static Task<Guid> AddAsync(Guid folder, string name, DateTime? start, Guid place, params (string Alias, object? Value)[] values) => Rikke.CreateAsync(
        Event, name, folder, [("place", place.ToString()), .. values, .. start is { } from ? new (string, object?)[] { ("startsAt", When(from)), ("endsAt", When(from.AddHours(2))) } : []]);

    private static Task<Guid> AddSeriesAsync(Guid folder, string name, params DateTime[] dates)
    {
        var keys = dates.Select(_ => Guid.NewGuid()).ToArray();
        var blocks = new Dictionary<string, object>
        {
            ["layout"] = new Dictionary<string, object> { ["Umbraco.BlockList"] = keys.Select(key => new { contentKey = key }) },
            ["contentData"] = dates.Select((date, index) => new
            {
                key = keys[index],
                contentTypeKey = DateBlock,
                values = new[] { new { alias = "startsAt", culture = (string?)null, segment = (string?)null, value = When(date) }, new { alias = "endsAt", culture = (string?)null, segment = (string?)null, value = When(date.AddHours(2)) } },
            }),
            ["settingsData"] = Array.Empty<object>(),
            ["expose"] = keys.Select(key => new { contentKey = key, culture = (string?)null, segment = (string?)null }),
        };
        return Rikke.CreateAsync(Series, name, folder, ("place", StartingSite.ToerringLibrary.ToString()), ("extraDates", blocks));
    }

    // Ten in the morning, some days from today; the list asks only whether a date is over, and none is today.
    private static DateTime Day(int days) => DanishTime.Today.AddDays(days).AddHours(10);

    private static string Date(int days) => Day(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static object When(DateTime moment) => new { date = moment.ToString("s", System.Globalization.CultureInfo.InvariantCulture), timeZone = (string?)null };

    private static async Task<string[]> NamesAsync(Guid folder, string query) => Names((await Rikke.GetAsync($"hedensted/event-list/{folder}?{query}"))!);

    private static string[] Names(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!["variants"]![0]!["name"]!.GetValue<string>())];

    private static async Task<HttpStatusCode> StatusAsync(Editor editor, HttpMethod method, string path, object? body = null)
    {
        using var response = await editor.SendAsync(method, path, body);
        return response.StatusCode;
    }
}
