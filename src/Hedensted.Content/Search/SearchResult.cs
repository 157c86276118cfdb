namespace Hedensted.Content.Search;

/// <summary>Something found.</summary>
/// <param name="Key">The document.</param>
/// <param name="Score">How well it fits, to be compared within one question only.</param>
/// <param name="IsPast">Whether it is over; such ones come last.</param>
/// <param name="Match">The worst way in which a word of the question meets one of the document.</param>
public sealed record SearchHit(Guid Key, int Score, bool IsPast, MatchKind Match)
{
    /// <summary>What is coming before what is over, then what fits best, then by key.</summary>
    public static int Compare(SearchHit one, SearchHit other) =>
        one.IsPast != other.IsPast ? one.IsPast.CompareTo(other.IsPast)
        : one.Score != other.Score ? other.Score.CompareTo(one.Score)
        : one.Key.CompareTo(other.Key);
}

/// <summary>What was asked of the index.</summary>
public sealed record SearchRequest
{
    /// <summary>The question as it was typed.</summary>
    public required string Text { get; init; }

    /// <summary>The moment that «over» is seen from.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Types that are found, by alias; null for all.</summary>
    public IReadOnlySet<string>? Types { get; init; }

    /// <summary>Only what comes after this one.</summary>
    public SearchHit? After { get; init; }

    /// <summary>How many are wanted; 0 or more.</summary>
    public int Take { get; init; } = int.MaxValue;
}

/// <summary>What was found.</summary>
/// <param name="Hits">In order, as many as were wanted.</param>
/// <param name="Total">All of the wanted types, before and after these.</param>
/// <param name="HasMore">Whether others come after these.</param>
/// <param name="HasAllWords">Whether what was found has every word of the question; else nothing has, and it has most of them.</param>
/// <param name="CountByType">What was found of each type, wanted or not.</param>
/// <param name="Words">Tells where the words of the question stand in a text.</param>
public sealed record SearchResult(
    IReadOnlyList<SearchHit> Hits, int Total, bool HasMore, bool HasAllWords, IReadOnlyDictionary<string, int> CountByType, FoundWords Words);
