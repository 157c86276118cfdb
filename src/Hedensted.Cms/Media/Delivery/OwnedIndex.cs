using System.Collections.Immutable;

namespace Hedensted.Cms.Media.Delivery;

/// <summary>What items point at, found by what is pointed at; immutable, and an item's entries are replaced as one.</summary>
/// <typeparam name="TKey">What entries are found by.</typeparam>
/// <typeparam name="TEntry">What is found.</typeparam>
internal sealed class OwnedIndex<TKey, TEntry>
    where TKey : notnull
    where TEntry : notnull
{
    private readonly Func<TEntry, TKey> _keyOf;
    private readonly ImmutableDictionary<Guid, ImmutableArray<TEntry>> _byOwner;
    private readonly ImmutableDictionary<TKey, ImmutableHashSet<(Guid Owner, TEntry Entry)>> _byKey;

    /// <summary>An empty index.</summary>
    public OwnedIndex(Func<TEntry, TKey> keyOf)
        : this(keyOf, ImmutableDictionary<Guid, ImmutableArray<TEntry>>.Empty, ImmutableDictionary<TKey, ImmutableHashSet<(Guid, TEntry)>>.Empty)
    {
    }

    private OwnedIndex(
        Func<TEntry, TKey> keyOf, ImmutableDictionary<Guid, ImmutableArray<TEntry>> byOwner, ImmutableDictionary<TKey, ImmutableHashSet<(Guid Owner, TEntry Entry)>> byKey) =>
        (_keyOf, _byOwner, _byKey) = (keyOf, byOwner, byKey);

    /// <summary>The entries under a key and whose they are, in no order.</summary>
    public ImmutableHashSet<(Guid Owner, TEntry Entry)> Find(TKey key) => _byKey.GetValueOrDefault(key, []);

    /// <summary>The same with this item's entries instead of those it had.</summary>
    public OwnedIndex<TKey, TEntry> With(Guid owner, ImmutableArray<TEntry> entries)
    {
        var before = _byOwner.GetValueOrDefault(owner, []);
        if (before.SequenceEqual(entries))
        {
            return this;
        }

        var byKey = _byKey;
        foreach (var old in before)
        {
            var left = byKey.GetValueOrDefault(_keyOf(old), []).Remove((owner, old));
            byKey = left.IsEmpty ? byKey.Remove(_keyOf(old)) : byKey.SetItem(_keyOf(old), left);
        }

        foreach (var entry in entries)
        {
            byKey = byKey.SetItem(_keyOf(entry), byKey.GetValueOrDefault(_keyOf(entry), []).Add((owner, entry)));
        }

        return new(_keyOf, entries.IsEmpty ? _byOwner.Remove(owner) : _byOwner.SetItem(owner, entries), byKey);
    }
}
