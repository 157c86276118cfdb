using System.Buffers;
using System.Globalization;
using System.Text;

namespace Hedensted.GraphQL.Engine.Language;

/// <summary>What string tokens mean: escapes resolved, block strings dedented.</summary>
/// <remarks>See <see href="https://spec.graphql.org/September2025/#sec-String-Value.Semantics">String value semantics</see>.</remarks>
internal static class StringLiteral
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r"];

    /// <param name="source">The document.</param>
    /// <param name="token">A string or block string token of it.</param>
    public static string Decode(ReadOnlySpan<byte> source, Token token) => token.Kind == TokenKind.BlockString
        ? Dedent(Encoding.UTF8.GetString(source[(token.Start + 3)..(token.End - 3)]).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal))
        : Unescape(source[(token.Start + 1)..(token.End - 1)], token.Start + 1);

    private static string Unescape(ReadOnlySpan<byte> raw, int offset)
    {
        if (!raw.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new StringBuilder(raw.Length);
        while (raw.IndexOf((byte)'\\') is var stop and >= 0)
        {
            text.Append(Encoding.UTF8.GetString(raw[..stop]));
            raw = raw[stop..];
            offset += stop;
            var length = Escape(raw, offset, text);
            raw = raw[length..];
            offset += length;
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    /// <summary>The length of the escape at the start of <paramref name="raw"/>; refuses one that stands for nothing.</summary>
    /// <exception cref="SyntaxException">The escape is unknown, incomplete, or half a character.</exception>
    public static int EscapeLength(ReadOnlySpan<byte> raw, int offset) => Escape(raw, offset, text: null);

    /// <summary>Appends what the escape at the start of <paramref name="raw"/> stands for and answers its length.</summary>
    private static int Escape(ReadOnlySpan<byte> raw, int offset, StringBuilder? text)
    {
        var character = raw.Length > 1 ? raw[1] : (byte)0;
        if (character == 'u')
        {
            return UnicodeEscape(raw, offset, text);
        }

        char? meaning = character switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => null,
        };
        text?.Append(meaning);
        return meaning is null
            ? throw new SyntaxException(ErrorCodes.Syntax, "Unknown escape in a string; write '\\\\' for a backslash.", offset)
            : 2;
    }

    private static int UnicodeEscape(ReadOnlySpan<byte> raw, int offset, StringBuilder? text)
    {
        int value;
        if (raw.Length > 2 && raw[2] == '{')
        {
            var close = raw.IndexOf((byte)'}');
            if (close > 3 && TryHex(raw[3..close].TrimStart((byte)'0'), out value) && Rune.IsValid(value))
            {
                text?.Append(new Rune(value).ToString());
                return close + 1;
            }

            throw Invalid(offset);
        }

        if (raw.Length < 6 || !TryHex(raw[2..6], out value))
        {
            throw Invalid(offset);
        }

        if (Rune.IsValid(value))
        {
            text?.Append((char)value);
            return 6;
        }

        // A leading surrogate must be followed by its trailing half; alone, neither is a character.
        if (char.IsHighSurrogate((char)value)
            && raw.Length >= 12 && raw[6] == '\\' && raw[7] == 'u'
            && TryHex(raw[8..12], out var low) && char.IsLowSurrogate((char)low))
        {
            text?.Append((char)value).Append((char)low);
            return 12;
        }

        throw Invalid(offset);
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        return digits.IsEmpty || (digits.Length <= 8
            && digits.IndexOfAnyExcept(HexDigits) < 0
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            && value >= 0);
    }

    private static SyntaxException Invalid(int offset) =>
        new(ErrorCodes.Syntax, "Invalid Unicode escape in a string; write \\uXXXX or \\u{X} with the code of a character.", offset);

    private static string Dedent(string raw)
    {
        var lines = raw.Split(LineBreaks, StringSplitOptions.None);
        var common = int.MaxValue;
        for (var i = 1; i < lines.Length; i++)
        {
            var indent = Indent(lines[i]);
            if (indent < lines[i].Length)
            {
                common = Math.Min(common, indent);
            }
        }

        for (var i = 1; common != int.MaxValue && i < lines.Length; i++)
        {
            lines[i] = lines[i].Length < common ? "" : lines[i][common..];
        }

        var first = 0;
        var last = lines.Length - 1;
        while (first <= last && Indent(lines[first]) == lines[first].Length)
        {
            first++;
        }

        while (last >= first && Indent(lines[last]) == lines[last].Length)
        {
            last--;
        }

        return string.Join('\n', lines[first..(last + 1)]);
    }

    private static int Indent(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is (' ' or '\t'))
        {
            i++;
        }

        return i;
    }
}
