namespace Hedensted.Content.Search;

/// <summary>A word of a text and what it is found by.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Word">As it was written, in small letters without accents, æ, ø and å spelled <c>ae</c>, <c>oe</c> and <c>aa</c>.</param>
/// <param name="Key">The stem of it, spelled likewise.</param>
/// <param name="Other">Another stem that it may have: that of the singular (<c>bøger</c>: <c>bog</c>), of the word with ø where <c>oe</c> was written, or of the word with its accent. Null: none.</param>
public readonly record struct Token(int Start, int Length, string Word, string Key, string? Other)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is found by this key.</summary>
    public bool Has(string key) => Key == key || Other == key;
}
