using Hedensted.Bibliotek.Calendar.Recurrence;
using NodaTime;

namespace Hedensted.Bibliotek.Tests.Calendar.Recurrence;

/// <summary>What an editor reads of a rule.</summary>
public class RecurrenceWordsTests
{
    [TestCase("FREQ=DAILY", "hver dag")]
    [TestCase("FREQ=DAILY;INTERVAL=2;COUNT=5", "hver anden dag, 5 gange")]
    [TestCase("FREQ=DAILY;BYDAY=MO,FR", "hver dag når det er mandag eller fredag")]
    [TestCase("FREQ=WEEKLY", "hver tirsdag")]
    [TestCase("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261215", "hver tirsdag og torsdag, til og med 15. december 2026")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "hver dag")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "hver anden uge om onsdagen")]
    [TestCase("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE,FR;COUNT=1", "hver tredje uge om mandagen, onsdagen og fredagen, 1 gang")]
    [TestCase("FREQ=MONTHLY", "den 1. i hver måned")]
    [TestCase("FREQ=MONTHLY;BYDAY=1TU", "den første tirsdag i hver måned")]
    [TestCase("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "den sidste fredag i hver anden måned")]
    [TestCase("FREQ=MONTHLY;BYDAY=1MO,3MO", "den første mandag og den tredje mandag i hver måned")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=1,15", "den 1. og 15. i hver måned")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=-1", "den sidste dag i hver måned")]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "den sidste hverdag i hver måned")]
    [TestCase("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1", "den første af lørdag og søndag i hver måned")]
    [TestCase("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "hver fredag, når det er den 13. i hver måned")]
    [TestCase("FREQ=YEARLY", "den 1. september hvert år")]
    [TestCase("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "den 24. december hvert år")]
    [TestCase("FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=2TH", "den anden torsdag i november hvert andet år")]
    public void It_says_what_the_rule_means(string text, string words)
    {
        Assert.That(RecurrenceText.TryRead(text, out var rule, out var problem), Is.True, problem);
        Assert.That(RecurrenceWords.Of(rule!, new LocalDate(2026, 9, 1)), Is.EqualTo(words));
    }
}
