namespace Hedensted.Content.Search;

/// <summary>Terms that follow each other and meet a word in the same way.</summary>
/// <param name="First">The first term.</param>
/// <param name="Last">The last term, included.</param>
/// <param name="Kind">How they meet.</param>
internal readonly record struct TermRange(int First, int Last, MatchKind Kind);

/// <summary>Tells which terms of an index the words of a question mean.</summary>
internal sealed class Meanings
{
    // Who writes more words than these has said what is meant; each that is looked for within all others, too, costs as much as two.
    private const int MostWithCompounds = 5;
    private readonly SearchIndex _index;
    private readonly bool _withCompounds;

    private Meanings(SearchIndex index, bool withCompounds) => (_index, _withCompounds) = (index, withCompounds);

    /// <summary>What each word means, in the order of terms. A word that no document has is taken for a misspelling.</summary>
    public static TermRange[][] Of(IReadOnlyList<QueryWord> words, SearchIndex index) =>
        [.. words.Select(new Meanings(index, withCompounds: words.Count <= MostWithCompounds).Of)];

    private TermRange[] Of(QueryWord word)
    {
        var meanings = new Dictionary<int, MatchKind>();
        Mean(word.Keys, MatchKind.Exact);
        Mean(word.JoinedKeys, MatchKind.Exact);
        foreach (var part in word.Parts)
        {
            _index.Vocabulary.Starting(part, term => meanings.TryAdd(term, MatchKind.Start));
        }

        foreach (var part in _withCompounds ? word.Parts : [])
        {
            _index.Vocabulary.Containing(part, term => meanings.TryAdd(term, MatchKind.Compound));
        }

        if (word.MostSlips > 0 && !meanings.Keys.Any(IsWritten))
        {
            meanings.Clear();
            foreach (var (term, number) in Misspelled(word))
            {
                word.MeantIs(term);
                meanings[number] = MatchKind.Similar;
            }
        }

        // Whose name it is in, of that what refers to it.
        foreach (var (key, name) in _index.Names)
        {
            if (name.Select(word.KindOf).Where(kind => kind is not null).Min() is { } kind && _index.Vocabulary.Find(References.TermOf(key)) is >= 0 and var reference)
            {
                meanings[reference] = kind;
            }
        }

        return Ranges(meanings);

        void Mean(string[] keys, MatchKind kind)
        {
            foreach (var key in keys)
            {
                if (_index.Vocabulary.Find(key) is >= 0 and var term)
                {
                    meanings.TryAdd(term, kind);
                }
            }
        }
    }

    // Terms that follow each other are looked up at once, and those that begin alike mostly do.
    private static TermRange[] Ranges(Dictionary<int, MatchKind> meanings)
    {
        var ranges = new List<TermRange>();
        foreach (var (term, kind) in meanings.OrderBy(meaning => meaning.Key))
        {
            if (ranges.Count > 0 && ranges[^1].Last == term - 1 && ranges[^1].Kind == kind)
            {
                ranges[^1] = ranges[^1] with { Last = term };
            }
            else
            {
                ranges.Add(new TermRange(term, term, kind));
            }
        }

        return [.. ranges];
    }

    // Those with the fewest slips only: who is one letter away from a word means that one.
    private List<(string Term, int Number)> Misspelled(QueryWord word)
    {
        var similar = new List<(string Term, int Number, int Slips)>();
        foreach (var key in word.Keys)
        {
            _index.Vocabulary.Similar(key, word.MostSlips, (term, number, slips) => similar.Add((term, number, slips)));
        }

        var written = similar.Where(term => IsWritten(term.Number)).ToList();
        return written.Count == 0 ? [] : [.. written.Where(term => term.Slips == written.Min(other => other.Slips)).Select(term => (term.Term, term.Number))];
    }

    // Terms stay in the vocabulary when the last document with them has gone.
    private bool IsWritten(int term)
    {
        foreach (var block in _index.Blocks)
        {
            var from = 0;
            var (start, end) = block.Find(term, term, ref from);
            if (end > start)
            {
                return true;
            }
        }

        return false;
    }
}
