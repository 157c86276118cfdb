namespace Hedensted.Content.Search;

/// <summary>What is known of an indexed document besides its words.</summary>
/// <param name="Key">The document; the empty key where there is none.</param>
/// <param name="Type">Its type by the index's own number.</param>
/// <param name="LastEnd">When it is over, in UTC ticks; <see cref="long.MaxValue"/> for what does not pass.</param>
internal readonly record struct IndexedDocument(Guid Key, ushort Type, long LastEnd);

/// <summary>What comes to stand in a place of a block; <paramref name="Terms"/> is empty when its document has gone.</summary>
internal sealed record BlockChange(byte Place, IndexedDocument Document, IReadOnlyList<(int Term, byte Weight)> Terms);

/// <summary>The words of at most 256 documents; immutable. A publish copies the few blocks whose documents changed, and no others.</summary>
/// <remarks>For each term, in order, the places of the documents that have it with their weights: two bytes each.</remarks>
internal sealed class IndexBlock
{
    public const int Size = 256;
    private readonly int[] _terms;
    private readonly int[] _starts;
    private readonly byte[] _places;
    private readonly byte[] _weights;

    private IndexBlock(IndexedDocument[] documents, int[] terms, int[] starts, byte[] places, byte[] weights) =>
        (Documents, _terms, _starts, _places, _weights) = (documents, terms, starts, places, weights);

    public static IndexBlock Empty { get; } = new(new IndexedDocument[Size], [], [0], [], []);

    /// <summary>By place; an empty key where no document stands.</summary>
    public IndexedDocument[] Documents { get; }

    public ReadOnlySpan<byte> Places => _places;

    public ReadOnlySpan<byte> Weights => _weights;

    /// <summary>Finds the part of <see cref="Places"/> and <see cref="Weights"/> of some terms that follow each other; it is empty when no document here has one.</summary>
    /// <param name="first">The first term.</param>
    /// <param name="last">The last term, included.</param>
    /// <param name="from">Where to look first; afterwards where greater terms are to be looked for.</param>
    public (int Start, int End) Find(int first, int last, ref int from)
    {
        var start = PlaceOf(first, from);
        from = last == first && start < _terms.Length && _terms[start] > first ? start : PlaceOf(last + 1, start);
        return (_starts[start], _starts[from]);
    }

    /// <summary>The block with its terms numbered otherwise.</summary>
    /// <param name="numbers">The new number of each.</param>
    public IndexBlock Renumbered(int[] numbers)
    {
        var terms = Array.ConvertAll(_terms, term => numbers[term]);
        int[] order = [.. Enumerable.Range(0, terms.Length)];
        Array.Sort(terms, order);
        var starts = new int[_starts.Length];
        var (places, weights) = (new byte[_places.Length], new byte[_weights.Length]);
        for (var place = 0; place < order.Length; place++)
        {
            var (start, length) = (_starts[order[place]], _starts[order[place] + 1] - _starts[order[place]]);
            _places.AsSpan(start, length).CopyTo(places.AsSpan(starts[place]));
            _weights.AsSpan(start, length).CopyTo(weights.AsSpan(starts[place]));
            starts[place + 1] = starts[place] + length;
        }

        return new IndexBlock(Documents, terms, starts, places, weights);
    }

    /// <summary>The block with other documents in some of its places.</summary>
    public IndexBlock With(IReadOnlyCollection<BlockChange> changes)
    {
        var documents = (IndexedDocument[])Documents.Clone();
        Span<bool> replaced = stackalloc bool[Size];
        foreach (var change in changes)
        {
            documents[change.Place] = change.Document;
            replaced[change.Place] = true;
        }

        var added = Packed(changes);
        var most = _places.Length + added.Length;
        var (terms, starts) = (new int[most], new int[most + 1]);
        var (places, weights) = (new byte[most], new byte[most]);
        var (count, written) = (0, 0);
        for (int old = 0, next = 0; old < _terms.Length || next < added.Length;)
        {
            var term = Math.Min(old < _terms.Length ? _terms[old] : int.MaxValue, next < added.Length ? TermIn(added[next]) : int.MaxValue);
            var before = written;
            if (old < _terms.Length && _terms[old] == term)
            {
                for (var posting = _starts[old]; posting < _starts[old + 1]; posting++)
                {
                    if (!replaced[_places[posting]])
                    {
                        (places[written], weights[written++]) = (_places[posting], _weights[posting]);
                    }
                }

                old++;
            }

            for (; next < added.Length && TermIn(added[next]) == term; next++)
            {
                (places[written], weights[written++]) = ((byte)(added[next] >> 8), (byte)added[next]);
            }

            if (written > before)
            {
                (terms[count], starts[count++]) = (term, before);
            }
        }

        starts[count] = written;
        return new IndexBlock(documents, terms[..count], starts[..(count + 1)], places[..written], weights[..written]);
    }

    // The first that is not before the term. In leaps that grow, then by halves: one term costs a binary search, and all of them one walk.
    private int PlaceOf(int term, int from)
    {
        var (low, leap) = (from, 1);
        while (low + leap < _terms.Length && _terms[low + leap] < term)
        {
            low += leap;
            leap *= 2;
        }

        var high = Math.Min(low + leap, _terms.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_terms[middle] < term)
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

    private static long[] Packed(IEnumerable<BlockChange> changes)
    {
        long[] packed = [.. changes.SelectMany(change => change.Terms, (change, term) => ((long)term.Term << 16) | (uint)(change.Place << 8) | term.Weight)];
        Array.Sort(packed);
        return packed;
    }

    private static int TermIn(long packed) => (int)(packed >> 16);
}
