using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Tests.Reading;

/// <summary>Markup on its way to citizens.</summary>
public class HtmlCleanerTests
{
    [TestCase("<p>Blå <strong>bog</strong> &amp; æøå</p>", "<p>Blå <strong>bog</strong> &amp; æøå</p>")]
    [TestCase("<p onclick=\"x()\" style=\"color:red\">a</p>", "<p>a</p>")]
    [TestCase("<script>alert(1)</script>b", "b")]
    [TestCase("<a href=\"javascript:alert(1)\">c</a>", "<a>c</a>")]
    [TestCase("<a href=\" java\nscript:alert(1)\">c</a>", "<a>c</a>")]
    [TestCase("<a href=\"https://x.dk/?a=1&b=2\" target=\"_blank\">d</a>", "<a href=\"https://x.dk/?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener\">d</a>")]
    [TestCase("<img src=\"https://tracker.example/x.gif\" alt=\"e\">", "")]
    [TestCase("<img src=\"/media/a/b.jpg\" onerror=\"x()\">", "<img src=\"/media/a/b.jpg\" alt=\"\">")]
    [TestCase("<svg><script>1</script></svg><iframe src=\"//x\"></iframe>f", "f")]
    [TestCase("<h1>g</h1>", "<h2>g</h2>")]
    [TestCase("<div><p>h</p></div>", "<p>h</p>")]
    [TestCase("<p title='\"><script>'>i</p>", "<p>i</p>")]
    public void Only_what_is_safe_comes_through(string markup, string safe) => Assert.That(HtmlCleaner.Clean(markup).Html, Is.EqualTo(safe));

    [Test]
    public void The_plain_text_has_a_line_for_each_paragraph() =>
        Assert.That(HtmlCleaner.Clean("<p>Et <em>to</em></p><ul><li>tre</li></ul>").Text, Is.EqualTo("Et to\ntre"));

    [Test]
    public void A_very_deep_text_is_cut_rather_than_followed() =>
        Assert.That(() => HtmlCleaner.Clean(string.Concat(Enumerable.Repeat("<b>", 5000)) + "x"), Throws.Nothing);
}
