using System.Net;
using Hedensted.Cms.Operations;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth;

/// <summary>Counts wrong passwords by the address they come from, so that many names cannot be tried from one place.</summary>
internal sealed class LoginThrottle(IOptions<AuthOptions> options, TimeProvider time)
{
    private readonly AddressCounts _failures = new(TimeSpan.FromMinutes(1), () => options.Value.FailuresPerMinute, time);

    /// <summary>How long this address must wait; zero when it may try.</summary>
    public TimeSpan WaitFor(IPAddress? address) => _failures.WaitFor(address);

    /// <summary>One wrong password from this address.</summary>
    public void Fail(IPAddress? address) => _failures.Add(address);
}
