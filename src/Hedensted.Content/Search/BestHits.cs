namespace Hedensted.Content.Search;

/// <summary>Takes the best that a request wants, and counts the rest.</summary>
internal sealed class BestHits
{
    private readonly SearchRequest _request;
    private readonly IReadOnlyList<string> _types;
    private readonly bool[] _wanted;
    private readonly int[] _counts;
    private readonly int _most;
    private readonly long _now;

    // The best so far, the worst of them on top; one more than asked tells whether others come after.
    private readonly PriorityQueue<SearchHit, SearchHit> _best = new(Comparer<SearchHit>.Create((one, other) => SearchHit.Compare(other, one)));
    private SearchHit? _worst;

    /// <param name="request">What is wanted.</param>
    /// <param name="types">Types by their number.</param>
    public BestHits(SearchRequest request, IReadOnlyList<string> types)
    {
        (_request, _types, _counts) = (request, types, new int[types.Count]);
        _wanted = [.. types.Select(type => request.Types is null || request.Types.Contains(type))];
        _most = request.Take == int.MaxValue ? int.MaxValue : request.Take + 1;
        _now = request.Now.UtcTicks;
    }

    /// <summary>A document that has as many words as any so far.</summary>
    public void Add(in IndexedDocument document, int score, MatchKind match)
    {
        _counts[document.Type]++;
        var isPast = document.LastEnd <= _now;
        if (!_wanted[document.Type] || (_worst is not null && (isPast, -score).CompareTo((_worst.IsPast, -_worst.Score)) > 0))
        {
            return;
        }

        var hit = new SearchHit(document.Key, score, isPast, match);
        if (_request.After is not null && SearchHit.Compare(hit, _request.After) <= 0)
        {
            return;
        }

        if (_best.Count < _most)
        {
            _best.Enqueue(hit, hit);
        }
        else
        {
            _best.EnqueueDequeue(hit, hit);
        }

        _worst = _best.Count == _most ? _best.Peek() : null;
    }

    /// <summary>Others have more words: what was taken is not wanted any more.</summary>
    public void Clear()
    {
        _best.Clear();
        _worst = null;
        Array.Clear(_counts);
    }

    /// <summary>What was found.</summary>
    public SearchResult ToResult(bool hasAllWords, FoundWords words)
    {
        var hits = new List<SearchHit>(_best.Count);
        while (_best.TryDequeue(out var hit, out _))
        {
            hits.Add(hit);
        }

        hits.Reverse();
        var hasMore = hits.Count > _request.Take;
        return new SearchResult(
            hasMore ? hits[.._request.Take] : hits,
            _counts.Where((_, type) => _wanted[type]).Sum(),
            hasMore,
            hasAllWords,
            Enumerable.Range(0, _types.Count).Where(type => _counts[type] > 0).ToDictionary(type => _types[type], type => _counts[type]),
            words);
    }
}
