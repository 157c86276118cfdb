using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Hedensted.Content.Published;

/// <summary>An immutable map that is read as fast as a dictionary, and whose next version costs what changed in it.</summary>
/// <remarks>The entries are spread over small dictionaries that are never changed once shared; a change copies the ones it touches.</remarks>
internal sealed class ShardedMap<TKey, TValue> : IReadOnlyCollection<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private const int PerShard = 32;
    private static readonly Dictionary<TKey, TValue> NoEntries = [];
    private readonly Dictionary<TKey, TValue>[] _shards;

    private ShardedMap(Dictionary<TKey, TValue>[] shards, int count) => (_shards, Count) = (shards, count);

    public static ShardedMap<TKey, TValue> Empty { get; } = new([NoEntries], 0);

    public int Count { get; }

    public IEnumerable<TValue> Values => _shards.SelectMany(shard => shard.Values);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _shards[Shard(key, _shards.Length)].TryGetValue(key, out value);

    public bool ContainsKey(TKey key) => _shards[Shard(key, _shards.Length)].ContainsKey(key);

    public Builder ToBuilder() => new(this);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _shards.SelectMany(shard => shard).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The number of shards is a power of two; the low bits of a dictionary's own buckets are left to it.
    private static int Shard(TKey key, int shards) => (int)(((uint)key.GetHashCode() * 2654435769u) >> 7) & (shards - 1);

    /// <summary>The next version in the making.</summary>
    public sealed class Builder(ShardedMap<TKey, TValue> origin)
    {
        private Dictionary<TKey, TValue>[] _shards = [.. origin._shards];
        private readonly HashSet<int> _own = [];

        public int Count { get; private set; } = origin.Count;

        public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _shards[Shard(key, _shards.Length)].TryGetValue(key, out value);

        public bool ContainsKey(TKey key) => _shards[Shard(key, _shards.Length)].ContainsKey(key);

        public void Set(TKey key, TValue value)
        {
            if (Count >= _shards.Length * PerShard * 2)
            {
                Spread(_shards.Length * 4);
            }

            var shard = Own(key);
            var before = shard.Count;
            shard[key] = value;
            Count += shard.Count - before;
        }

        public bool Remove(TKey key)
        {
            if (!ContainsKey(key))
            {
                return false;
            }

            Own(key).Remove(key);
            Count--;
            return true;
        }

        public ShardedMap<TKey, TValue> ToImmutable()
        {
            _own.Clear();
            return Count == 0 ? Empty : new((Dictionary<TKey, TValue>[])_shards.Clone(), Count);
        }

        private Dictionary<TKey, TValue> Own(TKey key)
        {
            var index = Shard(key, _shards.Length);
            if (_own.Add(index))
            {
                _shards[index] = new(_shards[index]);
            }

            return _shards[index];
        }

        private void Spread(int shards)
        {
            var entries = _shards;
            _shards = new Dictionary<TKey, TValue>[shards];
            for (var index = 0; index < shards; index++)
            {
                _shards[index] = [];
            }

            foreach (var (key, value) in entries.SelectMany(shard => shard))
            {
                _shards[Shard(key, shards)].Add(key, value);
            }

            _own.Clear();
            _own.UnionWith(Enumerable.Range(0, shards));
        }
    }
}
