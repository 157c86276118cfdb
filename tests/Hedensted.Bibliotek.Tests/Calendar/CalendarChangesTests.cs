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
}
