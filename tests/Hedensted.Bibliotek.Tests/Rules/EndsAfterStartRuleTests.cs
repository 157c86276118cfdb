using System.Text.Json;
using Hedensted.Bibliotek.Rules;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Tests.Rules;

/// <summary>An editor cannot publish an event that is over before it begins.</summary>
public class EndsAfterStartRuleTests
{
    private const string Message = "Sluttidspunktet skal være efter starttidspunktet";
    private static readonly ContentType Event = new() { Key = Guid.NewGuid(), Kind = NodeKind.Document, Alias = "event", Name = "Arrangement" };

    [TestCase("2026-12-24T19:00:00", "2026-12-24T18:00:00", Message)]
    [TestCase("2026-12-24T19:00:00", "2026-12-24T19:00", Message)]
    [TestCase("2026-12-24T19:00:00", "2026-12-24T19:00:01", null)]
    [TestCase("2026-12-24T19:00:00+00:00", "2026-12-24T20:00:00.000", null)]
    [TestCase("2026-12-24T19:00:00", "vrøvl", null)]
    public void The_end_comes_after_the_start(string start, string end, string? message) =>
        Assert.That(Check(("startsAt", Moment(start)), ("endsAt", Moment(end))), Is.EqualTo(Expected("endsAt", "", message)));

    [Test]
    public void An_all_day_event_and_an_exhibition_may_end_on_the_day_they_start_but_not_before()
    {
        foreach (var whole in new (string, string)[] { ("allDay", "true"), ("kind", """["Udstilling"]""") })
        {
            Assert.That(Check(whole, ("startsAt", Moment("2026-12-24T10:00:00")), ("endsAt", Moment("2026-12-24T00:00:00"))), Is.Empty);
            Assert.That(
                Check(whole, ("startsAt", Moment("2026-12-24T00:00:00")), ("endsAt", Moment("2026-12-23T23:00:00"))),
                Is.EqualTo(Expected("endsAt", "", "Slutdatoen må ikke ligge før startdatoen")));
        }
    }

    [Test]
    public void The_single_dates_of_a_series_are_held_to_it_too_unless_they_are_removed()
    {
        var (shown, removed) = (Guid.NewGuid(), Guid.NewGuid());
        var values = $$"""[{"alias":"startsAt","value":{{Moment("2026-12-24T19:00:00")}} },{"alias":"endsAt","value":{{Moment("2026-12-24T18:00:00")}} }]""";
        var dates = $$"""
            {"layout":{"Umbraco.BlockList":[{"contentKey":"{{shown}}"}]},
             "contentData":[{"key":"{{removed}}","values":{{values}}},{"key":"{{shown}}","values":{{values}}}]}
            """;
        Assert.That(Check(("extraDates", dates)), Is.EqualTo(Expected("extraDates", ".contentData[1].values[1].value", Message)));
    }

    [Test]
    public void What_has_no_start_or_no_end_is_none_of_its_business()
    {
        Assert.That(Check(), Is.Empty);
        Assert.That(Check(("endsAt", Moment("2026-12-24T19:00:00"))), Is.Empty);
        Assert.That(Check(("startsAt", "7"), ("endsAt", "[]"), ("extraDates", """{"layout":5,"contentData":[1,{"key":"5"}]}""")), Is.Empty);
    }

    private static string Moment(string date) => $$"""{"date":"{{date}}","timeZone":null}""";

    private static ValidationError[] Expected(string alias, string path, string? message) =>
        message is null ? [] : [new ValidationError(alias, null, path, message)];

    private static IEnumerable<ValidationError> Check(params (string Alias, string Json)[] values) =>
        new EndsAfterStartRule().Check(Event, new NodeContent
        {
            Values = [.. values.Select(value => new PropertyValue(value.Alias, null, null, JsonSerializer.Deserialize<JsonElement>(value.Json)))],
        });
}
