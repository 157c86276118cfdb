using Hedensted.Content.Model;
using Hedensted.Content.Search;

namespace Hedensted.Content.Editing;

/// <summary>The words of a draft, as they are kept for finding: each once, as it is written and as its stems, with a space before and after.</summary>
internal static class DraftWords
{
    /// <summary>The words of its names and texts in all languages.</summary>
    public static string Of(NodeContent draft)
    {
        var analyser = new Analyser();
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in draft.Names.Select(name => name.Name).Append(DraftText.Of(draft)))
        {
            foreach (var token in analyser.TokensOf(Folding.Composed(text)))
            {
                words.Add(token.Word);
                words.Add(token.Key);
                if (token.Other is not null)
                {
                    words.Add(token.Other);
                }
            }
        }

        return $" {string.Join(' ', words)} ";
    }
}
