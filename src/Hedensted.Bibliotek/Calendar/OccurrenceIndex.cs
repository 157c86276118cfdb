using System.Collections;
using System.Collections.Immutable;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Occurrences by start, then id, with the searches that lists need; immutable.</summary>
public sealed class OccurrenceIndex : IReadOnlyList<Occurrence>
{
    private readonly long[] _latestEnd;

    private OccurrenceIndex(ImmutableArray<Occurrence> items)
    {
        Items = items;
        _latestEnd = new long[items.Length];
        var latest = long.MinValue;
        for (var i = 0; i < items.Length; i++)
        {
            latest = Math.Max(latest, items[i].EndsAt.UtcTicks);
            _latestEnd[i] = latest;
        }
    }

    /// <summary>An index with nothing in it.</summary>
    public static OccurrenceIndex Empty { get; } = new([]);

    /// <summary>By start, then id.</summary>
    public ImmutableArray<Occurrence> Items { get; }

    /// <inheritdoc/>
    public int Count => Items.Length;

    /// <inheritdoc/>
    public Occurrence this[int index] => Items[index];

    /// <summary>The order of the index: by start, then id.</summary>
    public static int Compare(Occurrence left, Occurrence right)
    {
        var byStart = left.StartsAt.UtcTicks.CompareTo(right.StartsAt.UtcTicks);
        return byStart != 0 ? byStart : left.Id.CompareTo(right.Id);
    }

    /// <summary>The index of the first occurrence that starts at or after this instant.</summary>
    public int IndexOfStart(DateTimeOffset instant)
    {
        int low = 0, high = Items.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Items[middle].StartsAt.UtcTicks < instant.UtcTicks)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>An index before which every occurrence has ended by this instant; what comes after it may have, too.</summary>
    public int IndexOfEndAfter(DateTimeOffset instant)
    {
        int low = 0, high = _latestEnd.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_latestEnd[middle] <= instant.UtcTicks)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <inheritdoc/>
    public IEnumerator<Occurrence> GetEnumerator() => ((IEnumerable<Occurrence>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An index of occurrences that lie in its order already, e.g. those of one document.</summary>
    public static OccurrenceIndex Sorted(ImmutableArray<Occurrence> items) => items.IsEmpty ? Empty : new OccurrenceIndex(items);

    internal static OccurrenceIndex Of(List<Occurrence> unsorted)
    {
        unsorted.Sort(Compare);
        return unsorted.Count == 0 ? Empty : new OccurrenceIndex([.. unsorted]);
    }

    /// <summary>The index without those of some documents and with new ones; one linear merge, no sort of what stays.</summary>
    internal OccurrenceIndex With(IReadOnlySet<Guid> withoutDocuments, List<Occurrence> added)
    {
        added.Sort(Compare);
        var merged = ImmutableArray.CreateBuilder<Occurrence>(Items.Length + added.Count);
        var next = 0;
        foreach (var item in Items)
        {
            if (withoutDocuments.Contains(item.Document.Key))
            {
                continue;
            }

            while (next < added.Count && Compare(added[next], item) < 0)
            {
                merged.Add(added[next++]);
            }

            merged.Add(item);
        }

        while (next < added.Count)
        {
            merged.Add(added[next++]);
        }

        return merged.Count == 0 ? Empty : new OccurrenceIndex(merged.DrainToImmutable());
    }
}
