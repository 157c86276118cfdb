namespace Hedensted.Content.Search;

/// <summary>Every term that was ever indexed, with its number; immutable. Terms that no document has any more stay until the index is made anew.</summary>
internal sealed class Vocabulary
{
    /// <summary>New terms that are kept apart, so that a publish does not copy all the others.</summary>
    private const int MostRecent = 4096;

    private readonly WordTable _settled;
    private readonly WordTable _recent;

    private Vocabulary(WordTable settled, WordTable recent) => (_settled, _recent) = (settled, recent);

    public static Vocabulary Empty { get; } = new(WordTable.Empty, WordTable.Empty);

    /// <summary>Numbers are 0 up to but not including this.</summary>
    public int Count => _settled.Count + _recent.Count;

    /// <summary>The number of a term; -1 for one that is unknown.</summary>
    public int Find(string term) => _settled.Find(term) is >= 0 and var known ? known : _recent.Find(term);

    /// <inheritdoc cref="WordTable.Starting"/>
    public void Starting(string start, Action<int> tell)
    {
        _settled.Starting(start, tell);
        _recent.Starting(start, tell);
    }

    /// <inheritdoc cref="WordTable.Containing"/>
    public void Containing(string part, Action<int> tell)
    {
        _settled.Containing(part, tell);
        _recent.Containing(part, tell);
    }

    /// <inheritdoc cref="WordTable.Similar"/>
    public void Similar(string word, int most, Action<string, int, int> tell)
    {
        _settled.Similar(word, most, tell);
        _recent.Similar(word, most, tell);
    }

    /// <summary>The vocabulary with more terms, numbered from <see cref="Count"/> on.</summary>
    /// <param name="terms">By number; none is known yet.</param>
    public Vocabulary With(IReadOnlyCollection<string> terms)
    {
        if (terms.Count == 0)
        {
            return this;
        }

        var numbered = terms.Select((term, index) => (Term: term, Number: Count + index)).ToList();
        numbered.Sort((one, other) => string.CompareOrdinal(one.Term, other.Term));
        var recent = _recent.With(numbered);
        return recent.Count <= MostRecent ? new(_settled, recent) : new(_settled.With(recent.ToList()), WordTable.Empty);
    }
}
