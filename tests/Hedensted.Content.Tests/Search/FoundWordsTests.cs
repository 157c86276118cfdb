using Hedensted.Content.Search;

namespace Hedensted.Content.Tests.Search;

/// <summary>What was asked for is told apart in what was found.</summary>
internal sealed class FoundWordsTests
{
    [TestCase("bøger", "En bog om bøgerne", "En [bog] om [bøgerne]")]
    [TestCase("bog", "Billedbøger og bogcafé", "[Billedbøger] og [bogcafé]")]
    [TestCase("e-bog", "Lån en e-bog.", "Lån en [e-bog].")]
    [TestCase("biblotek", "Dit bibliotek", "Dit [bibliotek]")]
    [TestCase("te og kage", "Te og kager", "[Te] og [kager]")]
    [TestCase("og", "Te og kager", "Te [og] kager")]
    [TestCase("", "Te og kager", "Te og kager")]
    public void Words_are_marked_as_they_are_written(string question, string text, string marked) =>
        Assert.That(Shown(Words(question, text).Mark(text)), Is.EqualTo(marked));

    [Test]
    public void An_excerpt_shows_where_the_words_stand_close_together()
    {
        var text = string.Concat(Enumerable.Repeat("Her står noget andet om koncerter. ", 20)) + "Først her begynder koncerten i Tørring ved havnen. " + string.Concat(Enumerable.Repeat("Og så mere. ", 50));
        var excerpt = Shown(Words("koncert Tørring", text).Excerpt(text, 120));
        Assert.That(excerpt, Does.StartWith("…").And.EndWith("…").And.Contain("[koncerten] i [Tørring]"));
        Assert.That(excerpt, Has.Length.LessThan(140));
    }

    [Test]
    public void An_excerpt_without_the_words_is_the_beginning()
    {
        var text = string.Concat(Enumerable.Repeat("Her står noget andet. ", 20));
        Assert.That(Shown(Words("koncert", text).Excerpt(text, 60)), Is.EqualTo("Her står noget andet. Her står noget andet. Her står noget…"));
    }

    [TestCase("<p>Sang</p><p>og <strong>dans</strong>en</p>", "Sang og dansen")]
    [TestCase("Kaffe &amp; kage<br>gratis", "Kaffe & kage gratis")]
    [TestCase("<script>alert(1)</script>Hej<style>p{}</style>", "Hej")]
    [TestCase("1 < 2 <b>og</b> 3", "1 < 2 og 3")]
    [TestCase("<!-- skjult <b>tekst</b> -->Synlig", "Synlig")]
    [TestCase("Slut <p", "Slut <p")]
    public void Markup_is_read_as_text(string markup, string text) =>
        Assert.That(string.Join(' ', MarkupText.Of(markup).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(text));

    private static string Shown(IEnumerable<TextPart> parts) => string.Concat(parts.Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text));

    private static FoundWords Words(string question, string text) => SearchIndex.Empty
        .With([], [new SearchDocument { Key = Guid.NewGuid(), Type = "event", Title = "Titel", Text = text }])
        .Find(new SearchRequest { Text = question, Now = default }).Words;
}
