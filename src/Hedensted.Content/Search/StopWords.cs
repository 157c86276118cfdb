using System.Collections.Frozen;

namespace Hedensted.Content.Search;

/// <summary>Words that hold a sentence together and say nothing about what it is about.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = (
        "og eller men at som der den det de en et i på til for af med om fra ved hos over under efter før mod uden mellem er var være har havde kan skal vil må "
        + "jeg du han hun vi I man sig min din sin vores jeres deres hvad hvem hvor hvornår hvordan her nu også ikke så når hvis").ToLowerInvariant()
        .Split(' ').Select(word => Folding.Spelled(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is one of them.</summary>
    /// <param name="word">As <see cref="Token.Word"/>.</param>
    public static bool Contains(string word) => Words.Contains(word);
}
