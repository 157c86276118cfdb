using System.Buffers;
using System.Text;

namespace Hedensted.GraphQL.Feeds.Icalendar;

/// <summary>Writes content lines of <see href="https://www.rfc-editor.org/rfc/rfc5545#section-3.1">RFC 5545 §3.1</see>: in UTF-8, folded at 75 octets and never inside a character.</summary>
internal sealed class ContentLines
{
    private const int Longest = 75;
    private readonly ArrayBufferWriter<byte> _written = new(4_096);

    /// <summary>What was written so far.</summary>
    public byte[] ToArray() => _written.WrittenSpan.ToArray();

    /// <summary>A line whose value is written as it is: dates, addresses, words of the RFC. A line break in it is left out.</summary>
    public void Line(string name, string value) => Write($"{name}:{Plain(value)}");

    /// <summary>A line with text (§3.3.11); none without.</summary>
    public void Text(string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Write($"{name}:{Escape(text)}");
        }
    }

    /// <summary>A line with several texts.</summary>
    public void Texts(string name, IEnumerable<string> texts) => Write($"{name}:{string.Join(',', texts.Select(Escape))}");

    /// <summary>The value of a parameter in quotes (§3.2): it can hold neither quotes nor control characters.</summary>
    public static string Quoted(string value) => $"\"{Plain(value).Replace('"', '\'')}\"";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            _ = character switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(character),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(character),
                _ => char.IsControl(character) ? escaped : escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    private static string Plain(string value) => value.Any(char.IsControl) ? string.Concat(value.Where(character => !char.IsControl(character))) : value;

    private void Write(string line)
    {
        var octets = Encoding.UTF8.GetBytes(line).AsSpan();
        var room = Longest;
        while (octets.Length > room)
        {
            var end = room;
            while ((octets[end] & 0b1100_0000) == 0b1000_0000)
            {
                end--;
            }

            _written.Write(octets[..end]);
            _written.Write("\r\n "u8);
            octets = octets[end..];
            room = Longest - 1; // the space counts
        }

        _written.Write(octets);
        _written.Write("\r\n"u8);
    }
}
