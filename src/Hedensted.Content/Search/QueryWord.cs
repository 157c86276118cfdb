namespace Hedensted.Content.Search;

/// <summary>A word that is asked for, and which written words it means.</summary>
/// <param name="token">The word.</param>
/// <param name="joined">The word that it is part of by a hyphen: <c>e-bog</c> is also found as <c>ebog</c>.</param>
/// <param name="isLiteral">Whether only the word itself is meant: it stands in quotation marks, or is a number.</param>
internal sealed class QueryWord(Token token, Token? joined, bool isLiteral)
{
    private readonly HashSet<string> _similar = new(StringComparer.Ordinal);

    /// <summary>Where it stands in the question.</summary>
    public Token Token => token;

    /// <summary>Its stems; the first is the likeliest.</summary>
    public string[] Keys { get; } = token.Other is null ? [token.Key] : [token.Key, token.Other];

    /// <summary>Stems of the word that it is part of by a hyphen.</summary>
    public string[] JoinedKeys { get; } = joined is not { } whole ? [] : whole.Other is null ? [whole.Key] : [whole.Key, whole.Other];

    /// <summary>The written words that it is taken for a misspelling of; none when it was found as it is.</summary>
    public IReadOnlyCollection<string> SimilarTerms => _similar;

    /// <summary>Its stems, and itself as it was typed where those are short: longer words may begin with them, or be compounds with them.</summary>
    public string[] Parts { get; } = isLiteral ? [] :
    [
        .. new[] { token.Key, token.Other, token.Key.Length < Compounds.ShortestInside ? token.Word : null }.OfType<string>().Distinct().Where(part => part.Length >= Compounds.Shortest),
    ];

    /// <summary>How many slips it is forgiven.</summary>
    public int MostSlips => isLiteral ? 0 : Slips.MostIn(token.Key);

    /// <summary>Takes it for a misspelling.</summary>
    public void MeantIs(string term) => _similar.Add(term);

    /// <summary>Whether a written word is meant by it, and how they meet; null when not.</summary>
    public MatchKind? KindOf(string term)
    {
        if (Array.IndexOf(Keys, term) >= 0 || Array.IndexOf(JoinedKeys, term) >= 0)
        {
            return MatchKind.Exact;
        }

        if (_similar.Contains(term))
        {
            return MatchKind.Similar;
        }

        MatchKind? kind = null;
        foreach (var part in Parts)
        {
            if (term.Length > part.Length && term.StartsWith(part, StringComparison.Ordinal))
            {
                return MatchKind.Start;
            }

            kind = Compounds.IsIn(part, term) ? MatchKind.Compound : kind;
        }

        return kind;
    }
}
