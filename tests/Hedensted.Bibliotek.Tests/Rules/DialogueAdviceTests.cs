using System.Text.Json;
using Hedensted.Bibliotek.Rules;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Tests.Rules;

/// <summary>An editor is told what a dialogue meeting lacks, and of nothing else.</summary>
public class DialogueAdviceTests
{
    private static readonly ContentType Meeting = TypeOf("dialogueMeeting");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [TestCase("For,Imod", null)]
    [TestCase("Neutral baggrund,Imod,For", null)]
    [TestCase("For,Neutral baggrund", "Der mangler en kilde, der taler imod.")]
    [TestCase("Imod,Imod", "Der mangler en kilde, der taler for.")]
    [TestCase("Neutral baggrund", "Der mangler kilder, der taler for, og kilder, der taler imod.")]
    [TestCase("", "Der mangler kilder, der taler for, og kilder, der taler imod.")]
    public void A_side_without_a_source_is_told(string stances, string? said)
    {
        var content = With("sources", Blocks(stances.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(stance => ("stance", (object)new[] { stance }))));
        var advice = new BothSidesAdvice().Of(Meeting, content).ToArray();
        Assert.That(advice.Select(one => one.Alias), Is.EqualTo(said is null ? Array.Empty<string>() : ["sources"]));
        Assert.That(advice.Select(one => one.Message), said is null ? Is.Empty : Has.One.StartsWith(said));
    }

    [Test]
    public void A_new_meeting_has_no_sources_and_an_event_needs_none()
    {
        Assert.That(new BothSidesAdvice().Of(Meeting, new NodeContent()).Count(), Is.EqualTo(1));
        Assert.That(new BothSidesAdvice().Of(TypeOf("event"), new NodeContent()), Is.Empty);
    }

    // A source that an editor has removed may linger in the data.
    [Test]
    public void A_removed_source_does_not_count()
    {
        var removed = JsonSerializer.Deserialize<JsonElement>(Blocks([("stance", new[] { "Imod" })]).GetRawText().Replace("\"contentKey\":\"", "\"contentKey\":\"0", StringComparison.Ordinal));
        Assert.That(new BothSidesAdvice().Of(Meeting, With("sources", removed)).Single().Message, Does.Contain("taler for, og"));
    }

    [TestCase("2026-11-24", false, true)]
    [TestCase("2026-11-25", false, false, Description = "it has until the day is over")]
    [TestCase("2026-11-24", true, false)]
    [TestCase(null, false, false)]
    public void What_was_promised_and_is_not_written_is_told(string? due, bool isWritten, bool isTold)
    {
        var content = new NodeContent
        {
            Values =
            [
                .. due is null ? [] : new[] { Value("followUpDue", JsonSerializer.SerializeToElement(new { date = due, timeZone = (string?)null })) },
                .. isWritten ? new[] { Value("followUp", Blocks([("agreements", "Udsigten.")])) } : [],
            ],
        };
        Assert.That(new FollowUpAdvice(new StandingClock()).Of(Meeting, content).Select(one => one.Message), isTold ? Has.One.Contains("senest tirsdag 24. november 2026") : Is.Empty);
    }

    private static NodeContent With(string alias, JsonElement value) => new() { Values = [Value(alias, value)] };

    private static PropertyValue Value(string alias, JsonElement value) => new(alias, null, null, value);

    private static ContentType TypeOf(string alias) => new() { Key = Guid.NewGuid(), Kind = NodeKind.Document, Alias = alias, Name = alias };

    private static JsonElement Blocks(IEnumerable<(string Alias, object Value)> blocks)
    {
        var keyed = blocks.Select(block => (Key: Guid.NewGuid(), block.Alias, block.Value)).ToArray();
        return JsonSerializer.SerializeToElement(new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = keyed.Select(block => new { contentKey = block.Key }) },
            contentData = keyed.Select(block => new { key = block.Key, contentTypeKey = Guid.NewGuid(), values = new[] { new { alias = block.Alias, value = block.Value } } }),
        });
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
