using System.Text.Json;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>When branches are open, day by day.</summary>
public class OpeningHoursTests
{
    private Library _library = null!;

    [SetUp]
    public void Fill()
    {
        _library = new Library();
        var home = _library.Existing("home");
        var week = Library.Blocks(
            "hoursBlock",
            new { category = "Betjent", weekdays = new[] { "Onsdag", "Torsdag" }, opens = "10:00:00", closes = "18:00:00" },
            new { category = "Selvbetjent", weekdays = new[] { "Torsdag" }, opens = "06:00:00", closes = "10:00:00" },
            new { category = "Telefon", weekdays = new[] { "Onsdag" }, opens = "08:00:00", closes = "20:00:00" });
        var exceptions = Library.Blocks(
            "exceptionBlock",
            new { date = "2026-11-27", closed = false, opens = "19:00:00", closes = "02:00:00", text = "Læsenat" },
            new { date = "2026-11-29", closed = false, text = "Julemarked, tiden kommer" });
        _library.Add("branch", "Huset", new { title = "Huset", openingHours = week, exceptions });
        _library.Add("branch", "Lukket hus", new { title = "Lukket hus", status = "Lukket", statusText = "Flyttet til Huset", openingHours = week });
        _library.Add("branch", "Uden tider", new { title = "Uden tider" });
        _library.Put(home, new { title = "Forsiden", closedDays = Library.Blocks("closedDayBlock", new { date = "2026-12-24", name = "Juleaften" }) });
    }

    [Test]
    public void A_week_tells_each_day_in_danish_with_what_is_special_about_it()
    {
        var days = Days("""{ openingHours(from: "2026-11-25", to: "2026-11-29", branch: "huset") { date displayDate closed display note intervals { category opens closes } } }""");
        Assert.Multiple(() =>
        {
            Assert.That(days.Texts("display"), Is.EqualTo(new[]
            {
                "Telefon kl. 08.00–20.00, betjent kl. 10.00–18.00", "Selvbetjent kl. 06.00–10.00, betjent kl. 10.00–18.00", "kl. 19.00–02.00", "Lukket", null,
            }));
            Assert.That(days.Texts("note"), Is.EqualTo(new[] { null, null, "Læsenat", null, "Julemarked, tiden kommer" }));
            Assert.That(days.EnumerateArray().Select(day => day.At("closed").ToString()), Is.EqualTo(new[] { "False", "False", "False", "True", "" }));
            Assert.That(days[0].At("displayDate").GetString(), Is.EqualTo("onsdag 25. november 2026"));
            Assert.That(days[1].At("intervals").EnumerateArray().Select(time => $"{time.At("category").GetString()} {time.At("opens").GetString()} {time.At("closes").GetString()}"), Is.EqualTo(new[] { "Selvbetjent 06:00:00 10:00:00", "Betjent 10:00:00 18:00:00" }));
        });
    }

    [Test]
    public void All_branches_are_told_day_by_day_and_a_closed_day_closes_them_all()
    {
        var days = Days("""{ openingHours(from: "2026-12-23", to: "2026-12-24") { date display note branch { title } } }""").EnumerateArray()
            .Select(day => $"{day.At("date").GetString()} {day.At("branch", "title").GetString()}: {day.At("display").GetString()} {day.At("note").GetString()}".TrimEnd()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(days.Where(day => day.Contains("Huset:", StringComparison.Ordinal)), Is.EqualTo(new[] { "2026-12-23 Huset: Telefon kl. 08.00–20.00, betjent kl. 10.00–18.00", "2026-12-24 Huset: Lukket Juleaften" }));
            Assert.That(days, Has.Member("2026-12-23 Lukket hus: Lukket Flyttet til Huset").And.Member("2026-12-23 Uden tider:"), "Nobody has written when the last one is open.");
            Assert.That(days.Select(day => day[..10]), Is.Ordered);
        });
    }

    [Test]
    public void Without_days_it_is_the_week_from_today_and_true_until_midnight()
    {
        using var answer = _library.Api.Execute(_library.Edition(), """{ openingHours(branch: "huset") { date } branch(slug: "huset") { hours(days: 2) { date } } }""");
        var data = answer.RootElement.At("data");
        Assert.Multiple(() =>
        {
            Assert.That(data.At("openingHours").Texts("date"), Has.Length.EqualTo(7).And.ItemAt(0).EqualTo("2026-11-25").And.ItemAt(6).EqualTo("2026-12-01"));
            Assert.That(data.At("branch", "hours").Texts("date"), Is.EqualTo(new[] { "2026-11-25", "2026-11-26" }));
        });
    }

    [TestCase("2026-11-25T08:59:59Z", "false", Description = "Only the telephone is open.")]
    [TestCase("2026-11-25T09:00:00Z", "true")]
    [TestCase("2026-11-25T17:00:00Z", "false")]
    [TestCase("2026-11-28T00:59:59Z", "true", Description = "Open past midnight.")]
    [TestCase("2026-11-28T01:00:00Z", "false")]
    [TestCase("2026-11-29T12:00:00Z", "null", Description = "The hours of that day are not written.")]
    public void Whether_one_can_come_in_now(string now, string open)
    {
        _library.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(_library.Ask("""{ branch(slug: "huset") { openNow } }""").At("branch", "openNow").GetRawText(), Is.EqualTo(open));
    }

    [TestCase("openingHours(branch: \"ingen\") { date }", "UNKNOWN_BRANCH")]
    [TestCase("openingHours(from: \"2026-12-02\", to: \"2026-12-01\") { date }", "INVALID_PERIOD")]
    [TestCase("openingHours(from: \"2026-12-01\", to: \"2027-12-01\") { date }", "INVALID_PERIOD")]
    [TestCase("openingHours(from: \"9999-12-31\") { date }", "INVALID_PERIOD")]
    [TestCase("branch(slug: \"huset\") { hours(days: 0) { date } }", "INVALID_PERIOD")]
    public void What_cannot_be_answered_is_told(string field, string code) => Assert.That(_library.Refused($"{{ {field} }}"), Is.EqualTo(code));

    private JsonElement Days(string query) => _library.Ask(query).At("openingHours");
}
