using Hedensted.Bibliotek.Calendar;

namespace Hedensted.Bibliotek.Tests.Calendar;

/// <summary>How far back a server remembers what happened to its calendar.</summary>
[TestFixture]
internal sealed class CalendarChangesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Memory_is_bounded_and_says_how_far_back_it_reaches()
    {
        var changes = CalendarChanges.StartingAt(Start);
        for (var minute = 1; minute <= 30; minute++)
        {
            var now = Start.AddMinutes(minute);
            changes = changes.With([new OccurrenceChange(Guid.NewGuid(), now, Guid.NewGuid(), OccurrenceSource.Event, IsGone: true)], now, most: 10);
            Assert.That(changes.From(changes.Since), Has.Count.InRange(1, 10));
        }

        Assert.That(changes.Since, Is.GreaterThan(Start.AddMinutes(15)));
        Assert.That(changes.From(changes.Since).Select(change => change.At), Has.All.GreaterThan(changes.Since), "Everything after it is remembered.");
    }

    [Test]
    public void What_happens_after_the_clock_was_set_back_is_later_than_all_that_was_told()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var changes = CalendarChanges.StartingAt(Start, new CalendarMemory());
        var ahead = changes.Next(Start.AddDays(1));
        changes = changes.With([new OccurrenceChange(first, ahead, first, OccurrenceSource.Event, IsGone: false)], ahead);
        var asked = changes.MadeAt;

        var told = changes.Next(Start.AddMinutes(5));
        changes = changes.With([new OccurrenceChange(second, told, second, OccurrenceSource.Event, IsGone: false)], told);
        Assert.Multiple(() =>
        {
            Assert.That(changes.HasCome(asked, Start.AddMinutes(6)), Is.True, "this server told it");
            Assert.That(changes.From(asked).Select(change => change.Id), Does.Contain(second));
            Assert.That(changes.MadeAt, Is.GreaterThan(asked));
            Assert.That(changes.Next(Start.AddDays(3)), Is.EqualTo(Start.AddDays(3)), "the clock has caught up");
        });
    }

    [Test]
    public void What_a_clock_has_shown_has_been_also_when_nothing_happened_then()
    {
        var memory = new CalendarMemory();
        var changes = CalendarChanges.StartingAt(Start, memory);
        memory.Note(Start.AddHours(3));
        memory.Note(Start.AddHours(1)); // set back
        var told = changes.Next(Start.AddHours(1));
        Assert.Multiple(() =>
        {
            Assert.That(told, Is.EqualTo(Start.AddHours(3).AddSeconds(1)));
            Assert.That(changes.HasCome(Start.AddHours(3), Start.AddHours(1)), Is.True);
            Assert.That(changes.HasCome(Start.AddHours(4), Start.AddHours(1)), Is.False);
        });
    }

    [TestCase(1, 1, true)]
    [TestCase(1, 2, true)]
    [TestCase(1, 3, false)]
    [TestCase(0, 1, true)]
    [TestCase(0, -60, true)]
    public void What_was_told_by_a_clock_that_was_ahead_before_the_start_has_not_come(int minutes, int asked, bool hasCome) =>
        Assert.That(CalendarChanges.StartingAt(Start).HasCome(Start.AddMinutes(asked), Start.AddMinutes(minutes)), Is.EqualTo(hasCome));
}
