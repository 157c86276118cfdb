using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management.Overview;

/// <summary>What a document lacks is told while it is written, and keeps nobody from publishing it.</summary>
public class AdviceTests
{
    [Test]
    public async Task A_dialogue_meeting_with_one_side_is_warned_of_and_published_all_the_same()
    {
        var (type, source) = (await KeyAsync("dialogueMeeting"), await KeyAsync("sourceBlock"));
        var sources = Sources(source, "For");
        Assert.That(await AskAsync(type, ("sources", sources)), Is.EqualTo(new[] { "sources: Der mangler en kilde, der taler imod. Find mindst én, så begge sider kan genkende sig selv; mødet kan udgives imens." }));

        var (id, _) = await Rikke.CreateAndPublishAsync(
            type,
            "Uden modpart",
            StartingSite.Events,
            ("title", "Uden modpart"),
            ("topic", "Et emne"),
            ("startsAt", Events.At("2031-09-10T19:00")),
            ("endsAt", Events.At("2031-09-10T21:00")),
            ("place", StartingSite.HedenstedLibrary.ToString()),
            ("focusAreas", new[] { new { type = "document", unique = StartingSite.Dialogue } }),
            ("audiences", new[] { "Voksne" }),
            ("listed", true),
            ("sources", sources));
        Assert.That((await Rikke.GetAsync($"document/{id}"))!["variants"]![0]!["state"]!.GetValue<string>(), Is.EqualTo("Published"));

        // Whoever publishes many at once sees no form, and is told afterwards.
        Assert.That(await ManyAsync("publish", id), Is.EqualTo(new[] { "Der mangler en kilde, der taler imod. Find mindst én, så begge sider kan genkende sig selv; mødet kan udgives imens." }));
        Assert.That(await ManyAsync("unpublish", id), Is.Empty);
    }

    [Test]
    public async Task Both_sides_are_enough_and_other_types_and_types_that_are_gone_are_told_nothing()
    {
        var source = await KeyAsync("sourceBlock");
        Assert.Multiple(async () =>
        {
            Assert.That(await AskAsync(await KeyAsync("dialogueMeeting"), ("sources", Sources(source, "For", "Imod"))), Is.Empty);
            Assert.That(await AskAsync(await KeyAsync("event")), Is.Empty);
            Assert.That(await AskAsync(Guid.NewGuid()), Is.Empty);
        });
    }

    private static object Sources(Guid type, params string[] stances)
    {
        var keyed = stances.Select(stance => (Key: Guid.NewGuid(), Stance: stance)).ToArray();
        return new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = keyed.Select(one => new { contentKey = one.Key }) },
            contentData = keyed.Select(one => new
            {
                key = one.Key,
                contentTypeKey = type,
                values = new[] { Field("title", "En kilde"), Field("stance", new[] { one.Stance }) },
            }),
            settingsData = Array.Empty<object>(),
            expose = keyed.Select(one => new { contentKey = one.Key, culture = (string?)null, segment = (string?)null }),
        };

        static object Field(string alias, object value) => new { alias, culture = (string?)null, segment = (string?)null, value };
    }

    private static async Task<string[]> AskAsync(Guid type, params (string Alias, object Value)[] values)
    {
        using var answer = await Rikke.SendAsync(HttpMethod.Post, "hedensted/advice", new { type, values = values.ToDictionary(value => value.Alias, value => value.Value) });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["advice"]!.AsArray().Select(one => $"{one!["alias"]}: {one["message"]}")];
    }

    private static async Task<string[]> ManyAsync(string verb, Guid id)
    {
        using var answer = await Rikke.SendAsync(HttpMethod.Put, $"hedensted/documents/{verb}", new { ids = new[] { id } });
        var outcome = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().Single()!;
        Assert.That(outcome["done"]!.GetValue<bool>(), Is.True);
        return [.. outcome["advice"]!.AsArray().Select(message => message!.GetValue<string>())];
    }

    private static async Task<Guid> KeyAsync(string alias) => (await Host.Service<SchemaSource>().CurrentAsync(CancellationToken.None)).FindType(NodeKind.Document, alias)!.Key;
}
