using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Cms.Tests.Management.Overview;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.Counts;

/// <summary>«Tælling». Each test has a half-year of its own, so that nobody else's events stand in it.</summary>
public class CountTests
{
    private static readonly Guid Hedensted = StartingSite.HedenstedLibrary;
    private static readonly Guid Juelsminde = StartingSite.JuelsmindeLibrary;

    [Test]
    public async Task What_was_held_misses_a_count_until_somebody_has_counted()
    {
        var (id, _) = await Rikke.PublishedAsync("Babysang", "2011-02-10T10:00", "2011-02-10T11:00", Hedensted);
        await Rikke.PublishedAsync("Foredrag", "2011-03-10T19:00", "2011-03-10T21:00", Juelsminde);
        await Rikke.PublishedAsync("Aflyst", "2011-03-11T19:00", "2011-03-11T21:00", Juelsminde, ("status", new[] { "Aflyst" }));
        await Rikke.DraftAsync("Kun en kladde", "2011-03-12T19:00", "2011-03-12T21:00", Juelsminde);

        var before = await ListAsync(Rikke, "2011H1");
        Assert.Multiple(() =>
        {
            Assert.That(Titles(before, "missing"), Is.EqualTo(new[] { "Foredrag", "Babysang" }), "the newest first");
            Assert.That(before["missing"]![1]!["text"]!.GetValue<string>(), Is.EqualTo("torsdag 10. februar 2011 kl. 10.00–11.00"));
            Assert.That(before["missing"]![1]!["place"]!.GetValue<string>(), Is.EqualTo("Hedensted Bibliotek"));
        });
        Assert.That(Titles(await ListAsync(Rikke, "2011H1", Juelsminde), "missing"), Is.EqualTo(new[] { "Foredrag" }));
        Assert.That((await ListAsync(Rikke, "2011H2"))["missingBefore"]!.GetValue<int>(), Is.EqualTo(2));

        var head = (await Rikke.GetAsync("hedensted/calendar?from=2011-02-01&to=2011-02-28"))!.ToJsonString();
        var saved = await SavedAsync(Rikke, id, new { total = 34, children = 20, adults = 10, method = "Talt", note = " Fuldt hus " });
        var after = await ListAsync(Rikke, "2011H1");
        Assert.Multiple(async () =>
        {
            Assert.That(Titles(after, "missing"), Is.EqualTo(new[] { "Foredrag" }));
            Assert.That(Titles(after, "counted"), Is.EqualTo(new[] { "Babysang" }));
            Assert.That(after["people"]!.GetValue<int>(), Is.EqualTo(34));
            Assert.That(after["counted"]![0]!["count"]!.ToJsonString(), Is.EqualTo(saved["count"]!.ToJsonString()));
            Assert.That((Text(saved["count"], "note"), Text(saved["count"], "by")), Is.EqualTo(("Fuldt hus", "Rikke Redaktør")));
            Assert.That((await Rikke.GetAsync("hedensted/calendar?from=2011-02-01&to=2011-02-28"))!.ToJsonString(), Is.EqualTo(head), "nothing is published by it");
        });
    }

