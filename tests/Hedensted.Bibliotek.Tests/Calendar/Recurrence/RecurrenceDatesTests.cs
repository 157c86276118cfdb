using Hedensted.Bibliotek.Calendar.Recurrence;
using NodaTime;

namespace Hedensted.Bibliotek.Tests.Calendar.Recurrence;

[TestFixture]
internal sealed class RecurrenceDatesTests
{
    [TestCase("FREQ=DAILY;INTERVAL=2;COUNT=3", "2026-12-30", "2026-12-30 2027-01-01 2027-01-03")]
    [TestCase("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260910", "2026-09-01", "2026-09-01 2026-09-03 2026-09-08 2026-09-10")]
    [TestCase("FREQ=WEEKLY;COUNT=2", "2026-09-03", "2026-09-03 2026-09-10")]
    [TestCase("FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "2026-09-01", "2026-09-01 2026-10-06 2026-11-03")]
    [TestCase("FREQ=MONTHLY;BYDAY=-1SU;COUNT=2", "2026-03-01", "2026-03-29 2026-04-26")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2028-01-31", "2028-01-31 2028-02-29 2028-03-31")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", "2026-10-01", "2026-10-30 2026-11-30")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-5;COUNT=2", "2026-08-01", "2026-08-03 2026-11-02")]
    [TestCase("FREQ=MONTHLY;BYDAY=FR,2MO;COUNT=6", "2026-09-01", "2026-09-04 2026-09-11 2026-09-14 2026-09-18 2026-09-25 2026-10-02")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO,TH;BYSETPOS=2;COUNT=2", "2026-10-14", "2026-10-15 2026-10-22")]
    [TestCase("FREQ=YEARLY;COUNT=2", "2028-02-29", "2028-02-29 2032-02-29")]
    [TestCase("FREQ=YEARLY;BYMONTH=6;BYDAY=2SA;COUNT=2", "2026-06-13", "2026-06-13 2027-06-12")]
    [TestCase("FREQ=YEARLY;BYDAY=1MO;COUNT=2", "2026-01-05", "2026-01-05 2027-01-04")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=4", "1997-08-05", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4", "1997-08-05", "1997-08-05 1997-08-17 1997-08-19 1997-08-31")]
    [TestCase("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", "2026-01-01", "2026-02-13 2026-03-13")]
    public void A_rule_makes_the_dates_that_its_words_say(string rule, string first, string dates) =>
        Assert.That(Dates(rule, first), Is.EqualTo(dates));

    [TestCase("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [TestCase("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=1")]
    [TestCase("FREQ=WEEKLY;BYDAY=SA;BYSETPOS=6")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-6;INTERVAL=10000")]
    public void A_rule_that_never_happens_makes_nothing_and_comes_to_an_end(string rule) => Assert.That(Dates(rule, "2026-01-01"), Is.Empty);

    [Test]
    public void A_first_day_that_the_rule_does_not_make_is_not_there() =>
        Assert.That(Dates("FREQ=WEEKLY;BYDAY=TU;COUNT=2", "2026-09-02"), Is.EqualTo("2026-09-08 2026-09-15"));

    [Test]
    public void A_rule_without_an_end_ends_where_nobody_asks_on() =>
        Assert.That(RecurrenceDates.Of(Read("FREQ=DAILY"), new(2026, 1, 1), new(2026, 1, 31)).Count(), Is.EqualTo(31));

    [TestCase("FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,3;BYMONTHDAY=-1;BYDAY=1MO,-2FR;BYSETPOS=1;WKST=SU;COUNT=5")]
    [TestCase("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231")]
    public void A_rule_is_written_as_it_was_read(string rule) => Assert.That(Read(rule).ToString(), Is.EqualTo(rule));

    [Test]
    public void A_last_day_with_a_time_is_that_day() => Assert.That(Read("freq=daily;until=20261231T225959Z").Until, Is.EqualTo(new LocalDate(2026, 12, 31)));

    [TestCase("", "FREQ")]
    [TestCase("FREQ=HOURLY", "HOURLY")]
    [TestCase("FREQ=DAILY;COUNT=0", "COUNT")]
    [TestCase("FREQ=DAILY;INTERVAL=-1", "INTERVAL")]
    [TestCase("FREQ=DAILY;COUNT=2;UNTIL=20261231", "UNTIL")]
    [TestCase("FREQ=DAILY;COUNT=2;COUNT=3", "COUNT")]
    [TestCase("FREQ=WEEKLY;BYDAY=1MO", "BYDAY")]
    [TestCase("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY")]
    [TestCase("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS")]
    [TestCase("FREQ=WEEKLY;BYDAY=XX", "XX")]
    [TestCase("FREQ=DAILY;UNTIL=31122026", "31122026")]
    [TestCase("FREQ=DAILY;BYHOUR=9", "BYHOUR")]
    [TestCase("FREQ=DAILY;COUNT", "COUNT")]
    public void A_rule_that_cannot_be_read_says_which_part_is_wrong(string rule, string part)
    {
        Assert.Multiple(() =>
        {
            Assert.That(RecurrenceText.TryRead(rule, out _, out var problem), Is.False);
            Assert.That(problem, Does.Contain(part));
        });
    }

    private static string Dates(string rule, string first) =>
        string.Join(' ', RecurrenceDates.Of(Read(rule), LocalDate.FromDateOnly(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture)), new(2060, 1, 1)).Select(date => date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    private static RecurrenceRule Read(string text) => RecurrenceText.TryRead(text, out var rule, out var problem) ? rule : throw new AssertionException(problem);
}
