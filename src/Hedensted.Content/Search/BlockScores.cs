namespace Hedensted.Content.Search;

/// <summary>Adds up, for the documents of one block after the other, what they have of the words of a question.</summary>
internal sealed class BlockScores
{
    private readonly float[] _total = new float[IndexBlock.Size];
    private readonly byte[] _words = new byte[IndexBlock.Size];
    private readonly MatchKind[] _worst = new MatchKind[IndexBlock.Size];

    // Of the word that is being added.
    private readonly float[] _best = new float[IndexBlock.Size];
    private readonly MatchKind[] _kind = new MatchKind[IndexBlock.Size];

    /// <summary>By place: the sum of all words.</summary>
    public ReadOnlySpan<float> Total => _total;

    /// <summary>By place: how many words it has.</summary>
    public ReadOnlySpan<byte> Words => _words;

    /// <summary>By place: the worst way in which it has one of its words.</summary>
    public ReadOnlySpan<MatchKind> Worst => _worst;

    /// <summary>Begins the next block.</summary>
    public void Clear()
    {
        Array.Clear(_total);
        Array.Clear(_words);
        Array.Clear(_worst);
    }

    /// <summary>Adds a word that is one term here: that has each document once, so there is nothing to compare.</summary>
    /// <param name="places">The documents.</param>
    /// <param name="weights">How much each is about the term.</param>
    /// <param name="kind">How word and term meet.</param>
    /// <param name="rarity">What the word is worth.</param>
    public void AddTerm(ReadOnlySpan<byte> places, ReadOnlySpan<byte> weights, MatchKind kind, float rarity)
    {
        // The way in which a word is mostly had is the best; it makes nothing worse.
        if (kind == MatchKind.Exact)
        {
            for (var posting = 0; posting < places.Length && posting < weights.Length; posting++)
            {
                _total[places[posting]] += weights[posting] * rarity;
                _words[places[posting]]++;
            }

            return;
        }

        var factor = FactorOf(kind);
        for (var posting = 0; posting < places.Length && posting < weights.Length; posting++)
        {
            Add(places[posting], weights[posting] * factor, kind, rarity);
        }
    }

    /// <summary>Considers some terms of a word that has several: the best of a document counts.</summary>
    public void Consider(ReadOnlySpan<byte> places, ReadOnlySpan<byte> weights, MatchKind kind)
    {
        var factor = FactorOf(kind);
        for (var posting = 0; posting < places.Length && posting < weights.Length; posting++)
        {
            var place = places[posting];
            _kind[place] = _best[place] == 0 || kind < _kind[place] ? kind : _kind[place];
            _best[place] = MathF.Max(_best[place], weights[posting] * factor);
        }
    }

    /// <summary>Adds the word whose terms were considered.</summary>
    public void AddConsidered(float rarity)
    {
        for (var place = 0; place < IndexBlock.Size; place++)
        {
            if (_best[place] > 0)
            {
                Add(place, _best[place], _kind[place], rarity);
            }
        }

        Array.Clear(_best);
    }

    private void Add(int place, float score, MatchKind kind, float rarity)
    {
        _total[place] += score * rarity;
        _words[place]++;
        _worst[place] = kind > _worst[place] ? kind : _worst[place];
    }

    private static float FactorOf(MatchKind kind) => kind switch
    {
        MatchKind.Exact => 1,
        MatchKind.Start => 0.6f,
        MatchKind.Compound => 0.5f,
        _ => 0.4f,
    };
}
