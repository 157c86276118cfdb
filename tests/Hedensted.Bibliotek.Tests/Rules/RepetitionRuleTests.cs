using System.Text.Json;
using Hedensted.Bibliotek.Rules;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Tests.Rules;

/// <summary>An editor cannot publish a series whose repetition makes no sense, and is told what to do.</summary>
public class RepetitionRuleTests
{
    private static readonly ContentType Series = new() { Key = Guid.NewGuid(), Kind = NodeKind.Document, Alias = "eventSeries", Name = "Serie" };

    [TestCase("""{"startsAt":"2026-12-01T19:00","rule":"FREQ=WEEKLY;COUNT=4"}""", null)]
    [TestCase("""{"startsAt":"2026-12-01T19:00","rule":"FREQ=DAILY"}""", null)]
    [TestCase("{}", null)]
    [TestCase("""{"rule":"FREQ=WEEKLY"}""", "Vælg den første dato og klokkeslættet.")]
    [TestCase("""{"startsAt":"2026-12-01T19:00"}""", "Gentagelsen siger ikke, hvor tit (FREQ).")]
    [TestCase("""{"startsAt":"2026-12-01T19:00","rule":"FREQ=WEEKLY;COUNT=4;UNTIL=20270101"}""", "Gentagelsen har både et antal (COUNT) og en slutdato (UNTIL). Vælg én af dem.")]
    [TestCase("""{"startsAt":"2026-12-01T19:00","endsAt":"2026-12-01T18:00","rule":"FREQ=WEEKLY"}""", "Sluttidspunktet skal være efter starttidspunktet.")]
    [TestCase("""{"startsAt":"2026-12-01T19:00","rule":"FREQ=WEEKLY;UNTIL=20261101"}""", "Gentagelsen giver ingen datoer. Ret den første dato eller slutdatoen.")]
    [TestCase("""{"startsAt":"2026-12-01T19:00","rule":"FREQ=DAILY;COUNT=2000"}""", "Gentagelsen giver flere end 1200 datoer. Vælg en tidligere slutdato.")]
    [TestCase("\"hver tirsdag\"", "Gentagelsen kan ikke læses. Fjern den, og lav den igen.")]
    public void It_is_told_in_Danish_at_its_field(string value, string? complaint)
    {
        var content = new NodeContent { Values = [new PropertyValue("recurrence", null, null, JsonSerializer.Deserialize<JsonElement>(value))] };
        var found = new RepetitionRule().Check(Series, content).ToArray();
        Assert.That(found.Select(error => (error.Alias, error.Message)), Is.EqualTo(complaint is null ? Array.Empty<(string?, string)>() : [("recurrence", complaint)]));
    }
}
