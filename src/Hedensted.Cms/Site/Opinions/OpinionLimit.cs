using System.Net;
using Hedensted.Cms.Operations;

namespace Hedensted.Cms.Site.Opinions;

/// <summary>How many answers one address may give: a class that answers together gets through, a program that answers all day does not.</summary>
internal sealed class OpinionLimit(TimeProvider time)
{
    private readonly AddressCounts _minute = new(TimeSpan.FromMinutes(1), () => 40, time);
    private readonly AddressCounts _day = new(TimeSpan.FromDays(1), () => 200, time);

    /// <summary>How long this address must wait; zero when it may answer.</summary>
    public TimeSpan WaitFor(IPAddress? address) => TimeSpan.FromTicks(Math.Max(_minute.WaitFor(address).Ticks, _day.WaitFor(address).Ticks));

    /// <summary>One answer from this address.</summary>
    public void Add(IPAddress? address)
    {
        _minute.Add(address);
        _day.Add(address);
    }
}
