using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Tests.Language;

public class StringLiteralTests
{
    private static string Read(string literal) => ((StringNode)Parser.ParseConstant(literal)).Value;

    [TestCase("""
        "plain æøå 🎉"
        """, "plain æøå 🎉")]
    [TestCase("\"\"", "")]
    [TestCase("""
        "\" \\ \/ \b \f \n \r \t"
        """, "\" \\ / \b \f \n \r \t")]
    [TestCase("""
        "\u00e6 \u{1F389} \u{e6} \uD83C\uDF89"
        """, "æ 🎉 æ 🎉")]
    public void Escapes_are_resolved(string literal, string text) => Assert.That(Read(literal), Is.EqualTo(text));

    [TestCase("\"\\uD83C\"")]
    [TestCase("\"\\uDF89\\uD83C\"")]
    [TestCase("\"\\u{110000}\"")]
    [TestCase("\"\\u{}\"")]
    [TestCase("\"\\u{D800}\"")]
    [TestCase("\"\\u12\"")]
    [TestCase("\"\\u{FFFFFFFFFFFFFFFFFF}\"")]
    public void What_is_no_character_is_refused(string literal) => Assert.That(() => Read(literal), Throws.TypeOf<SyntaxException>());

    [TestCase("\"\"\"one\"\"\"", "one")]
    [TestCase("\"\"\"\n    one\n      two\n\n    three\n  \"\"\"", "one\n  two\n\nthree")]
    [TestCase("\"\"\"  first\n  second\"\"\"", "  first\nsecond")]
    [TestCase("\"\"\"a\r\nb\rc\"\"\"", "a\nb\nc")]
    [TestCase("\"\"\"\\\"\"\" \\n \\u00e6\"\"\"", "\"\"\" \\n \\u00e6")]
    [TestCase("\"\"\"\n\n  \n\"\"\"", "")]
    public void Block_strings_lose_their_indentation(string literal, string text) => Assert.That(Read(literal), Is.EqualTo(text));

    [TestCase("")]
    [TestCase("one line")]
    [TestCase("  indented")]
    [TestCase("two\nlines")]
    [TestCase("one\n  indented\n\nlast")]
    [TestCase("quotes \"\"\" inside\nand a \\")]
    [TestCase("ends with \"")]
    [TestCase("ends with \"\"\"")]
    public void A_printed_block_string_reads_back(string text)
    {
        Assert.That(StringPrinter.CanBeBlock(text));
        Assert.That(Read(StringPrinter.Block(text)), Is.EqualTo(text));
    }

    [TestCase("  indented\n  twice")]
    [TestCase("\nblank first")]
    [TestCase("blank last\n ")]
    [TestCase("bell \u0007")]
    public void What_a_block_string_cannot_say_is_quoted(string text)
    {
        Assert.That(StringPrinter.CanBeBlock(text), Is.False);
        Assert.That(Read(StringPrinter.Quote(text)), Is.EqualTo(text));
    }
}
