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
        var (rules, seed) = (Setting("HEDENSTED_RECURRENCE_RULES", 20_000), Setting("HEDENSTED_RECURRENCE_SEED", 5545));
        var generator = new RuleGenerator(seed);
        var (differing, comparedWithIcal, dates) = (new List<string>(), 0, 0);
        using var oracles = Oracles.Start();
        for (var asked = 0; asked < rules; asked += Batch)
        {
            var cases = Enumerable.Range(0, Math.Min(Batch, rules - asked)).Select(_ => generator.Next()).ToArray();
            var answers = oracles.Ask(cases.Select(one => new RuleQuestion(one.Rule.ToString(), Text(one.Start), Date.Format(LastOf(one.Start)), Most)));
            foreach (var ((rule, start), (rrule, ical)) in cases.Zip(answers))
            {
                var ours = RecurrenceDates.Of(rule, start.Date, LastOf(start)).Take(Most).Select(date => Text(date + start.TimeOfDay)).ToArray();
                dates += ours.Length;
                if (IsReadByRrule(rule) && (rrule is null || !ours.SequenceEqual(rrule)))
                {
                    differing.Add($"{rule} from {Text(start)}: rrule {Show(rrule)}; we {Show(ours)}");
                }

                if (ical is not null && IsReadByIcal(rule, ours, start))
                {
                    comparedWithIcal++;
                    if (!ours.SequenceEqual(ical))
                    {
                        differing.Add($"{rule} from {Text(start)}: ical.js {Show(ical)}; we {Show(ours)}");
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{rules} rules of seed {seed} made {dates} dates; all compared with rrule, {comparedWithIcal} also with ical.js; {differing.Count} differ.");
        Assert.Multiple(() =>
        {
            Assert.That(differing, Is.Empty);
            Assert.That(dates, Is.GreaterThan(rules), "The rules must make dates, or nothing was compared.");
            Assert.That(comparedWithIcal, Is.GreaterThan(rules / 4));
        });
    }

    // rrule takes «each Friday and the second Monday» for what is both; RFC 5545 says either.
    private static bool IsReadByRrule(RecurrenceRule rule) => rule.ByDay.All(day => day.Ordinal is null) || rule.ByDay.All(day => day.Ordinal is not null);

    // ical.js counts the first date also when the rule does not make it, and leaves out parts of some rules.
    private static bool IsReadByIcal(RecurrenceRule rule, string[] ours, LocalDateTime start) =>
        ours is [var first, ..] && first == Text(start)
        && rule.BySetPosition.IsEmpty
        && !(rule.Frequency == Frequency.Yearly && rule.ByMonth.IsEmpty && !rule.ByMonthDay.IsEmpty)
        && !(rule.Frequency == Frequency.Monthly && !rule.ByDay.IsEmpty && !rule.ByMonthDay.IsEmpty);

    private static LocalDate LastOf(LocalDateTime start) => start.Date.PlusYears(12);

    private static string Text(LocalDateTime time) => LocalDateTimePattern.GeneralIso.Format(time);

    private static string Show(string[]? dates) => dates is null ? "refuses" : $"{dates.Length}: {string.Join(' ', dates.Take(8))}";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
