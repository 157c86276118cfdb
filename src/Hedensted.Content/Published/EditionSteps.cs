using System.Collections.Immutable;
using System.Globalization;

namespace Hedensted.Content.Published;

/// <summary>Takes documents out of an edition's maps and puts others in; what is not touched is shared with the edition before.</summary>
internal sealed class EditionSteps(EditionParts origin)
{
    private readonly ShardedMap<Guid, PublishedDocument>.Builder _documents = origin.Documents.ToBuilder();
    private readonly ShardedMap<WantedSegment, ImmutableArray<Guid>>.Builder _wanted = origin.Wanted.ToBuilder();
    private readonly Dictionary<Guid, ShardedMap<Guid, PublishedDocument>.Builder> _byType = [];

    /// <summary>Parent → child → as it is now; null when it is gone.</summary>
    private readonly Dictionary<Guid, Dictionary<Guid, PublishedDocument?>> _families = [];

    private static readonly Comparer<PublishedDocument> Order = Comparer<PublishedDocument>.Create(InOrder);

    /// <summary>Segments whose siblings stand otherwise than before, from which place on.</summary>
    private readonly Dictionary<WantedSegment, int> _contested = [];

    private readonly HashSet<Guid> _changed = [];

    /// <summary>Takes a document and what stands below it out.</summary>
    public void Remove(Guid key)
    {
        if (!_documents.TryGetValue(key, out var document))
        {
            return;
        }

        foreach (var child in ChildrenOf(key).ToArray())
        {
            Remove(child.Key);
        }

        Release(document);
        _documents.Remove(key);
        TypeOf(document).Remove(key);
        FamilyOf(document)[key] = null;
        _changed.Add(key);
    }

    /// <summary>Puts documents in, or in the place of their earlier selves; those whose parent is out stay out.</summary>
    public void Add(IEnumerable<PublishedDocument> documents)
    {
        foreach (var document in documents.OrderBy(document => document.Level))
        {
            if (document.ParentKey is { } parent && !_documents.ContainsKey(parent))
            {
                continue;
            }

            if (_documents.TryGetValue(document.Key, out var before))
            {
                Release(before);
                if (before.ContentType.Key != document.ContentType.Key)
                {
                    TypeOf(before).Remove(before.Key);
                }
            }

            Put(document);
            Claim(document);
            _changed.Add(document.Key);
        }
    }

    /// <summary>The maps as they are now, and every document that is new, gone, changed or at another address.</summary>
    public (EditionParts Parts, HashSet<Guid> Changed) Finish()
    {
        SettleSegments();
        var children = origin.Children.ToBuilder();
        foreach (var (parent, family) in _families)
        {
            var now = Merge(origin.Children.TryGetValue(parent, out var before) ? before : [], family);
            if (now.IsEmpty)
            {
                children.Remove(parent);
            }
            else
            {
                children.Set(parent, now);
            }
        }

        var parts = origin with
        {
            Documents = _documents.ToImmutable(),
            Children = children.ToImmutable(),
            Wanted = _wanted.ToImmutable(),
            ByType = origin.ByType.SetItems(_byType.Select(type => KeyValuePair.Create(type.Key, type.Value.ToImmutable()))),
        };
        SpreadAddresses(parts);
        return (parts, _changed);
    }

    private static int InOrder(PublishedDocument one, PublishedDocument other) =>
        one.SortOrder != other.SortOrder ? one.SortOrder.CompareTo(other.SortOrder) : one.Key.CompareTo(other.Key);

    private ImmutableArray<PublishedDocument> Merge(ImmutableArray<PublishedDocument> before, Dictionary<Guid, PublishedDocument?> family)
    {
        // The family's earlier selves are found by their place, not by asking each sibling: there may be a hundred thousand of them.
        var removed = family.Keys.Select(key => PlaceOf(before, key)).Where(place => place >= 0).Order().ToList();
        var added = family.Values.OfType<PublishedDocument>().ToArray();
        Array.Sort(added, InOrder);
        var merged = ImmutableArray.CreateBuilder<PublishedDocument>(before.Length + added.Length - removed.Count);
        var (copied, gone) = (0, 0);
        foreach (var document in added)
        {
            var place = before.AsSpan().BinarySearch(document, Order);
            CopyUntil(place < 0 ? ~place : place);
            merged.Add(document);
        }

        CopyUntil(before.Length);
        return merged.MoveToImmutable();

        void CopyUntil(int end)
        {
            for (; gone < removed.Count && removed[gone] < end; gone++)
            {
                merged.AddRange(before.AsSpan(copied, removed[gone] - copied));
                copied = removed[gone] + 1;
            }

            if (end > copied)
            {
                merged.AddRange(before.AsSpan(copied, end - copied));
                copied = end;
            }
        }
    }

    private int PlaceOf(ImmutableArray<PublishedDocument> siblings, Guid key) =>
        origin.Documents.TryGetValue(key, out var before) && siblings.AsSpan().BinarySearch(before, Order) is var place and >= 0 && siblings[place].Key == key
            ? place
            : -1;

