using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Hedensted.Content.Editing;
using Hedensted.Content.Tests.Publishing;
using static Hedensted.Content.Tests.Publishing.SchemaInMemory;

namespace Hedensted.Content.Tests.Editing;

/// <summary>Nothing that runs, loads or pretends comes through rich text; what editors write does.</summary>
public class RichTextSanitiserTests
{
    private static readonly HashSet<string> Elements =
    [
        "p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "figure", "figcaption", "img", "a",
        "strong", "b", "em", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "abbr", "cite", "q", "kbd", "span", "div", "table", "caption",
        "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "umb-rte-block", "umb-rte-block-inline",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "href", "target", "rel", "type", "title", "src", "alt", "width", "height", "loading", "lang", "dir", "class", "start", "reversed", "value", "colspan",
        "rowspan", "scope", "span", "data-udi", "data-anchor", "data-content-key",
    ];

    [TestCaseSource(typeof(HostileMarkup), nameof(HostileMarkup.All))]
    public void Hostile_markup_becomes_harmless(string markup)
    {
        var clean = HtmlSanitiser.Sanitise(markup);
        AssertHarmless(clean);
        Assert.That(HtmlSanitiser.Sanitise(clean), Is.EqualTo(clean), "it is not at rest");
    }

    [TestCase("<img src=/media/a.jpg onerror=alert(1)>")]
    [TestCase("<svg></svg>")]
    [TestCase("<a href=\"java\nscript:alert(1)\">x</a>")]
    [TestCase("<noscript></noscript>")]
    [TestCase("<!-- a -->")]
    public void The_eyes_of_these_tests_see_what_is_hostile(string markup)
    {
        using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
        {
            Assert.That(() => AssertHarmless(markup), Throws.TypeOf<AssertionException>());
        }
    }

    [TestCase("<p>Æbler, <strong>pærer</strong> &amp; <em>blommer</em>&nbsp;– 5 &lt; 6</p>")]
    [TestCase("<h2>Overskrift</h2><h3>Under</h3><h4>Mere</h4><hr><p>a<br>b</p>")]
    [TestCase("<ul><li><p>En</p><ul><li><p>To</p></li></ul></li></ul><ol start=\"3\"><li><p>Tre</p></li></ol>")]
    [TestCase("<p><a target=\"_blank\" rel=\"noopener noreferrer\" href=\"https://www.hedensted.dk/a?b=1&amp;c=2#d\" title=\"Kommunen\">Hedensted</a></p>")]
    [TestCase("<p><a href=\"mailto:bibliotek@hedensted.dk\">Skriv</a> eller <a href=\"tel:+4579755000\">ring</a>, <a href=\"#top\">til tops</a>, <a href=\"/strategi\">læs</a></p>")]
    [TestCase("<p><a href=\"/{localLink:59e2c097-ef71-5342-849f-d6c883757fc4}\" type=\"document\">Hjem</a></p>")]
    [TestCase("<p><a href=\"/{localLink:umb://document/59e2c097ef715342849fd6c883757fc4}\" type=\"document\" data-anchor=\"#tid\">Hjem</a></p>")]
    [TestCase("<p><a data-udi=\"umb://media/59e2c097ef715342849fd6c883757fc4\" href=\"/media/x/plan.pdf\" type=\"media\">Plan</a></p>")]
    [TestCase("<figure><img src=\"/media/abc/foto.jpg?width=500&amp;height=300\" alt=\"Børn læser\" width=\"500\" height=\"300\" data-udi=\"umb://media/59e2c097ef715342849fd6c883757fc4\"><figcaption>Læsning</figcaption></figure>")]
    [TestCase("<table><colgroup><col><col span=\"2\"></colgroup><tbody><tr><th scope=\"col\" colspan=\"1\" rowspan=\"1\"><p>Dag</p></th><td colspan=\"2\"><p>Tid</p></td></tr></tbody></table>")]
    [TestCase("<blockquote><p>Kultur for at læse</p></blockquote><p><s>væk</s> H<sub>2</sub>O m<sup>2</sup> <span lang=\"en\">library</span></p>")]
    [TestCase("<p>Før</p><umb-rte-block data-content-key=\"59e2c097-ef71-5342-849f-d6c883757fc4\"></umb-rte-block><p>og <umb-rte-block-inline data-content-key=\"59e2c097-ef71-5342-849f-d6c883757fc5\"></umb-rte-block-inline> i linjen</p>")]
    [TestCase("<pre><code>linje 1\n\tlinje 2</code></pre>")]
    [TestCase("Bare tekst uden tags, «æøå» 🎈")]
    [TestCase("")]
    public void What_an_editor_writes_comes_through_unchanged(string markup)
    {
        Assert.That(HtmlSanitiser.Sanitise(markup), Is.EqualTo(markup));
        AssertHarmless(markup);
    }

