using System.Net;
using Hedensted.Cms.Operations;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>How often something may come from one address.</summary>
public class AddressCountsTests
{
    [Test]
    public void One_address_waits_until_the_window_is_over_and_others_do_not()
    {
        var time = new StillTime();
        var counts = new AddressCounts(TimeSpan.FromMinutes(1), () => 2, time);
        var (one, neighbour, other) = (IPAddress.Parse("2001:db8:1:2::1"), IPAddress.Parse("2001:db8:1:2::ffff"), IPAddress.Parse("192.0.2.1"));
        counts.Add(one);
        Assert.That(counts.WaitFor(one), Is.EqualTo(TimeSpan.Zero));
        counts.Add(neighbour);
        Assert.That((counts.WaitFor(one), counts.WaitFor(other), counts.WaitFor(null)), Is.EqualTo((TimeSpan.FromMinutes(1), TimeSpan.Zero, TimeSpan.Zero)), "a household is one");

        time.Now -= TimeSpan.FromDays(1);
        Assert.That(counts.WaitFor(one), Is.EqualTo(TimeSpan.FromMinutes(1)), "the clock is set back");
        time.Passed += TimeSpan.FromMinutes(1);
        Assert.That(counts.WaitFor(one), Is.EqualTo(TimeSpan.Zero));
        counts.Add(one);
        Assert.That(counts.WaitFor(one), Is.EqualTo(TimeSpan.Zero), "the count has begun anew");
    }

    private sealed class StillTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
