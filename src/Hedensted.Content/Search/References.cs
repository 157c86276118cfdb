using System.Runtime.InteropServices;

namespace Hedensted.Content.Search;

/// <summary>The term by which a document is found that refers to another: no word that anybody could write.</summary>
internal static class References
{
    // Unicode's area for private use: its characters are in no word.
    private const char First = '\uE000';

    public static string TermOf(Guid key) => string.Create(16, key, static (term, key) =>
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in key));
        for (var index = 0; index < term.Length; index++)
        {
            term[index] = (char)(First + bytes[index]);
        }
    });
}
