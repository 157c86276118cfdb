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

    /// <summary>Finds a term's part of <see cref="Places"/> and <see cref="Weights"/>; it is empty when no document here has it.</summary>
    /// <param name="term">The term.</param>
    /// <param name="from">Where to look first; afterwards where a greater term is to be looked for.</param>
    public (int Start, int End) Find(int term, ref int from)
    {
        // In leaps that grow, then by halves: one term costs a binary search, and all of them one walk.
        var (low, leap) = (from, 1);
        while (low + leap < _terms.Length && _terms[low + leap] <= term)
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

        from = low;
        return low < _terms.Length && _terms[low] == term ? (_starts[low], _starts[low + 1]) : default;
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

    private static long[] Packed(IEnumerable<BlockChange> changes)
    {
        long[] packed = [.. changes.SelectMany(change => change.Terms, (change, term) => ((long)term.Term << 16) | (uint)(change.Place << 8) | term.Weight)];
        Array.Sort(packed);
        return packed;
    }

    private static int TermIn(long packed) => (int)(packed >> 16);
}
