using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Occurrences by start, then id, with the searches that lists need; immutable.</summary>
public sealed class OccurrenceIndex : IReadOnlyList<Occurrence>
{
    private readonly long[] _latestEnd;

    // Before `same` the items are those of another index, and so are their latest ends.
    private OccurrenceIndex(ImmutableArray<Occurrence> items, int same = 0, long[]? latestEnds = null)
    {
        Items = items;
        _latestEnd = new long[items.Length];
        latestEnds?.AsSpan(0, same).CopyTo(_latestEnd);
        var latest = same > 0 ? _latestEnd[same - 1] : long.MinValue;
        for (var i = same; i < items.Length; i++)
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

    private static readonly Comparer<Occurrence> ByStart = Comparer<Occurrence>.Create(Compare);

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

    /// <summary>The latest end of the first so many occurrences, an instant without Denmark's offset; null of none.</summary>
    public DateTimeOffset? LatestEndOf(int first) => first == 0 ? null : new DateTimeOffset(_latestEnd[first - 1], TimeSpan.Zero);

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

    /// <summary>The index without some of its occurrences and with new ones; what lies between them is copied, not looked at.</summary>
    /// <param name="removed">Occurrences of this index.</param>
    /// <param name="added">New ones; none has a start and id that stays.</param>
    internal OccurrenceIndex With(IEnumerable<Occurrence> removed, IEnumerable<Occurrence> added)
    {
        var items = Items.AsSpan();
        var (gone, coming) = (removed.Select(occurrence => PlaceOf(occurrence)).Order().ToArray(), added.Order(ByStart).ToArray());
        if (gone.Length == 0 && coming.Length == 0)
        {
            return this;
        }

        var merged = new Occurrence[items.Length - gone.Length + coming.Length];
        var (written, copied, skipped) = (0, 0, 0);
        foreach (var occurrence in coming)
        {
            var place = PlaceOf(occurrence);
            CopyUntil(place < 0 ? ~place : place, items);
            merged[written++] = occurrence;
        }

        CopyUntil(items.Length, items);
        if (merged.Length == 0)
        {
            return Empty;
        }

        // Up to the first change everything is as it was.
        var first = Math.Min(gone.Length > 0 ? gone[0] : items.Length, coming.Length > 0 && PlaceOf(coming[0]) is var start ? start < 0 ? ~start : start : items.Length);
        return new OccurrenceIndex(ImmutableCollectionsMarshal.AsImmutableArray(merged), first, _latestEnd);

        void CopyUntil(int end, ReadOnlySpan<Occurrence> from)
        {
            for (; skipped < gone.Length && gone[skipped] < end; skipped++)
            {
                Copy(gone[skipped], from);
                copied++;
            }

            Copy(end, from);
        }

        void Copy(int end, ReadOnlySpan<Occurrence> from)
        {
            if (end > copied)
            {
                from[copied..end].CopyTo(merged.AsSpan(written));
                written += end - copied;
                copied = end;
            }
        }
    }

    // As binary searches tell: where it is, or else the complement of where it would be.
    private int PlaceOf(Occurrence occurrence) => Items.AsSpan().BinarySearch(occurrence, ByStart);
}
