namespace Hedensted.GraphQL.Http;

/// <summary>Entity tags of one answer in its encodings; see <see href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110 §8.8.3</see>.</summary>
internal static class EntityTags
{
    /// <summary>The tag of an encoded body: <c>"abc"</c> in Brotli is <c>"abc-br"</c>.</summary>
    public static string Of(string tag, string encoding) => $"{tag.AsSpan(0, tag.Length - 1)}-{encoding}\"";

    /// <summary>Whether a client that sends these tags (<c>If-None-Match</c>) has the content already, in whatever encoding.</summary>
    /// <param name="tags">The header's value.</param>
    /// <param name="tag">The tag of the body as it is.</param>
    public static bool Match(string tags, string tag) => tags == "*" || tags
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(candidate => IsOf(candidate.StartsWith("W/", StringComparison.Ordinal) ? candidate.AsSpan(2) : candidate, tag));

    private static bool IsOf(ReadOnlySpan<char> candidate, string tag) =>
        candidate.SequenceEqual(tag)
        || (candidate.StartsWith(tag.AsSpan(0, tag.Length - 1)) && candidate[(tag.Length - 1)..] is "-br\"" or "-gzip\"");
}
