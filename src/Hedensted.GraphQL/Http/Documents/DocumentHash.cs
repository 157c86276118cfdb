using System.Security.Cryptography;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Names of documents that follow from their bytes: SHA-256 in lower-case hexadecimal digits.</summary>
internal static class DocumentHash
{
    /// <summary>What a document identifier of this kind begins with.</summary>
    public const string Prefix = "sha256:";

    private const int Digits = 64;

    /// <summary>The hash of a document, 64 digits.</summary>
    public static string Of(ReadOnlySpan<byte> document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Whether a text can be such a hash; upper-case digits are none, so that a document has one name.</summary>
    public static bool IsOne(string text) => text.Length == Digits && text.All(digit => char.IsAsciiHexDigitLower(digit) || char.IsAsciiDigit(digit));
}
