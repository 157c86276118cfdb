namespace Hedensted.Content.Search;

/// <summary>How a word that is asked for and a word that is written meet; the best first.</summary>
public enum MatchKind
{
    /// <summary>The same word, in whatever form.</summary>
    Exact,

    /// <summary>The written word begins with it: <c>koncert</c> and <c>koncertsal</c>.</summary>
    Start,

    /// <summary>The written word is a compound with it: <c>bog</c> and <c>billedbog</c>.</summary>
    Compound,

    /// <summary>One is a misspelling of the other.</summary>
    Similar,
}
