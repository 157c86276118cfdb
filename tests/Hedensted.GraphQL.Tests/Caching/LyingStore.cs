using System.Collections.Concurrent;
using Hedensted.GraphQL.Caching.Shared;

namespace Hedensted.GraphQL.Tests.Caching;

/// <summary>A shared place at its worst: it forgets, brings back what was there long ago, gives one thing for another, and turns bytes over.</summary>
internal sealed class LyingStore(Random random) : ISharedStore
{
    private readonly ConcurrentDictionary<string, byte[]> _newest = new();
    private readonly List<(string Key, byte[] Value)> _everything = [];
    private readonly Lock _lock = new();

    /// <summary>How often in a hundred it lies.</summary>
    public int Lies { get; set; }

    public bool IsUp => true;

    /// <summary>How often somebody was given something.</summary>
    public int Given { get; private set; }

    /// <summary>Everything that was ever put, for those who want to look.</summary>
    public IReadOnlyList<(string Key, byte[] Value)> Everything
    {
        get
        {
            lock (_lock)
            {
                return [.. _everything];
            }
        }
    }

    public ValueTask<byte[]?> GetAsync(string key)
    {
        lock (_lock)
        {
            var given = random.Next(100) < Lies ? Lie(key) : _newest.GetValueOrDefault(key);
            Given += given is null ? 0 : 1;
            return ValueTask.FromResult(given);
        }
    }

    public void Put(string key, byte[] value, TimeSpan life)
    {
        lock (_lock)
        {
            _newest[key] = value;
            _everything.Add((key, value));
        }
    }

    // Mostly it does not tell whose turn it is: whoever hears that it is another's waits.
    public ValueTask<bool?> TryMarkAsync(string key, TimeSpan life) => ValueTask.FromResult<bool?>(Lies > 0 && random.Next(20) > 0 ? null : _newest.TryAdd(key, [1]));

    public void Remove(string key) => _newest.TryRemove(key, out _);

    private byte[]? Lie(string key)
    {
        var old = _everything.Where(put => put.Key == key).ToList();
        switch (random.Next(4))
        {
            case 0 when old.Count > 0:
                return old[random.Next(old.Count)].Value;
            case 1 when _everything.Count > 0:
                return _everything[random.Next(_everything.Count)].Value;
            case 2 when old.Count > 0:
                var damaged = (byte[])old[^1].Value.Clone();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                return damaged;
            default:
                var nothing = new byte[random.Next(200)];
                random.NextBytes(nothing);
                return nothing;
        }
    }
}