    [TestCase("<h1>Stor</h1><h6>Lille</h6>", "<h2>Stor</h2><h4>Lille</h4>")]
    [TestCase("<p id=\"x\" style=\"color:red\" class=\"lead MsoNormal\" onclick=\"x()\">a</p>", "<p class=\"lead\">a</p>")]
    [TestCase("<a href=\"https://a.dk\" target=\"_blank\">a</a>", "<a href=\"https://a.dk\" target=\"_blank\" rel=\"noopener\">a</a>")]
    [TestCase("<a href=\"https://a.dk\" target=\"_blank\" rel=\"opener nofollow\">a</a>", "<a href=\"https://a.dk\" target=\"_blank\" rel=\"nofollow noopener\">a</a>")]
    [TestCase("<p>før<a href=\"javascript:alert(1)\">teksten</a>efter</p>", "<p>førtekstenefter</p>")]
    [TestCase("<section><form action=\"/x\"><button>Tryk</button></form></section>", "Tryk")]
    [TestCase("<umb-rte-block data-content-key=\"59e2c097-ef71-5342-849f-d6c883757fc4\"><!--Umbraco-Block--></umb-rte-block>", "<umb-rte-block data-content-key=\"59e2c097-ef71-5342-849f-d6c883757fc4\"></umb-rte-block>")]
    [TestCase("<pre>\n\nluft foroven</pre>", "<pre>\n\nluft foroven</pre>")]
    [TestCase("a<script>b</script>c<style>d</style>e<!-- f -->g<svg><text>h</text></svg>i", "acegi")]
    [TestCase("<p>a\u0000b\u0007c&#13;d</p>", "<p>abcd</p>")]
    public void What_is_not_allowed_goes_and_the_words_stay(string markup, string expected) =>
        Assert.That(HtmlSanitiser.Sanitise(markup), Is.EqualTo(expected));

    [Test]
    public void Elements_laid_deep_in_each_other_do_not_bring_the_server_down()
    {
        foreach (var tag in new[] { "div", "b", "a href=/x", "blockquote", "table><tr><td", "ul><li", "svg><g", "font" })
        {
            var clean = HtmlSanitiser.Sanitise(string.Concat(Enumerable.Repeat($"<{tag}>", 3000)) + "tekst");
            AssertHarmless(clean);
        }
    }

    [Test]
    public void Random_pieces_of_hostile_markup_put_together_stay_harmless()
    {
        var random = new Random(20261102);
        var pieces = HostileMarkup.All.SelectMany(markup => markup.Split('<').Select(piece => "<" + piece)).ToArray();
        for (var round = 0; round < 1500; round++)
        {
            var markup = string.Concat(Enumerable.Range(0, random.Next(2, 10)).Select(_ => pieces[random.Next(pieces.Length)]));
            var clean = HtmlSanitiser.Sanitise(markup);
            AssertHarmless(clean);
            Assert.That(HtmlSanitiser.Sanitise(clean), Is.EqualTo(clean), markup);
        }
    }

