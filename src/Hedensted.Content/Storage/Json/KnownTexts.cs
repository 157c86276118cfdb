using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Hedensted.Content.Storage.Json;

/// <summary>One string for each alias and culture, however many documents they stand in.</summary>
/// <remarks>The runtime's own table of strings has one lock, which a start that reads a hundred thousand documents would stand at most of the time.</remarks>
internal static class KnownTexts
{
    private const int MaxLength = 128;
    private const int MaxCount = 10_000;
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text of a JSON string; null for a JSON null.</summary>
    public static string? Of(JsonElement text)
    {
        if (text.ValueKind != JsonValueKind.String)
        {
            return text.GetString();
        }

        var quoted = JsonMarshal.GetRawUtf8Value(text);
        if (quoted.Length > MaxLength || quoted.Contains((byte)'\\'))
        {
            return text.GetString();
        }

        Span<char> characters = stackalloc char[MaxLength];
        var length = Encoding.UTF8.GetChars(quoted[1..^1], characters);
        if (BySpan.TryGetValue(characters[..length], out var known))
        {
            return known;
        }

        var read = new string(characters[..length]);
        return Texts.Count < MaxCount ? Texts.GetOrAdd(read, read) : read;
    }
}