    [Test]
    public async Task A_count_can_be_corrected_and_taken_out_and_a_colleagues_is_not_written_over()
    {
        var (id, _) = await Rikke.PublishedAsync("Rettes", "2012-02-10T10:00", "2012-02-10T11:00", Hedensted);
        var first = await SavedAsync(Rikke, id, new { total = 3, method = "Skøn" });
        var known = Text(first["count"], "at");
        using var twice = await SaveAsync(Sune, id, new { total = 40, method = "Talt" });
        Assert.That((twice.StatusCode, Text(await ReadAsync(twice), "detail")), Is.EqualTo((HttpStatusCode.Conflict, "Der står nu 3 i alt, skrevet af Rikke Redaktør. Genindlæs listen, og ret tallet, hvis det er forkert.")));

        var corrected = await SavedAsync(Sune, id, new { total = 30, method = "Talt", known });
        Assert.That((corrected["count"]!["total"]!.GetValue<int>(), Text(corrected["count"], "by")), Is.EqualTo((30, "Sune Skribent")));
        using var late = await SaveAsync(Rikke, id, new { total = 31, method = "Talt", known });
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));

        await Rikke.DoAsync(HttpMethod.Delete, Address(id));
        using var gone = await Rikke.SendAsync(HttpMethod.Delete, Address(id));
        Assert.That((gone.StatusCode, Titles(await ListAsync(Rikke, "2012H1"), "missing")), Is.EqualTo((HttpStatusCode.NotFound, new[] { "Rettes" })));
    }

    [Test]
    public async Task A_count_outlives_its_event()
    {
        var (id, _) = await Rikke.PublishedAsync("Slettes", "2013-02-10T10:00", "2013-02-10T11:00", Hedensted);
        await SavedAsync(Rikke, id, new { total = 12, method = "Talt" });
        await Rikke.TrashAsync(id);
        await Rikke.DoAsync(HttpMethod.Delete, $"recycle-bin/document/{id}");

        var item = (await ListAsync(Rikke, "2013H1"))["counted"]!.AsArray().Single()!;
        Assert.Multiple(() =>
        {
            Assert.That((Text(item, "title"), Text(item, "text"), Text(item, "place"), item["isThere"]!.GetValue<bool>()), Is.EqualTo(("Slettes", "søndag 10. februar 2013 kl. 10.00", "Hedensted Bibliotek", false)));
        });
        var corrected = await SavedAsync(Rikke, id, new { total = 13, method = "Talt", known = Text(item["count"], "at") });
        Assert.That(corrected["count"]!["total"]!.GetValue<int>(), Is.EqualTo(13));
    }

    [TestCase("""{ "method": "Talt" }""", "$.total", "Skriv, hvor mange der kom i alt.")]
    [TestCase("""{ "total": -1, "method": "Talt" }""", "$.total", "Skriv et tal fra 0 til 100000.")]
    [TestCase("""{ "total": 100001, "method": "Talt" }""", "$.total", "Skriv et tal fra 0 til 100000.")]
    [TestCase("""{ "total": 5, "children": -2, "method": "Talt" }""", "$.children", "Skriv et tal fra 0 til 100000.")]
    [TestCase("""{ "total": 10, "children": 8, "veryAdult": 3, "method": "Talt" }""", "$.total", "Aldersgrupperne giver 11 tilsammen, og det er flere end 10 i alt. Ret et af tallene.")]
    [TestCase("""{ "total": 10, "method": "Gættet" }""", "$.method", "Vælg, hvordan der er talt: Talt, Skøn, Billetter, Tælleapparat.")]
    [TestCase("""{ "total": 10 }""", "$.method", "Vælg, hvordan der er talt: Talt, Skøn, Billetter, Tælleapparat.")]
    public async Task A_count_that_is_wrong_in_itself_is_refused_at_its_field(string body, string field, string message)
    {
        var (id, _) = await Rikke.PublishedAsync("Forkert", "2014-02-10T10:00", "2014-02-10T11:00", Hedensted);
        using var refused = await SaveAsync(Rikke, id, JsonNode.Parse(body)!);
        var problem = await ReadAsync(refused);
        Assert.That((refused.StatusCode, problem["errors"]![field]![0]!.GetValue<string>()), Is.EqualTo((HttpStatusCode.BadRequest, message)));
    }

    [Test]
    public async Task What_has_not_begun_or_was_not_held_cannot_be_counted()
    {
        var (coming, _) = await Rikke.PublishedAsync("Kommer", "2041-02-10T10:00", "2041-02-10T11:00", Hedensted);
        var (cancelled, _) = await Rikke.PublishedAsync("Aflyst", "2015-02-10T10:00", "2015-02-10T11:00", Hedensted, ("status", new[] { "Aflyst" }));
        foreach (var (id, status) in new[] { (coming, HttpStatusCode.BadRequest), (cancelled, HttpStatusCode.BadRequest), (Guid.NewGuid(), HttpStatusCode.NotFound) })
        {
            using var refused = await Rikke.SendAsync(HttpMethod.Put, status == HttpStatusCode.NotFound ? $"hedensted/counts/{id}" : Address(id), new { total = 10, method = "Talt" });
            Assert.That(refused.StatusCode, Is.EqualTo(status));
        }

        using var period = await Rikke.SendAsync(HttpMethod.Get, "hedensted/counts?period=2026-2");
        Assert.That(Text(await ReadAsync(period), "detail"), Does.Contain("2026H1"));
    }

    [Test]
    public async Task Everybody_counts_what_they_may_edit_and_sees_nothing_else()
    {
        var (own, _) = await Rikke.PublishedAsync("Mit", "2016-02-10T10:00", "2016-02-10T11:00", Hedensted);
        var (others, _) = await Rikke.PublishedAsync("Andres", "2016-02-11T10:00", "2016-02-11T11:00", Hedensted);
        var (talt, _) = await Rikke.PublishedAsync("Andres, talt", "2016-02-12T10:00", "2016-02-12T11:00", Hedensted);
        await SavedAsync(Rikke, talt, new { total = 30, method = "Talt" });

        var (starter, _, _) = await Rikke.InAsync(Host, Group(Writing).With("documentRootAccess", false).With("documentStartNode", Reference(own)));
        var list = await ListAsync(starter, "2016H1");
        Assert.That((Titles(list, "missing"), Titles(list, "counted"), list["people"]!.GetValue<int>()), Is.EqualTo((new[] { "Mit" }, Array.Empty<string>(), 0)));
        await SavedAsync(starter, own, new { total = 9, method = "Talt" });
        using var denied = await SaveAsync(starter, others, new { total = 9, method = "Talt" });
        using var kept = await starter.SendAsync(HttpMethod.Delete, Address(talt));
        Assert.That((denied.StatusCode, kept.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));

        var (reader, _, _) = await Rikke.InAsync(Host, Group(Reading));
        var nothing = await ListAsync(reader, "2016H1");
        Assert.That((nothing["mayCount"]!.GetValue<bool>(), Titles(nothing, "missing"), Titles(nothing, "counted")), Is.EqualTo((false, Array.Empty<string>(), Array.Empty<string>())));
        using var refused = await SaveAsync(reader, own, new { total = 9, method = "Talt" });
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task What_stands_in_a_field_that_one_may_not_read_is_not_told_by_the_list()
    {
        var (id, _) = await Rikke.PublishedAsync("Uden sted", "2017-02-10T10:00", "2017-02-10T11:00", Hedensted);
        var type = (await Rikke.GetAsync($"document/{id}"))!["documentType"]!["id"]!.GetValue<Guid>();
        await SavedAsync(Rikke, id, new { total = 9, method = "Talt" });
        var (placeless, _, _) = await Rikke.InAsync(Host, await Group(Writing).AtFieldAsync(type, "place"));
        Assert.That((await ListAsync(placeless, "2017H1"))["counted"]!.AsArray().Select(item => $"{Text(item, "title")} {Text(item, "place")}"), Is.EqualTo(new[] { "Uden sted " }));
        Assert.That(Titles(await ListAsync(placeless, "2017H1", Hedensted), "counted"), Is.Empty, "a question for one place would tell it");
    }

    private static async Task<JsonNode> ListAsync(Editor editor, string period, Guid? place = null) =>
        (await editor.GetAsync($"hedensted/counts?period={period}{(place is { } key ? $"&place={key}" : "")}"))!;

    private static Task<HttpResponseMessage> SaveAsync(Editor editor, Guid document, object body) => editor.SendAsync(HttpMethod.Put, Address(document), body);

    private static async Task<JsonNode> SavedAsync(Editor editor, Guid document, object body)
    {
        using var response = await SaveAsync(editor, document, body);
        var answer = await ReadAsync(response);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), () => answer.ToJsonString());
        return answer;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private static string Address(Guid document) => $"hedensted/counts/{OccurrenceIds.Of(document)}";

    private static string Text(JsonNode? node, string name) => node![name]?.GetValue<string>() ?? "";

    private static string[] Titles(JsonNode list, string name) => [.. list[name]!.AsArray().Select(item => Text(item, "title"))];
}
