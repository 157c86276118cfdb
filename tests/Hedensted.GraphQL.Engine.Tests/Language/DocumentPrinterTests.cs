using System.Text;
using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Tests.Language;

/// <summary>A document that was read can be written, and reads back as the same. Generated ones: RoundTripTests of the differential project.</summary>
public class DocumentPrinterTests
{
    [Test]
    public void An_operation_is_written_in_one_form() => Assert.That(
        Print(" \"What\" query  Q($a:[Int!]!=[1,2],\"why\" $b:In={x:\"y\\n\",z:E}@d){a:b(c:$a,d:null)@skip(if:true){...F,...on T@e{x}...{y}}} fragment F on T@f{x}"),
        Is.EqualTo(""""
            """What"""
            query Q($a: [Int!]! = [1, 2], "why" $b: In = {x: "y\n", z: E} @d) {
              a: b(c: $a, d: null) @skip(if: true) {
                ...F
                ... on T @e {
                  x
                }
                ... {
                  y
                }
              }
            }

            fragment F on T @f {
              x
            }

            """"));

    [Test]
    public void A_schema_is_written_in_one_form() => Assert.That(
        Print("\"S\" schema@d{query:Q mutation:M} extend schema{subscription:S} \"A\\nB\" type Q implements I&J@d{\"f\" f(\"x\" a:Int=1@d,b:[In!]):T!@d g:Int} interface I{f:Int} union U@d=|A|B enum E{\"v\" A@d B} input In@oneOf{a:Int=1,b:[E!]={}} scalar D@specifiedBy(url:\"u\") directive@d(a:Int,b:Int=2)repeatable on|FIELD|QUERY extend type Q@e extend union U=C extend input In{c:Int} extend scalar D@e extend enum E{C} extend interface I@e"),
        Is.EqualTo(""""
            """S"""
            schema @d {
              query: Q
              mutation: M
            }

            extend schema {
              subscription: S
            }

            """
            A
            B
            """
            type Q implements I & J @d {
              """f"""
              f(
                """x"""
                a: Int = 1 @d
                b: [In!]
              ): T! @d
              g: Int
            }

            interface I {
              f: Int
            }

            union U @d = A | B

            enum E {
              """v"""
              A @d
              B
            }

            input In @oneOf {
              a: Int = 1
              b: [E!] = {}
            }

            scalar D @specifiedBy(url: "u")

            directive @d(a: Int, b: Int = 2) repeatable on FIELD | QUERY

            extend type Q @e

            extend union U = C

            extend input In {
              c: Int
            }

            extend scalar D @e

            extend enum E {
              C
            }

            extend interface I @e

            """"));

    [TestCase("type T { \"\\u0001\" a: Int }")]
    [TestCase("type T { \"\"\"\n    deep\n  less\n\n      deeper\n\"\"\" a(\"\"\"\n  x\n    y\n\"\"\" b: Int): Int }")]
    [TestCase("\" leading\" type T { \"ends with \\\\\" a: Int \"ends with \\\"\" b: Int \"\" c: Int }")]
    [TestCase("{ a(b: \"\"\"\n  block \\\"\"\" inside\n    more\n\"\"\", c: \"\\u{1F600}\\uD83D\\uDE00\\t\", d: -0.5e10, e: [{}, []]) }")]
    [TestCase("type T")]
    public void What_is_written_reads_back_as_the_same(string source)
    {
        var printed = Print(source);
        Assert.That(Shape.Of(Parse(printed)), Is.EqualTo(Shape.Of(Parse(source))), printed);
    }

    private static string Print(string source) => DocumentPrinter.Print(Parse(source));

    private static Document Parse(string source) => Parser.Parse(Encoding.UTF8.GetBytes(source));
}
