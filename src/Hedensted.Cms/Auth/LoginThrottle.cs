using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth;

/// <summary>Counts wrong passwords by the address they come from, so that many names cannot be tried from one place.</summary>
internal sealed class LoginThrottle(IOptions<AuthOptions> options, TimeProvider time)
{
    private const int AddressesBeforeCleaning = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<IPAddress, Count> _counts = new();

    /// <summary>How long this address must wait; zero when it may try.</summary>
    public TimeSpan WaitFor(IPAddress? address)
    {
        var now = time.GetUtcNow();
        return _counts.TryGetValue(NetworkOf(address), out var count) && count.Since + Window > now && count.Failures >= options.Value.FailuresPerMinute
            ? count.Since + Window - now
            : TimeSpan.Zero;
    }

    /// <summary>One wrong password from this address.</summary>
    public void Fail(IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (_counts.Count > AddressesBeforeCleaning)
        {
            foreach (var (network, count) in _counts.Where(entry => entry.Value.Since + Window <= now))
            {
                _counts.TryRemove(new KeyValuePair<IPAddress, Count>(network, count));
            }
        }

        _counts.AddOrUpdate(
            NetworkOf(address),
            _ => new Count(now, 1),
            (_, count) => count.Since + Window > now ? count with { Failures = count.Failures + 1 } : new Count(now, 1));
    }

    // Whoever has one IPv6 address has the whole /64.
    private static IPAddress NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private sealed record Count(DateTimeOffset Since, int Failures);
}
