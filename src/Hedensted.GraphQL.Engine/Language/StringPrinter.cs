using System.Globalization;
using System.Text;

namespace Hedensted.GraphQL.Engine.Language;

/// <summary>Writes strings as GraphQL literals.</summary>
internal static class StringPrinter
{
    /// <summary>The text between quotes, escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= '\u007f' and <= '\u009f') => quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Whether a block string says exactly this text: no controls, no blank first or last line, no indentation shared by all lines.</summary>
    public static bool CanBeBlock(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        if (text.Any(character => character is <= '\u000f' and not ('\n' or '\t')))
        {
            return false;
        }

        var lines = text.Split('\n');
        return (lines.Length == 1 || !IsBlank(lines[0])) && !IsBlank(lines[^1])
            && (lines.Length == 1 || lines.Any(line => !IsBlank(line) && line[0] is not (' ' or '\t')));
    }

    /// <summary>The text as a block string in the form of the reference implementation: one line when it is short and unambiguous.</summary>
    public static string Block(string text)
    {
        var escaped = text.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split('\n');
        var isSingle = lines.Length == 1;
        var mustLead = !isSingle && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsTripled = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var mustTrail = (text.EndsWith('"') && !endsTripled) || text.EndsWith('\\');
        var isTall = !isSingle || text.Length > 70 || mustTrail || mustLead || endsTripled;
        var startsIndented = isSingle && text is [' ' or '\t', ..];
        var lead = (isTall && !startsIndented) || mustLead ? "\n" : "";
        var trail = isTall || mustTrail ? "\n" : "";
        return $"\"\"\"{lead}{escaped}{trail}\"\"\"";
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim(" \t").IsEmpty;
}
