using System.Runtime.InteropServices;

namespace Hedensted.Content.Search;

/// <summary>Answers one question: which terms its words mean, where they stand, and what follows for each document.</summary>
internal sealed class Searcher(SearchIndex index, string question)
{
    private const int ScoreUnits = 100;

    private readonly List<TermRun> _runs = [];
    private readonly int[] _runsUntil = new int[index.Blocks.Length];

    /// <summary>Looks for the question's words.</summary>
    /// <param name="best">Takes what has all of them; when nothing has, what has most of them.</param>
    /// <returns>The words, and whether what was found has them all.</returns>
    public (FoundWords Words, bool HasAllWords) Run(BestHits best)
    {
        // 1. Each word means terms, which have their documents in runs of the blocks.
        var text = SearchQuery.TextOf(question);
        var words = SearchQuery.WordsOf(text, new Analyser());
        var meanings = Meanings.Of(words, index);
        for (var block = 0; block < index.Blocks.Length; block++)
        {
            FindRuns(block, meanings);
            _runsUntil[block] = _runs.Count;
        }

        // 2. What a document has of the words is added up.
        var most = words.Count == 0 ? 0 : Weigh(words.Count, best);
        return (new FoundWords(text, words), most == words.Count || most == 0);
    }

    private void FindRuns(int block, TermRange[][] words)
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
    private int Weigh(int words, BestHits best)
    {
        var (rarity, scores) = (RarityOf(words), new BlockScores());
        var (most, any) = ((words + 1) / 2, false);
        for (int block = 0, next = 0; block < index.Blocks.Length; next = _runsUntil[block++])
        {
            if (next == _runsUntil[block])
            {
                continue;
            }

            scores.Clear();
            AddWords(scores, index.Blocks[block], CollectionsMarshal.AsSpan(_runs)[next.._runsUntil[block]], rarity);
            for (var place = 0; place < IndexBlock.Size; place++)
            {
                if (scores.Words[place] < most || scores.Words[place] == 0)
                {
                    continue;
                }

                if (scores.Words[place] > most)
                {
                    most = scores.Words[place];
                    best.Clear();
                }

                any = true;
                best.Add(in index.Blocks[block].Documents[place], (int)(scores.Total[place] * ScoreUnits), scores.Worst[place]);
            }
        }

        return any ? most : 0;
    }

    private static void AddWords(BlockScores scores, IndexBlock block, ReadOnlySpan<TermRun> runs, float[] rarity)
    {
        while (runs.Length > 0)
        {
            var word = runs[0].Word;
            var count = 1;
            while (count < runs.Length && runs[count].Word == word)
            {
                count++;
            }

            if (count == 1 && runs[0].IsOneTerm)
            {
                scores.AddTerm(block.Places[runs[0].Start..runs[0].End], block.Weights[runs[0].Start..runs[0].End], runs[0].Kind, rarity[word]);
            }
            else
            {
                foreach (var run in runs[..count])
                {
                    scores.Consider(block.Places[run.Start..run.End], block.Weights[run.Start..run.End], run.Kind);
                }

                scores.AddConsidered(rarity[word]);
            }

            runs = runs[count..];
        }
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

    private readonly record struct TermRun(int Word, MatchKind Kind, int Start, int End, bool IsOneTerm);
}
