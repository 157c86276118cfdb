using System.Text;
using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Tests.Language;

public class ParserTests
{
    private static Document Parse(string text) => Parser.Parse(Encoding.UTF8.GetBytes(text));

    [Test]
    public void Everything_a_document_can_hold_is_printed_as_it_was_read()
    {
        const string Document = """"
            """Finds a dog"""
            query Find("Its name" $name: String! = "Buster" @onVariable, $list: [[Int!]!]) @onQuery(a: {b: [1, -2.5e3, null, $name], c: BLUE}) {
              alias: dog(name: $name, ok: true, not: false, nothing: {}) @include(if: $ok) @skip(if: false) {
                ...Fields @onSpread
                ... on Dog @onInline {
                  name
                }
                ... {
                  nickname
                }
              }
            }

            mutation {
              rename(to: "a \"quoted\" \\ \u0007 text\n")
            }

            subscription S {
              newPet
            }

            fragment Fields on Dog @onFragment {
              type
              fragment
              on
              true
            }

            """";
        Assert.That(DocumentPrinter.Print(Parse(Document)), Is.EqualTo(Document));
    }

    [TestCase("{ a }")]
    [TestCase("\uFEFF{ a }")]
    [TestCase("{,a,,#comment\r\n}")]
    [TestCase("query{a}")]
    public void What_means_nothing_is_ignored(string text) => Assert.That(DocumentPrinter.Print(Parse(text)), Is.EqualTo("{\n  a\n}\n"));

    [TestCase("", "1:1")]
    [TestCase("{", "1:2")]
    [TestCase("{}", "1:2")]
    [TestCase("{ a", "1:4")]
    [TestCase("{ a(b: $) }", "1:9")]
    [TestCase("{ a() }", "1:5")]
    [TestCase("{ ..a }", "1:3")]
    [TestCase("{ a(b: 01) }", "1:9")]
    [TestCase("{ a(b: -) }", "1:9")]
    [TestCase("{ a(b: 1.) }", "1:10")]
    [TestCase("{ a(b: 1.2.3) }", "1:11")]
    [TestCase("{ a(b: 0xF) }", "1:9")]
    [TestCase("{ a(b: 1e) }", "1:10")]
    [TestCase("{ a(b: \"open) }", "1:16")]
    [TestCase("{ a(b: \"\\x\") }", "1:9")]
    [TestCase("{ a(b: \"line\nbreak\") }", "1:13")]
    [TestCase("{ a(b: \"\"\"open\"\") }", "1:20")]
    [TestCase("{ å }", "1:3")]
    [TestCase("{ \"æ\" ? }", "1:3")]
    [TestCase("query Q($a: Int = $b) { a }", "1:19")]
    [TestCase("fragment on on Dog { a }", "1:10")]
    [TestCase("fragment F Dog { a }", "1:12")]
    [TestCase("\"description\" { a }", "1:1")]
    [TestCase("{ a } x", "1:7")]
    [TestCase("# æøå\r\n{ a ! }", "2:5")]
    public void A_mistake_is_shown_where_it_is(string document, string place) =>
        Assert.That(Answers.Errors(Answers.Ask(document)), Is.EqualTo([$"SYNTAX_ERROR {place}"]));

    [Test]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        var engine = new GraphQLEngine(Pets.Schema());
        using var response = engine.Execute(new GraphQLRequest { Document = new byte[] { (byte)'{', 0xFF, (byte)'}' }, State = Pets.AHome() });
        Assert.That(response.FirstErrorCode, Is.EqualTo("SYNTAX_ERROR"));
    }
}
