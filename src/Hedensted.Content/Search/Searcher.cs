using System.Runtime.InteropServices;

namespace Hedensted.Content.Search;

/// <summary>Answers one question: which terms its words mean, where they stand, and what follows for each document.</summary>
internal sealed class Searcher(SearchIndex index, SearchRequest request)
{
    private const int ScoreUnits = 100;
    private readonly List<(int Document, int Score, MatchKind Match)> _found = [];
    private readonly List<TermRun> _runs = [];
    private readonly int[] _runsUntil = new int[index.Blocks.Length];

    public SearchResult Run()
    {
        var words = Look(out var hasAllWords);

        // 3. The best of it, in order.
        return Choose(words, hasAllWords);
    }

    /// <summary>Everything that has all words, in no particular order.</summary>
    public HashSet<Guid> Keys()
    {
        Look(out var hasAllWords);
        return !hasAllWords ? [] : [.. _found.Select(found => index.Blocks[found.Document / IndexBlock.Size].Documents[found.Document % IndexBlock.Size].Key)];
    }

    private FoundWords Look(out bool hasAllWords)
    {
        // 1. Each word means terms, which have their documents in runs of the blocks.
        var text = SearchQuery.TextOf(request.Text);
        var words = SearchQuery.WordsOf(text, new Analyser());
        var meanings = words.Select(MeaningsOf).ToArray();
        for (var block = 0; block < index.Blocks.Length; block++)
        {
            FindRuns(block, meanings);
            _runsUntil[block] = _runs.Count;
        }

        // 2. What has all words is found; if nothing has, what has most of them.
        hasAllWords = words.Count == 0 || (Weigh(words.Count) is var most && (most == words.Count || most == 0));
        return new FoundWords(text, words);
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

        return [.. meanings.Select(meaning => new Meaning(meaning.Key, meaning.Value)).OrderBy(meaning => meaning.Term)];

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
            var (start, end) = block.Find(term, ref from);
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
                var (start, end) = index.Blocks[block].Find(meaning.Term, ref from);
                if (end > start)
                {
                    _runs.Add(new TermRun(word, meaning.Kind, start, end));
                }
            }
        }
    }

    /// <summary>Adds up what each document has of the words, and keeps those with the most of them.</summary>
    /// <returns>How many words these have.</returns>
    private int Weigh(int words)
    {
        var rarity = RarityOf(words);
        var most = (words + 1) / 2;
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
                    _found.Clear();
                }

                _found.Add(((block * IndexBlock.Size) + place, (int)(total[place] * ScoreUnits), worst[place]));
            }
        }

        return _found.Count == 0 ? 0 : most;
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

    private SearchResult Choose(FoundWords words, bool hasAllWords)
    {
        var wanted = index.Types.Select(type => request.Types is null || request.Types.Contains(type)).ToArray();
        var counts = new int[index.Types.Length];
        var now = request.Now.UtcTicks;

        // The heap holds the best so far, the worst of them on top; one more than asked tells whether others come after.
        var heap = new PriorityQueue<SearchHit, SearchHit>(Comparer<SearchHit>.Create((one, other) => SearchHit.Compare(other, one)));
        var most = request.Take == int.MaxValue ? int.MaxValue : request.Take + 1;
        SearchHit? last = null;
        foreach (var (place, score, match) in _found)
        {
            ref readonly var document = ref index.Blocks[place / IndexBlock.Size].Documents[place % IndexBlock.Size];
            counts[document.Type]++;
            var isPast = document.LastEnd <= now;
            if (!wanted[document.Type] || (heap.Count == most && last is not null && (isPast, -score).CompareTo((last.IsPast, -last.Score)) > 0))
            {
                continue;
            }

            var hit = new SearchHit(document.Key, score, isPast, match);
            if (request.After is not null && SearchHit.Compare(hit, request.After) <= 0)
            {
                continue;
            }

            if (heap.Count < most)
            {
                heap.Enqueue(hit, hit);
            }
            else
            {
                heap.EnqueueDequeue(hit, hit);
            }

            last = heap.Count == most ? heap.Peek() : null;
        }

        var hits = new List<SearchHit>(heap.Count);
        while (heap.TryDequeue(out var hit, out _))
        {
            hits.Add(hit);
        }

        hits.Reverse();
        var hasMore = hits.Count > request.Take;
        return new SearchResult(
            hasMore ? hits[..request.Take] : hits,
            wanted.Select((isWanted, type) => isWanted ? counts[type] : 0).Sum(),
            hasMore,
            hasAllWords,
            index.Types.Select((type, number) => (type, counts[number])).Where(type => type.Item2 > 0).ToDictionary(type => type.type, type => type.Item2),
            words);
    }

    private readonly record struct Meaning(int Term, MatchKind Kind);

    private readonly record struct TermRun(int Word, MatchKind Kind, int Start, int End);
}
