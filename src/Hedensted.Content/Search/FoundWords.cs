namespace Hedensted.Content.Search;

/// <summary>A piece of a text.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="IsMatch">Whether it is a word that was asked for.</param>
public sealed record TextPart(string Text, bool IsMatch);

/// <summary>Knows the words of a question again in what was found by it. Belongs to one thread.</summary>
public sealed class FoundWords
{
    private const string Gap = "…";
    private readonly Analyser _analyser = new();
    private readonly string _question;
    private readonly IReadOnlyList<QueryWord> _words;

    // The same words come again and again in what was found.
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    internal FoundWords(string question, IReadOnlyList<QueryWord> words) => (_question, _words) = (question, words);

    /// <summary>Whether there was a word to look for.</summary>
    public bool Any => _words.Count > 0;

    /// <summary>The whole text, with the words that were asked for told apart.</summary>
    public IReadOnlyList<TextPart> Mark(string text) => Parts(text, 0, text.Length, MarksIn(text));

    /// <summary>The part of a text where most of the words stand close together, or else its beginning.</summary>
    /// <param name="text">On one line or several.</param>
    /// <param name="length">How many letters, about.</param>
    public IReadOnlyList<TextPart> Excerpt(string text, int length)
    {
        var marks = MarksIn(text);
        var start = StartOf(text, marks, length);
        var end = Math.Min(text.Length, start + length);
        if (end < text.Length && text.LastIndexOf(' ', end, Math.Min(end - start, length / 4)) is var space and > 0)
        {
            end = space;
        }

        var parts = Parts(text, start, end, marks);
        if (start > 0)
        {
            parts.Insert(0, new TextPart(Gap, false));
        }

        if (end < text.Length)
        {
            parts.Add(new TextPart(Gap, false));
        }

        return parts;
    }

    /// <summary>Whether any of the words stands in a text.</summary>
    public bool AreIn(string text) => MarksIn(text).Count > 0;

    /// <summary>The question with the words that were taken for misspelled as they are written in what was found.</summary>
    /// <param name="found">Texts of what was found, the best first.</param>
    /// <returns>Null when nothing was misspelled, or the right spelling does not stand there.</returns>
    public string? Corrected(IEnumerable<string> found)
    {
        var misspelled = _words.Where(word => word.SimilarTerms.Count > 0).OrderByDescending(word => word.Token.Start).ToList();
        if (misspelled.Count == 0)
        {
            return null;
        }

        var texts = found.ToList();
        var corrected = _question;
        foreach (var word in misspelled)
        {
            if (texts.Select(text => SpellingIn(text, word)).FirstOrDefault(spelling => spelling is not null) is not { } spelling)
            {
                return null;
            }

            corrected = string.Concat(corrected.AsSpan(0, word.Token.Start), spelling, corrected.AsSpan(word.Token.End));
        }

        return corrected.Trim();
    }

    // A capital is kept where one was typed; the first letter of a sentence is not a spelling.
    private string? SpellingIn(string text, QueryWord word)
    {
        foreach (var token in _analyser.TokensOf(text))
        {
            if (word.SimilarTerms.Contains(token.Key) || (token.Other is not null && word.SimilarTerms.Contains(token.Other)))
            {
                var spelling = text.Substring(token.Start, token.Length);
                return char.IsUpper(_question[word.Token.Start]) ? spelling : spelling.ToLowerInvariant();
            }
        }

        return null;
    }

    private List<Marked> MarksIn(string text)
    {
        var marks = new List<Marked>();
        foreach (var token in _analyser.TokensOf(text))
        {
            var word = WordOf(token.Key);
            if (word < 0 && token.Other is not null)
            {
                word = WordOf(token.Other);
            }

            if (word >= 0)
            {
                // Words joined by a hyphen come after their parts, and span them.
                while (marks.Count > 0 && marks[^1].Start >= token.Start)
                {
                    marks.RemoveAt(marks.Count - 1);
                }

                marks.Add(new Marked(token.Start, token.End, word));
            }
        }

        return marks;
    }

    // Which of the words it is; -1 for none.
    private int WordOf(string term)
    {
        if (!_known.TryGetValue(term, out var word))
        {
            for (word = _words.Count - 1; word >= 0 && _words[word].KindOf(term) is null; word--)
            {
            }

            _known.Add(term, word);
        }

        return word;
    }

    private static int StartOf(string text, List<Marked> marks, int length)
    {
        if (text.Length <= length || marks.Count == 0)
        {
            return 0;
        }

        // A window moves over the marks: what it takes in is counted, what it leaves behind no more.
        Span<int> times = stackalloc int[SearchQuery.MostWords];
        times.Clear();
        var (best, most, words, next) = (0, 0, 0, 0);
        for (var first = 0; first < marks.Count; first++)
        {
            for (; next < marks.Count && (next == first || marks[next].End <= marks[first].Start + (length * 3 / 4)); next++)
            {
                words += times[marks[next].Word]++ == 0 ? 1 : 0;
            }

            if (words > most)
            {
                (best, most) = (first, words);
            }

            words -= --times[marks[first].Word] == 0 ? 1 : 0;
        }

        // A little of what comes before, from the start of a word; and no less than the excerpt has room for.
        var start = Math.Min(Math.Max(0, marks[best].Start - (length / 4)), text.Length - length);
        return start <= 0 ? 0 : text.IndexOf(' ', start) is var space && space >= 0 && space < marks[best].Start ? space + 1 : Math.Min(start, marks[best].Start);
    }

    private static List<TextPart> Parts(string text, int start, int end, List<Marked> marks)
    {
        var parts = new List<TextPart>();
        var written = start;
        foreach (var mark in marks.Where(mark => mark.Start >= start && mark.End <= end))
        {
            Add(written, mark.Start, false);
            Add(mark.Start, mark.End, true);
            written = mark.End;
        }

        Add(written, end, false);
        return parts;

        void Add(int from, int to, bool isMatch)
        {
            if (to > from)
            {
                parts.Add(new TextPart(text[from..to], isMatch));
            }
        }
    }

    private readonly record struct Marked(int Start, int End, int Word);
}
