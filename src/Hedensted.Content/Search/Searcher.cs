using System.Runtime.InteropServices;

namespace Hedensted.Content.Search;

/// <summary>Answers one question: which terms its words mean, where they stand, and what follows for each document.</summary>
internal sealed class Searcher(SearchIndex index, string question)
{
    private const int ScoreUnits = 100;
    private readonly List<TermRun> _runs = [];
    private readonly int[] _runsUntil = new int[index.Blocks.Length];

    /// <summary>Looks for the question's words.</summary>
    /// <param name="findings">Takes what has all of them; when nothing has, what has most of them.</param>
    /// <returns>The words, and whether what was found has them all.</returns>
    public (FoundWords Words, bool HasAllWords) Run(Findings findings)
    {
        // 1. Each word means terms, which have their documents in runs of the blocks.
        var text = SearchQuery.TextOf(question);
        var words = SearchQuery.WordsOf(text, new Analyser());
        var meanings = words.Select(MeaningsOf).ToArray();
        for (var block = 0; block < index.Blocks.Length; block++)
        {
            FindRuns(block, meanings);
            _runsUntil[block] = _runs.Count;
        }

        // 2. What a document has of the words is added up.
        var most = words.Count == 0 ? 0 : Weigh(words.Count, findings);
        return (new FoundWords(text, words), most == words.Count || most == 0);
    }

