using System.Text.Json;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Apollo's extension <c>persistedQuery</c>: the client knows the document's hash, and sends the document when the server does not.</summary>
/// <param name="Version">The version of the protocol; 1 is the only one there is.</param>
/// <param name="Hash">SHA-256 of the document, 64 hexadecimal digits.</param>
internal sealed record PersistedQuery(int Version, string Hash)
{
    /// <summary>Reads the extension; null when it is not in order.</summary>
    public static PersistedQuery? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number)
            || !json.TryGetProperty("sha256Hash", out var hash) || hash.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var digits = hash.GetString()!.ToLowerInvariant();
        return DocumentHash.IsOne(digits) ? new PersistedQuery(number, digits) : null;
    }
}
