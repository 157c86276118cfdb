using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek.Examples;

namespace Hedensted.Bibliotek.Tests.Examples;

/// <summary>A new site has a calendar that is neither empty nor stale, and whose documents an editor could have written.</summary>
public class ExampleEventsTests
{
    // A weekday morning, late in the evening, a Sunday, before Christmas, before Easter, and both nights on which the clock is changed.
    private static readonly DateTimeOffset[] Starts =
    [
        Local("2026-11-24T09:00:00+01:00"),
        Local("2026-11-24T23:30:00+01:00"),
        Local("2026-11-22T12:00:00+01:00"),
        Local("2026-12-23T18:00:00+01:00"),
        Local("2027-03-22T08:00:00+01:00"),
        Local("2027-03-28T00:30:00Z"),
        Local("2027-10-31T00:30:00Z"),
        Local("2027-10-25T10:00:00+02:00"),
    ];

    [TestCaseSource(nameof(Starts))]
    public void Nothing_is_over_but_the_meeting_that_tells_what_came_of_it_and_only_the_exhibition_has_begun(DateTimeOffset now)
    {
        var held = Documents(now).Where(document => Value(document, "followUp") is not null).Select(document => document.Name).ToArray();
        var (over, others) = (Moments(now).Where(moment => held.Contains(moment.Name)), Moments(now).Where(moment => !held.Contains(moment.Name)).ToArray());
        Assert.That(over.Select(moment => moment.To), Has.Exactly(1).LessThan(WallTime(now)));
        Assert.That(others.Select(moment => moment.To), Is.All.GreaterThan(WallTime(now)));
        Assert.That(others.Where(moment => moment.From <= WallTime(now)).Select(moment => moment.Kind).Distinct(), Is.SubsetOf(new[] { "Udstilling" }));
    }

    [TestCaseSource(nameof(Starts))]
    public void Something_happens_every_week_for_two_months_but_Christmas(DateTimeOffset now)
    {
        var previous = WallTime(now);
        foreach (var start in Moments(now).Select(moment => moment.From).Where(start => start > WallTime(now)).Append(WallTime(now).AddDays(56)).Order())
        {
            var longest = previous.Month == 12 || start.Month == 12 ? 11 : 8;
            Assert.That((start - previous).TotalDays, Is.LessThanOrEqualTo(longest), $"nothing between {previous:d} and {start:d}");
            previous = start;
        }
    }

    [TestCaseSource(nameof(Starts))]
    public void Nothing_happens_at_night_on_a_Sunday_or_on_a_public_holiday(DateTimeOffset now)
    {
        foreach (var moment in Moments(now))
        {
            Assert.That(moment.From.Hour, Is.InRange(9, 20), moment.Name);
            Assert.That(moment.To.TimeOfDay, Is.LessThanOrEqualTo(new TimeSpan(21, 0, 0)), moment.Name);
            Assert.That(moment.To, Is.GreaterThan(moment.From), moment.Name);
            Assert.That(ExampleDays.IsClosed(NodaTime.LocalDate.FromDateTime(moment.From)), Is.False, moment.Name);
        }
    }

    [Test]
    public void On_a_weekday_morning_two_events_are_still_to_come_the_same_day()
    {
        var now = Starts[0];
        Assert.That(Moments(now).Count(moment => moment.From.Date == WallTime(now).Date && moment.From > WallTime(now)), Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public void A_series_keeps_its_time_of_day_when_the_clock_is_changed()
    {
        var times = Moments(Starts[^1]).Where(moment => moment.Name == "Strik og snak").Select(moment => moment.From.TimeOfDay);
        Assert.That(times, Has.Exactly(8).Items.And.All.EqualTo(new TimeSpan(14, 0, 0)));
    }

    [TestCase(2026, 4, 3)]
    [TestCase(2027, 3, 29)]
    [TestCase(2028, 5, 25)]
    [TestCase(2026, 5, 25)]
    public void The_houses_are_closed_on_the_days_that_follow_Easter(int year, int month, int day) =>
        Assert.That(ExampleDays.IsClosed(new NodaTime.LocalDate(year, month, day)), Is.True);

    [Test]
    public void The_calendar_shows_what_the_site_can_do()
    {
        var documents = Documents(Starts[0]);
        var events = documents.Where(document => document.TypeAlias == "event").ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(events, Has.Length.GreaterThanOrEqualTo(12));
            Assert.That(documents.Count(document => document.TypeAlias == "dialogueMeeting"), Is.EqualTo(3));
            Assert.That(documents.Count(document => document.TypeAlias == "action"), Is.EqualTo(1));
            Assert.That(documents.Count(document => document.TypeAlias == "eventSeries"), Is.GreaterThanOrEqualTo(1));
            Assert.That(events.Select(One("status")), Is.SupersetOf(new[] { "Aflyst", "Udsolgt", "Få pladser" }));
            Assert.That(events.Select(One("attendanceMode")), Is.SupersetOf(new[] { "Online", "Både fysisk og online" }));
            Assert.That(events.Select(document => Value(document, "place")?.GetString()).Distinct().Count(), Is.GreaterThanOrEqualTo(5));
            Assert.That(events.Any(document => Value(document, "prices") is null) && events.Any(document => Value(document, "prices") is not null));
        });
    }

