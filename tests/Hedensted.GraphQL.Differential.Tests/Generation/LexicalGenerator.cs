namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>Documents at the edges of the lexical grammar: numbers, strings, escapes, blocks, comments, marks and characters of every kind.</summary>
internal sealed class LexicalGenerator(Dice dice)
{
    private static readonly string[] InString =
    [
        "a", "é", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\b\\f\\r\\t", "\\u00e6", "\\uD83D\\uDE00", "\\uD83D", "\\uDE00", "\\uD83Dx", "\\u{1F600}", "\\u{0}", "\\u{110000}", "\\u{D83D}",
        "\\u{}", "\\u{41", "\\u{00000041}", "\\u00g0", "\\x", "\\", "\t", "\u0007", "\u007f", "\u0085", "\u2028", "#", ",", "'", "\uFEFF", "\uFFFF", "{", "}", "\\u{10FFFF}", "\\u{000041}", "\\ud83d\\u{DE00}",
    ];

    private static readonly string[] InBlock =
        ["a", "é", "😀", "\n", "\r\n", "\r", "  ", "\t", "\\\"\"\"", "\"", "\"\"", "\\", "\\n", "\\u00e6", "\n    deep", "\n  ", "\n\n", "#", "\u0007", "\u2028", " \n", "\n\t tab", "x\n"];

    private static readonly string[] Numbers =
        ["0", "-0", "00", "01", "-01", "1", "-", "--1", "+1", "1.", ".5", "1.5", "1.5.5", "1e", "1e5", "1E+5", "1e-5", "1e+", "1.e5", "0.0", "0e0", "1x", "0x1F", "1_000", "1e5x", "-1.5E-10", "1..2", "1...", "1\"a\"", "1{", "1,2",
         "9007199254740993", "2147483648", "123456789012345678901234567890", "0.1e-5", "-a", "1é", "1.5é", "1#", "1$"];

    private static readonly string[] Anywhere =
        [" ", "\n", "\r\n", "\r", "\t", ",", ",,", "#", "# c\n", "# é😀\r", "\uFEFF", "{", "}", "a", "_", "_1", "é", "😀", "...", "..", ".", "....", "\"", "\"\"", "\"\"\"", "'", "`", "%", "?", "<", ";", "\\", "/", "*", "~", "^",
         "\u0000", "\u0007", "\u007f", "\u00a0", "\u2028", "a:", "$", "!", "&", "|", "@", "=", "(", ")", "[", "]", "-", "+", "query", "on", "fragment", "1", "true"];

    public string Generate() => dice.Below(7) switch
    {
        0 or 1 => $"{{ echo(text: \"{Some(InString, 4)}\") }}",
        2 or 3 => $"{{ echo(text: \"\"\"{Some(InBlock, 7)}\"\"\") }}",
        4 => $"{{ echo(float: {dice.Pick(Numbers)}) }}",
        5 => $"{Some(Anywhere, 2)}{{ {Some(Anywhere, 2)} echo {Some(Anywhere, 2)} }}{Some(Anywhere, 2)}",
        _ => Some(Anywhere, 8),
    };

    private string Some(string[] pieces, int most) => string.Concat(Enumerable.Range(0, dice.Between(0, most)).Select(_ => dice.Pick(pieces)));
}