    [Test]
    public void Rich_text_is_cleaned_wherever_it_stands_and_everything_else_keeps_its_instance()
    {
        var schema = new SchemaInMemory();
        var block = schema.Element("block", schema.Property("text", "Umbraco.RichText"), schema.Property("plain", "Umbraco.TextBox"));
        var outer = schema.Element("outer", schema.Property("items", "Umbraco.BlockList"));
        var page = schema.Page(
            schema.Property("body", "Umbraco.RichText"), schema.Property("old", "Umbraco.RichText"), schema.Property("blocks", "Umbraco.BlockList"),
            schema.Property("fine", "Umbraco.RichText"), schema.Property("title", "Umbraco.TextBox"));
        const string Hostile = "<p>a<img src=x onerror=alert(1)></p>";
        var inner = Blocks(
            "Umbraco.BlockList",
            (Guid.NewGuid(), block.Key, $$"""[{"alias":"plain","value":"{{Hostile}}"},{"alias":"text","value":{"markup":"{{Hostile}}","blocks":null} }]"""));
        var nested = Blocks("Umbraco.BlockList", (Guid.NewGuid(), outer.Key, $$"""[{"alias":"items","value":{{inner}} }]"""));
        var richBlocks = Blocks("Umbraco.RichText", (Guid.NewGuid(), block.Key, $$"""[{"alias":"TEXT","value":"{{Hostile}}"}]"""));
        var content = Named(
            Value("body", $$"""{"markup":"<p>b</p>","blocks":{{richBlocks}} }"""),
            Value("old", $"\"{Hostile}\""),
            Value("blocks", nested),
            Value("fine", """{"markup":"<p>æ</p>","blocks":{}}"""),
            Value("title", $"\"{Hostile}\""));

        var clean = RichTextSanitiser.Sanitise(schema.Build(), page, content);
        var rich = clean.Values[0].Value.GetProperty("blocks").GetProperty("contentData")[0].GetProperty("values")[0].GetProperty("value");
        var fields = clean.Values[2].Value.GetProperty("contentData")[0].GetProperty("values")[0].GetProperty("value").GetProperty("contentData")[0].GetProperty("values");
        Assert.Multiple(() =>
        {
            Assert.That(rich.GetString(), Is.EqualTo("<p>a</p>"));
            Assert.That(clean.Values[1].Value.GetString(), Is.EqualTo("<p>a</p>"));
            Assert.That(fields[0].GetProperty("value").GetString(), Is.EqualTo(Hostile));
            Assert.That(fields[1].GetProperty("value").GetProperty("markup").GetString(), Is.EqualTo("<p>a</p>"));
            Assert.That(clean.Values[3], Is.SameAs(content.Values[3]));
            Assert.That(clean.Values[4], Is.SameAs(content.Values[4]));
            Assert.That(RichTextSanitiser.Sanitise(schema.Build(), page, clean), Is.SameAs(clean));
        });
    }

    [TestCase("""{"Markup":"<script>1</script>"}""")]
    [TestCase("""{"markup":"<p>a</p>","markup":"<script>1</script>"}""")]
    [TestCase("""{"markup":"\ud800<script>"}""")]
    [TestCase("""{"markup":5,"blocks":[1]}""")]
    [TestCase("""{"markup":null,"blocks":{"contentData":{},"settingsData":[5,null,{"contentTypeKey":7}]}}""")]
    [TestCase("[\"<script>\"]")]
    public void Values_of_odd_shapes_hide_nothing_and_break_nothing(string value)
    {
        var schema = new SchemaInMemory();
        var page = schema.Page(schema.Property("body", "Umbraco.RichText"));
        var clean = RichTextSanitiser.Sanitise(schema.Build(), page, Named(Value("body", value))).Values[0].Value;
        if (clean.ValueKind == JsonValueKind.Object)
        {
            Assert.That(clean.GetRawText(), Does.Not.Contain("<script>"));
        }
    }

    private static void AssertHarmless(string html)
    {
        // A browser runs scripts, which is read otherwise than without (noscript): both readings must be harmless.
        foreach (var scripting in new[] { false, true })
        {
            var page = new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument("<!DOCTYPE html><body>" + html);
            foreach (var element in page.All.Where(element => element is not { LocalName: "html" or "head" or "body" }))
            {
                Assert.That(element.NamespaceUri, Is.EqualTo("http://www.w3.org/1999/xhtml"), html);
                Assert.That(Elements, Does.Contain(element.LocalName), html);
                foreach (var attribute in element.Attributes)
                {
                    Assert.That(Attributes, Does.Contain(attribute.Name), html);
                    AssertAddress(attribute, html);
                }
            }

            Assert.That(page.Descendants<IComment>().Count(comment => comment.ParentElement is not null), Is.Zero, html);
            Assert.That(page.Head!.ChildElementCount + page.Body!.Attributes.Length + page.DocumentElement.Attributes.Length, Is.Zero, html);
        }
    }

    private static void AssertAddress(IAttr attribute, string html)
    {
        if (attribute.Name is not ("href" or "src"))
        {
            return;
        }

        // As the browser: what it leaves out is left out before the scheme is read.
        var address = string.Concat(attribute.Value.Where(character => character > ' ')).ToLowerInvariant();
        string[] starts = attribute.Name == "src" ? ["/media/", "https://"] : ["https://", "http://", "mailto:", "tel:", "/", "#"];
        Assert.That(starts.Any(start => address.StartsWith(start, StringComparison.Ordinal)), Is.True, html);
        Assert.That(address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith("/\\", StringComparison.Ordinal), Is.False, html);
    }
}
