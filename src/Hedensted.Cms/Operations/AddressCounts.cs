using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hedensted.Cms.Operations;

/// <summary>Counts how often something came from each address lately, in memory and for no longer than the window.</summary>
/// <param name="window">From the first one until they are forgotten.</param>
/// <param name="most">So many are let through; asked each time, so that it may be a setting.</param>
/// <param name="time">The clock.</param>
internal sealed class AddressCounts(TimeSpan window, Func<int> most, TimeProvider time)
{
    private const int AddressesBeforeCleaning = 10_000;

    private readonly ConcurrentDictionary<IPAddress, Count> _counts = new();

    /// <summary>How long this address must wait; zero when it may go on.</summary>
    public TimeSpan WaitFor(IPAddress? address)
    {
        return _counts.TryGetValue(NetworkOf(address), out var count) && LeftOf(count) is { Ticks: > 0 } left && count.Number >= most()
            ? left
            : TimeSpan.Zero;
    }

    /// <summary>One more from this address.</summary>
    public void Add(IPAddress? address)
    {
        if (_counts.Count > AddressesBeforeCleaning)
        {
            foreach (var (network, count) in _counts.Where(entry => LeftOf(entry.Value) <= TimeSpan.Zero))
            {
                _counts.TryRemove(new KeyValuePair<IPAddress, Count>(network, count));
            }
        }

        _counts.AddOrUpdate(
            NetworkOf(address),
            _ => new Count(time.GetTimestamp(), 1),
            (_, count) => LeftOf(count) > TimeSpan.Zero ? count with { Number = count.Number + 1 } : new Count(time.GetTimestamp(), 1));
    }

    private TimeSpan LeftOf(Count count) => window - time.GetElapsedTime(count.Since);

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

    private sealed record Count(long Since, int Number);
}