    private static bool Same(ImmutableDictionary<string, string> one, ImmutableDictionary<string, string> other) =>
        ReferenceEquals(one, other)
        || (one.Count == other.Count && one.All(segment => other.TryGetValue(segment.Key, out var text) && text == segment.Value));

    private void Put(PublishedDocument document)
    {
        _documents.Set(document.Key, document);
        TypeOf(document).Set(document.Key, document);
        FamilyOf(document)[document.Key] = document;
    }

    // The siblings that want a segment stand by age, so that an address given out stays, whatever comes later.
    private void Claim(PublishedDocument document)
    {
        foreach (var wanted in WantedBy(document))
        {
            var others = _wanted.TryGetValue(wanted, out var known) ? known : [];
            var (place, end) = (0, others.Length);
            while (place < end)
            {
                var middle = (place + end) >>> 1;
                (place, end) = IsOlder(others[middle], document) ? (middle + 1, end) : (place, middle);
            }

            _wanted.Set(wanted, others.Insert(place, document.Key));
            Contest(wanted, place);
        }
    }

    private void Release(PublishedDocument document)
    {
        foreach (var wanted in WantedBy(document))
        {
            if (!_wanted.TryGetValue(wanted, out var documents))
            {
                continue;
            }

            var place = documents.IndexOf(document.Key);
            var left = place < 0 ? documents : documents.RemoveAt(place);
            if (left.IsEmpty)
            {
                _wanted.Remove(wanted);
            }
            else
            {
                _wanted.Set(wanted, left);
            }

            Contest(wanted, Math.Max(place, 0));
        }
    }

    private bool IsOlder(Guid key, PublishedDocument than) =>
        _documents.TryGetValue(key, out var document)
        && (document.CreateDate != than.CreateDate ? document.CreateDate < than.CreateDate : document.Key.CompareTo(than.Key) < 0);

    private void Contest(WantedSegment wanted, int from) =>
        _contested[wanted] = _contested.TryGetValue(wanted, out var earlier) ? Math.Min(earlier, from) : from;

    private void SettleSegments()
    {
        foreach (var (wanted, from) in _contested)
        {
            var keys = _wanted.TryGetValue(wanted, out var known) ? known : [];
            for (var place = from; place < keys.Length; place++)
            {
                if (_documents.TryGetValue(keys[place], out var document) && Numbered(document, wanted.Segment, place) is var given && !Same(given, document.UrlSegments))
                {
                    Put(document.At(given));
                    _changed.Add(document.Key);
                }
            }
        }
    }

    // What it wants, with a number where older siblings want the same; in other cultures as it is.
    private static ImmutableDictionary<string, string> Numbered(PublishedDocument document, string segment, int place)
    {
        var given = document.UrlSegments;
        foreach (var (culture, wanted) in document.WantedSegments)
        {
            if (wanted == segment)
            {
                given = given.SetItem(
                    culture, place == 0 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}{EditionParts.NumberSeparator}{place + 1}"));
            }
        }

        return given;
    }

    // A document at another address takes everything below it along; so does another front page.
    private void SpreadAddresses(EditionParts parts)
    {
        foreach (var key in _changed.ToArray())
        {
            if (origin.Documents.TryGetValue(key, out var before) && parts.Documents.TryGetValue(key, out var after)
                && !Same(before.UrlSegments, after.UrlSegments))
            {
                Spread(key);
            }
        }

        var (old, now) = (FirstRoot(origin), FirstRoot(parts));
        if (old != now)
        {
            Spread(old);
            Spread(now);
        }

        void Spread(Guid key)
        {
            if (parts.Documents.ContainsKey(key))
            {
                _changed.Add(key);
            }

            foreach (var child in parts.Children.TryGetValue(key, out var children) && key != Guid.Empty ? children : [])
            {
                Spread(child.Key);
            }
        }

        static Guid FirstRoot(EditionParts parts) => parts.Children.TryGetValue(Guid.Empty, out var roots) ? roots[0].Key : Guid.Empty;
    }

    private static IEnumerable<WantedSegment> WantedBy(PublishedDocument document) =>
        document.WantedSegments.Values.Distinct().Select(segment => new WantedSegment(document.ParentKey ?? Guid.Empty, segment));

    private IEnumerable<PublishedDocument> ChildrenOf(Guid parent)
    {
        var family = _families.GetValueOrDefault(parent);
        var before = origin.Children.TryGetValue(parent, out var children) ? children : [];
        return family is null ? before : before.Where(child => !family.ContainsKey(child.Key)).Concat(family.Values.OfType<PublishedDocument>());
    }

    private Dictionary<Guid, PublishedDocument?> FamilyOf(PublishedDocument document)
    {
        var parent = document.ParentKey ?? Guid.Empty;
        return _families.TryGetValue(parent, out var family) ? family : _families[parent] = [];
    }

    private ShardedMap<Guid, PublishedDocument>.Builder TypeOf(PublishedDocument document)
    {
        var type = document.ContentType.Key;
        return _byType.TryGetValue(type, out var documents)
            ? documents
            : _byType[type] = (origin.ByType.TryGetValue(type, out var before) ? before : ShardedMap<Guid, PublishedDocument>.Empty).ToBuilder();
    }
}
