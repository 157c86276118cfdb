using System.Buffers;

namespace Hedensted.Content.Search;

/// <summary>A question as its words. Words in quotation marks are meant to the letter; all others in any form, as the start of a word and as part of one.</summary>
internal static class SearchQuery
{
    /// <summary>Letters that are read of a question; more narrow nothing down.</summary>
    private const int Longest = 500;

    /// <summary>Words that are looked for.</summary>
    public const int MostWords = 8;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„»«");

    /// <summary>What is read of a question.</summary>
    public static string TextOf(string question) => Folding.Composed(question.Length <= Longest ? question : question[..Longest]);

    /// <summary>The words to look for; those that say nothing only when there are no others.</summary>
    public static IReadOnlyList<QueryWord> WordsOf(string text, Analyser analyser)
    {
        var words = new List<(QueryWord Word, bool IsStop)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tokens = analyser.TokensOf(text);
        for (var index = 0; index < tokens.Count; index++)
        {
            // What is joined by hyphens comes after its parts, and spans them.
            var token = tokens[index];
            var whole = Joined(tokens, index);
            if ((index > 0 && token.Start < tokens[index - 1].End) || !seen.Add(token.Word))
            {
                continue;
            }

            words.Add((new QueryWord(token, whole, IsQuoted(text, token) || token.Word.All(char.IsAsciiDigit)), StopWords.Contains(token.Word)));
        }

        var telling = words.Where(word => !word.IsStop).ToList();
        return [.. (telling.Count > 0 ? telling : words).Take(MostWords).Select(word => word.Word)];
    }

    private static Token? Joined(IReadOnlyList<Token> tokens, int part)
    {
        for (var index = part + 1; index < tokens.Count; index++)
        {
            if (tokens[index].Start <= tokens[part].Start && tokens[index].End >= tokens[part].End)
            {
                return tokens[index];
            }
        }

        return null;
    }

    // An odd number of marks before the word opens, if another closes.
    private static bool IsQuoted(string text, Token token) =>
        text.AsSpan(0, token.Start).ContainsAny(Quotes) && text.AsSpan(token.End).ContainsAny(Quotes)
        && text.Take(token.Start).Count(Quotes.Contains) % 2 == 1;
}
