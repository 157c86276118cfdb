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
                < ' ' or '\u007f' => quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The text as a block string whose lines start with <paramref name="indent"/>; null when a block string cannot say it exactly.</summary>
    public static string? Block(string text, string indent)
    {
        var lines = text.Split('\n');
        var hasControls = text.Any(character => character < ' ' && character is not ('\n' or '\t'));

        // Blank first or last lines would be trimmed, and a first line that is indented would set the common indentation.
        if (hasControls || string.IsNullOrWhiteSpace(lines[0]) || string.IsNullOrWhiteSpace(lines[^1]) || lines[0][0] is ' ' or '\t')
        {
            return null;
        }

        var block = new StringBuilder("\"\"\"\n");
        foreach (var line in lines)
        {
            block.Append(line.Length == 0 ? "" : indent).Append(line.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal)).Append('\n');
        }

        return block.Append(indent).Append("\"\"\"").ToString();
    }
}
