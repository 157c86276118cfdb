using Hedensted.Content.Search;

namespace Hedensted.Content.Tests.Search;

/// <summary>What is written and what is asked for meet in the same keys.</summary>
internal sealed class AnalyserTests
{
    [TestCase("Rådhuset", "raadhus")]
    [TestCase("ÆBLER", "æble")]
    [TestCase("Børnehaven", "boernehave")]
    [TestCase("café", "cafeer")]
    [TestCase("øret", "oerets")]
    [TestCase("bøger", "bog")]
    [TestCase("billedbøger", "billedbog")]
    [TestCase("BØRN", "barnet")]
    [TestCase("videoer", "video")]
    [TestCase("köksredskab", "køksredskab")]
    public void These_find_each_other(string written, string asked) =>
        Assert.That(Keys(written).Intersect(Keys(asked)), Is.Not.Empty, $"{string.Join(", ", Keys(written))} and {string.Join(", ", Keys(asked))}");

    [TestCase("naboer", "nabør")]
    [TestCase("dans", "dansk")]
    public void These_are_different_words(string one, string other) => Assert.That(Single(one).Key, Is.Not.EqualTo(Single(other).Key));

    [Test]
    public void Words_know_where_they_stand()
    {
        const string text = "«Sang» og 3D-print, kl. 19.30";
        Assert.That(
            new Analyser().TokensOf(text).Select(token => text.Substring(token.Start, token.Length)),
            Is.EqualTo(new[] { "Sang", "og", "3D", "print", "3D-print", "kl", "19", "30" }));
    }

    [Test]
    public void Words_with_a_hyphen_are_also_one_word() =>
        Assert.That(new Analyser().TokensOf("e-bøger og e-bog-klub").Select(token => token.Key), Does.Contain("eboeg").And.Contain("ebogklub"));

    [Test]
    public void Nothing_that_is_written_breaks_it([Random(20)] int seed)
    {
        var random = new Random(seed);
        var text = new string([.. Enumerable.Range(0, 400).Select(_ => (char)random.Next(1, 0xFFFF))]);
        Assert.That(new Analyser().TokensOf(text), Has.All.Matches<Token>(token => token is { Length: > 0, Start: >= 0 } && token.End <= text.Length && token.Key.Length > 0));
    }

    private static Token Single(string word) => new Analyser().TokensOf(word).Single();

    private static IEnumerable<string> Keys(string word) => new Analyser().TokensOf(word).SelectMany(token => new[] { token.Key, token.Other }).OfType<string>();
}
