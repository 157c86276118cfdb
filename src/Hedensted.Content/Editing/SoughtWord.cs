using Hedensted.Content.Search;

namespace Hedensted.Content.Editing;

/// <summary>A word that an editor looks for: part of a name as it is typed, or of what is written in any form, see <see cref="DraftWords"/>.</summary>
/// <param name="Typed">In lower case.</param>
/// <param name="Patterns">The words of a draft that has it contain one of these.</param>
internal sealed record SoughtWord(string Typed, IReadOnlyList<string> Patterns)
{
    private readonly QueryWord? _meant;

    private SoughtWord(QueryWord meant, string typed)
        : this(typed, PatternsOf(meant)) =>
        (_meant, Traces) = (meant, meant.MostSlips == 0 ? [] : [.. TracesOf(meant.Token.Key, meant.MostSlips + 1).Distinct()]);

    /// <summary>Some of these letters stand in every word that it may be a misspelling of; none when no slip is forgiven.</summary>
    public IReadOnlyList<string> Traces { get; } = [];

    /// <summary>The words of a text. What has no letters and digits is only looked for in names.</summary>
    public static IReadOnlyList<SoughtWord> Of(string text)
    {
        var read = SearchQuery.TextOf(text.Trim());
        var words = SearchQuery.WordsOf(read, new Analyser());
        return words.Count == 0 && read.Length > 0
            ? [new SoughtWord(read.ToLowerInvariant(), [])]
            : [.. words.Select(word => new SoughtWord(word, read.Substring(word.Token.Start, word.Token.Length).ToLowerInvariant()))];
    }

    /// <summary>Whether a name has it as it is typed.</summary>
    /// <param name="names">In lower case.</param>
    public bool IsInName(string names) => names.Contains(Typed, StringComparison.Ordinal);

    /// <summary>Whether a name has it in any form.</summary>
    /// <param name="names">The names' words.</param>
    public bool IsAmong(IReadOnlyList<Token> names) =>
        _meant is not null && names.Any(name => _meant.KindOf(name.Key) is not null || (name.Other is not null && _meant.KindOf(name.Other) is not null));

    /// <summary>Whether a draft has it.</summary>
    /// <param name="words">As <see cref="DraftWords"/> gives them.</param>
    public bool IsIn(string words) => Patterns.Any(pattern => words.Contains(pattern, StringComparison.Ordinal));

    /// <summary>The word that is meant when nothing has this one: those among the words of drafts that are the fewest slips away from it.</summary>
    public SoughtWord Corrected(IEnumerable<string> drafts)
    {
        if (_meant is null)
        {
            return this;
        }

        var similar = drafts.SelectMany(words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)
            .Select(term => (Term: term, Slips: _meant.Keys.Min(key => Slips.Between(key, term, _meant.MostSlips))))
            .Where(term => term.Slips is not null)
            .ToList();
        var nearest = similar.Where(term => term.Slips == similar.Min(other => other.Slips)).Select(term => term.Term).ToList();
        nearest.ForEach(_meant.MeantIs);
        return this with { Patterns = nearest.ConvertAll(term => $" {term} ") };
    }

    private static string[] PatternsOf(QueryWord word)
    {
        // Numbers are typed from their beginning, too.
        if (word.Parts.Length == 0)
        {
            return word.Token.Word.All(char.IsAsciiDigit) ? [$" {word.Token.Word}"] : [$" {word.Token.Word} "];
        }

        string[] patterns = [.. word.Keys.Concat(word.JoinedKeys).Concat(word.Parts).Distinct().SelectMany(PatternsOf)];

        // What contains another adds nothing to it.
        return [.. patterns.Where(pattern => !patterns.Any(other => other.Length < pattern.Length && pattern.Contains(other, StringComparison.Ordinal)))];
    }

    // At the start or end of a word when it is short; long ones are no chance inside one either.
    private static string[] PatternsOf(string part) => part.Length switch
    {
        < Compounds.Shortest => [$" {part} "],
        < Compounds.ShortestInside => [$" {part}", $"{part} "],
        _ => [part],
    };

    // One of so many parts has no slip; unless two letters have changed places where two parts meet.
    private static IEnumerable<string> TracesOf(string word, int parts)
    {
        var length = word.Length / parts;
        for (var part = 0; part < parts; part++)
        {
            var start = part * length;
            yield return part == parts - 1 ? word[start..] : word.Substring(start, length);
            if (part > 0)
            {
                yield return $"{word[start]}{word[start - 1]}";
            }
        }
    }
}