    [Test]
    public void The_same_example_has_the_same_key_at_every_start_and_no_two_share_one()
    {
        var keys = Documents(Starts[0]).Select(document => document.Key).ToArray();
        Assert.That(keys, Is.Unique);
        Assert.That(Documents(Starts[4]).Select(document => document.Key), Is.EqualTo(keys));
    }

    [Test]
    public void Every_example_stands_where_its_type_is_allowed_and_after_its_parent()
    {
        var seen = new Dictionary<Guid, string>();
        foreach (var document in Documents(Starts[0]))
        {
            var parentType = ContentModel.TypeOfNode(document.ParentKey) ?? seen[document.ParentKey];
            Assert.That(ContentModel.ChildrenOf(parentType), Does.Contain(document.TypeAlias));
            seen.Add(document.Key, document.TypeAlias);
        }
    }

    [Test]
    public void The_well_known_nodes_are_in_the_starting_content()
    {
        var keys = typeof(StartingSite).GetFields().Select(field => (field.Name, Key: (Guid)field.GetValue(null)!)).ToArray();
        Assert.That(keys, Is.Not.Empty);
        Assert.That(keys.Where(node => ContentModel.TypeOfNode(node.Key) is null), Is.Empty);
    }

    [Test]
    public void Every_example_follows_the_rules_of_its_type()
    {
        var documents = Documents(Starts[0]);
        var examples = documents.Select(document => document.Key).ToHashSet();
        Assert.Multiple(() =>
        {
            foreach (var document in documents)
            {
                Assert.That(document.Values.Select(value => value.Alias), Is.Unique, document.Name);
                var values = document.Values.Select(value => (value.Alias, JsonNode.Parse(value.Value.GetRawText())!));
                ValueRules.Check(document.Name, document.TypeAlias, values, key => examples.Contains(key) || ContentModel.TypeOfNode(key) is not null);
            }
        });
    }

    private static DateTimeOffset Local(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime WallTime(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen")).DateTime;

    private static ImmutableArray<ExampleDocument> Documents(DateTimeOffset now) => ExampleEvents.For(new StandingClock(now));

    private static JsonElement? Value(ExampleDocument document, string alias) => document.Values.FirstOrDefault(value => value.Alias == alias)?.Value;

    private static Func<ExampleDocument, string?> One(string alias) => document => Value(document, alias)?[0].GetString();

    private static IEnumerable<(string Name, string? Kind, DateTime From, DateTime To)> Moments(DateTimeOffset now)
    {
        foreach (var document in Documents(now))
        {
            var kind = One("kind")(document);
            if (Value(document, "startsAt") is { } from)
            {
                yield return (document.Name, kind, Moment(from), Moment(Value(document, "endsAt")!.Value));
            }

            foreach (var block in Value(document, "extraDates")?.GetProperty("contentData").EnumerateArray().ToArray() ?? [])
            {
                var values = block.GetProperty("values").EnumerateArray().ToDictionary(value => value.GetProperty("alias").GetString()!, value => value.GetProperty("value"));
                yield return (document.Name, kind, Moment(values["startsAt"]), Moment(values["endsAt"]));
            }
        }
    }

    private static DateTime Moment(JsonElement value)
    {
        Assert.That(value.GetProperty("timeZone").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(Regex.IsMatch(value.GetProperty("date").GetString()!, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:00$"));
        return value.GetProperty("date").GetDateTime();
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
