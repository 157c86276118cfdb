using System.Globalization;
using Hedensted.Bibliotek.Calendar.Recurrence;
using NodaTime;
using NodaTime.Text;

namespace Hedensted.Bibliotek.Tests.Calendar.Recurrence;

/// <summary>Generated rules, compared with other implementations of RFC 5545. More of them: <c>oracles/run.sh [rules] [seed]</c>.</summary>
[TestFixture]
internal sealed class OracleTests
{
    private const int Batch = 500;
    private const int Most = 60;
    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;

    [Test]
    public void Generated_rules_have_the_dates_that_rrule_and_ical_js_find()
    {
        var (rules, seed) = (Setting("HEDENSTED_RECURRENCE_RULES", 5_000), Setting("HEDENSTED_RECURRENCE_SEED", 5545));
        var generator = new RuleGenerator(seed);
        var (differing, comparedWithRrule, comparedWithIcal, dates) = (new List<string>(), 0, 0, 0);
        using var oracles = Oracles.Start();
        for (var asked = 0; asked < rules; asked += Batch)
        {
            // A rule that makes nothing, such as 30 February, rrule follows for eight thousand years; RecurrenceDatesTests has those.
            var cases = Enumerable.Repeat(generator, int.MaxValue).Select(from => from.Next()).Where(one => DatesOf(one.Rule, one.Start).Any()).Take(Math.Min(Batch, rules - asked)).ToArray();
            var answers = oracles.Ask(cases.Select(one => new RuleQuestion(one.Rule.ToString(), Text(one.Start), Date.Format(LastOf(one.Start)), Most, IsReadByRrule(one.Rule, one.Start), IsReadByIcal(one.Rule, one.Start))));
            foreach (var ((rule, start), (rrule, ical)) in cases.Zip(answers))
            {
                var ours = DatesOf(rule, start).Take(Most).Select(date => Text(date + start.TimeOfDay)).ToArray();
                dates += ours.Length;
                comparedWithRrule += IsReadByRrule(rule, start) ? 1 : 0;
                if (IsReadByRrule(rule, start) && (rrule is null || !ours.SequenceEqual(rrule)))
                {
                    differing.Add($"{rule} from {Text(start)}: rrule {Show(rrule)}; we {Show(ours)}");
                }

                if (ical is not null)
                {
                    comparedWithIcal++;
                    if (!ours.SequenceEqual(ical))
                    {
                        differing.Add($"{rule} from {Text(start)}: ical.js {Show(ical)}; we {Show(ours)}");
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{rules} rules of seed {seed} made {dates} dates; {comparedWithRrule} compared with rrule, {comparedWithIcal} with ical.js; {differing.Count} differ.");
        Assert.Multiple(() =>
        {
            Assert.That(differing, Is.Empty);
            Assert.That(dates, Is.GreaterThan(rules), "The rules must make dates, or nothing was compared.");
            Assert.That(comparedWithRrule, Is.GreaterThan(rules / 2));
            Assert.That(comparedWithIcal, Is.GreaterThan(rules / 5));
        });
    }

    // rrule takes «each Friday and the second Monday» for what is both, where RFC 5545 says either; of the first week it counts only the days
    // from the first date on; and where there is no last but one it takes the first.
    private static bool IsReadByRrule(RecurrenceRule rule, LocalDateTime start) =>
        !Mixes(rule)
        && rule.BySetPosition.All(position => position >= -1)
        && (rule.Frequency != Frequency.Weekly || rule.BySetPosition.IsEmpty || start.DayOfWeek == rule.WeekStart);

    // ical.js counts the first date also when the rule does not make it, takes 30 February for 1 March, and leaves out parts of some rules.
    private static bool IsReadByIcal(RecurrenceRule rule, LocalDateTime start) =>
        DatesOf(rule, start).First() == start.Date
        && start.Day <= 28
        && rule.BySetPosition.IsEmpty
        && !Mixes(rule)
        && rule.Frequency switch
        {
            Frequency.Daily => rule.ByMonthDay.All(day => day > 0),
            Frequency.Weekly => true,
            Frequency.Monthly => rule.ByMonth.IsEmpty && rule.ByDay.IsEmpty != rule.ByMonthDay.IsEmpty && (rule.ByDay.Length < 2 || rule.ByDay[0].Ordinal is null),
            _ => rule.ByMonthDay.IsEmpty || (!rule.ByMonth.IsEmpty && rule.ByMonthDay.All(day => day is > 0 and <= 28)),
        };

    private static bool Mixes(RecurrenceRule rule) => rule.ByDay.DistinctBy(day => day.Ordinal is null).Count() > 1;

    private static IEnumerable<LocalDate> DatesOf(RecurrenceRule rule, LocalDateTime start) => RecurrenceDates.Of(rule, start.Date, LastOf(start));

    private static LocalDate LastOf(LocalDateTime start) => start.Date.PlusYears(12);

    private static string Text(LocalDateTime time) => LocalDateTimePattern.GeneralIso.Format(time);

    private static string Show(string[]? dates) => dates is null ? "refuses" : $"{dates.Length}: {string.Join(' ', dates.Take(8))}";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