    private Meaning[] MeaningsOf(QueryWord word)
    {
        var meanings = new Dictionary<int, MatchKind>();
        Mean(word.Keys, MatchKind.Exact);
        Mean(word.JoinedKeys, MatchKind.Exact);
        foreach (var part in word.Parts)
        {
            index.Vocabulary.Starting(part, term => meanings.TryAdd(term, MatchKind.Start));
        }

        foreach (var part in word.Parts)
        {
            index.Vocabulary.Containing(part, term => meanings.TryAdd(term, MatchKind.Compound));
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
        foreach (var (key, name) in index.Names)
        {
            if (name.Select(word.KindOf).Where(kind => kind is not null).Min() is { } kind && index.Vocabulary.Find(References.TermOf(key)) is >= 0 and var reference)
            {
                meanings[reference] = kind;
            }
        }

        return Ranges(meanings);

        void Mean(string[] keys, MatchKind kind)
        {
            foreach (var key in keys)
            {
                if (index.Vocabulary.Find(key) is >= 0 and var term)
                {
                    meanings.TryAdd(term, kind);
                }
            }
        }
    }

    // Terms that follow each other are looked up at once, and those that begin alike mostly do.
    private static Meaning[] Ranges(Dictionary<int, MatchKind> meanings)
    {
        var ranges = new List<Meaning>();
        foreach (var (term, kind) in meanings.OrderBy(meaning => meaning.Key))
        {
            if (ranges.Count > 0 && ranges[^1].Last == term - 1 && ranges[^1].Kind == kind)
            {
                ranges[^1] = ranges[^1] with { Last = term };
            }
            else
            {
                ranges.Add(new Meaning(term, term, kind));
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
            index.Vocabulary.Similar(key, word.MostSlips, (term, number, slips) => similar.Add((term, number, slips)));
        }

        var written = similar.Where(term => IsWritten(term.Number)).ToList();
        return written.Count == 0 ? [] : [.. written.Where(term => term.Slips == written.Min(other => other.Slips)).Select(term => (term.Term, term.Number))];
    }

    // Terms stay in the vocabulary when the last document with them has gone.
    private bool IsWritten(int term)
    {
        foreach (var block in index.Blocks)
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

    private void FindRuns(int block, Meaning[][] words)
    {
        for (var word = 0; word < words.Length; word++)
        {
            var from = 0;
            foreach (var meaning in words[word])
            {
                var (start, end) = index.Blocks[block].Find(meaning.First, meaning.Last, ref from);
                if (end > start)
                {
                    _runs.Add(new TermRun(word, meaning.Kind, start, end, meaning.First == meaning.Last));
                }
            }
        }
    }

    /// <summary>Adds up what each document has of the words, and tells those with the most of them.</summary>
    /// <returns>How many words these have; 0 when nothing was found.</returns>
    private int Weigh(int words, Findings findings)
    {
        var rarity = RarityOf(words);
        var (most, any) = ((words + 1) / 2, false);
        var runs = CollectionsMarshal.AsSpan(_runs);
        Span<float> total = stackalloc float[IndexBlock.Size];
        Span<float> best = stackalloc float[IndexBlock.Size];
        Span<MatchKind> kinds = stackalloc MatchKind[IndexBlock.Size];
        Span<MatchKind> worst = stackalloc MatchKind[IndexBlock.Size];
        Span<byte> count = stackalloc byte[IndexBlock.Size];
        for (int block = 0, next = 0; block < index.Blocks.Length; block++)
        {
            if (next == _runsUntil[block])
            {
                continue;
            }

            total.Clear();
            worst.Clear();
            count.Clear();
            var places = index.Blocks[block].Places;
            var weights = index.Blocks[block].Weights;
            while (next < _runsUntil[block])
            {
                var word = runs[next].Word;
                if (runs[next].IsOneTerm && (next + 1 == _runsUntil[block] || runs[next + 1].Word != word))
                {
                    // One term has each document once: there is nothing to compare.
                    var (kind, factor) = (runs[next].Kind, FactorOf(runs[next].Kind));
                    var weighed = weights[runs[next].Start..runs[next].End];
                    var having = places[runs[next].Start..runs[next].End];
                    for (var posting = 0; posting < having.Length && posting < weighed.Length; posting++)
                    {
                        var place = having[posting];
                        total[place] += weighed[posting] * factor * rarity[word];
                        count[place]++;
                        worst[place] = kind > worst[place] ? kind : worst[place];
                    }

                    next++;
                    continue;
                }

                best.Clear();
                for (; next < _runsUntil[block] && runs[next].Word == word; next++)
                {
                    var (kind, factor) = (runs[next].Kind, FactorOf(runs[next].Kind));
                    for (var posting = runs[next].Start; posting < runs[next].End; posting++)
                    {
                        var (place, score) = (places[posting], weights[posting] * factor);
                        kinds[place] = best[place] == 0 || kind < kinds[place] ? kind : kinds[place];
                        best[place] = MathF.Max(best[place], score);
                    }
                }

                for (var place = 0; place < IndexBlock.Size; place++)
                {
                    if (best[place] > 0)
                    {
                        total[place] += best[place] * rarity[word];
                        count[place]++;
                        worst[place] = kinds[place] > worst[place] ? kinds[place] : worst[place];
                    }
                }
            }

            for (var place = 0; place < IndexBlock.Size; place++)
            {
                if (count[place] < most || count[place] == 0)
                {
                    continue;
                }

                if (count[place] > most)
                {
                    most = count[place];
                    findings.Clear();
                }

                any = true;
                findings.Add(in index.Blocks[block].Documents[place], (int)(total[place] * ScoreUnits), worst[place]);
            }
        }

        return any ? most : 0;
    }

    // A word that few documents have tells more than one that all have.
    private float[] RarityOf(int words)
    {
        var documents = new long[words];
        foreach (var run in _runs)
        {
            documents[run.Word] += run.End - run.Start;
        }

        return Array.ConvertAll(documents, having => having == 0 ? 0 : MathF.Log(2 + ((float)index.Count / having)));
    }

    private static float FactorOf(MatchKind kind) => kind switch
    {
        MatchKind.Exact => 1,
        MatchKind.Start => 0.6f,
        MatchKind.Compound => 0.5f,
        _ => 0.4f,
    };

    private readonly record struct Meaning(int First, int Last, MatchKind Kind);

    private readonly record struct TermRun(int Word, MatchKind Kind, int Start, int End, bool IsOneTerm);
}
