using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hedensted.GraphQL.Http.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http.Budget;

/// <summary>Who asks, and what they have left. A client is a key, or an IPv4 address, or an IPv6 network (the /64 that one household has).</summary>
/// <remarks>
/// Memory is bounded: a bucket that has filled up again is forgotten when room is needed, which changes nothing for its client; when every bucket
/// is in use, further clients share one.
/// </remarks>
internal sealed class ClientBudgets
{
    /// <summary>The header that carries a key.</summary>
    public const string KeyHeader = "Hedensted-Api-Key";

    private const int NetworkBytes = 8;
    private readonly ClientBudgetOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<UInt128, TokenBucket> _addresses = new();
    private readonly FrozenDictionary<string, TokenBucket?> _keys;
    private readonly TokenBucket? _everyoneElse;
    private readonly Lock _sweeping = new();
    private long _sweptAt;

    public ClientBudgets(IOptions<ClientBudgetOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        _everyoneElse = Bucket(_options.UnitsPerSecond, _options.Burst);
        _keys = _options.Keys.Values.ToFrozenDictionary(key => key.Sha256, key => Bucket(key.UnitsPerSecond, key.Burst), StringComparer.Ordinal);
        _sweptAt = time.GetTimestamp();
    }

    /// <summary>How many clients are told apart now.</summary>
    public int Clients => _addresses.Count;

    /// <summary>The bucket of whoever sends a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bucket">Null when the client may spend what it likes.</param>
    /// <returns>False when the client sends a key that nobody has.</returns>
    public bool TryFind(HttpContext context, out TokenBucket? bucket)
    {
        if (context.Request.Headers[KeyHeader] is [{ Length: > 0 } key, ..])
        {
            return _keys.TryGetValue(DocumentHash.Of(Encoding.UTF8.GetBytes(key)), out bucket);
        }

        bucket = _everyoneElse is null ? null : OfAddress(context.Connection.RemoteIpAddress);
        return true;
    }

    private TokenBucket OfAddress(IPAddress? address)
    {
        var client = Identify(address);
        if (_addresses.TryGetValue(client, out var known))
        {
            return known;
        }

        if (_addresses.Count >= _options.MaxClients && !ForgetTheRested())
        {
            return _everyoneElse!;
        }

        return _addresses.GetOrAdd(client, _ => Bucket(_options.UnitsPerSecond, _options.Burst)!);
    }

    // At most once a second: a flood of addresses must not make every request look through all of them.
    private bool ForgetTheRested()
    {
        lock (_sweeping)
        {
            var now = _time.GetTimestamp();
            if (_addresses.Count >= _options.MaxClients && _time.GetElapsedTime(_sweptAt, now) >= TimeSpan.FromSeconds(1))
            {
                _sweptAt = now;
                foreach (var (client, bucket) in _addresses)
                {
                    if (bucket.IsIdle)
                    {
                        _addresses.TryRemove(client, out _);
                    }
                }
            }

            return _addresses.Count < _options.MaxClients;
        }
    }

    private TokenBucket? Bucket(int unitsPerSecond, int burst) =>
        unitsPerSecond == 0 ? null : new TokenBucket(unitsPerSecond * (long)Charge.Unit, burst * (long)Charge.Unit, _time);

    private static UInt128 Identify(IPAddress? address)
    {
        if (address is null)
        {
            return UInt128.Zero;
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        UInt128 client = address.AddressFamily == AddressFamily.InterNetworkV6 && bytes.Length > NetworkBytes ? 6U : 4U;
        foreach (var part in bytes.AsSpan(0, Math.Min(bytes.Length, NetworkBytes)))
        {
            client = (client << 8) | part;
        }

        return client;
    }
}
