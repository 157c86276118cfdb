using System.Text;

namespace Hedensted.GraphQL.Engine.Language;

/// <summary>A place in a document as people count it: line and column from 1, columns in UTF-16 units.</summary>
internal readonly record struct SourceLocation(int Line, int Column)
{
    /// <summary>The place of a byte; only worked out when an error is reported.</summary>
    public static SourceLocation Of(ReadOnlySpan<byte> source, int offset)
    {
        var before = source[..Math.Min(offset, source.Length)];
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < before.Length; i++)
        {
            var isCarriageReturn = before[i] == '\r';
            if (!isCarriageReturn && before[i] != '\n')
            {
                continue;
            }

            if (isCarriageReturn && i + 1 < source.Length && source[i + 1] == '\n')
            {
                i++;
            }

            line++;
            lineStart = i + 1;
        }

        var column = lineStart > before.Length ? 0 : Encoding.UTF8.GetCharCount(before[lineStart..]);
        return new SourceLocation(line, column + 1);
    }
}
