using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>Tokens of 256 random bits that mean nothing by themselves. The database knows their hashes only.</summary>
internal static class OpaqueToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The token that follows <paramref name="token"/> in a session.</summary>
    /// <remarks>
    /// Derived instead of drawn, so that tabs which refresh at the same moment get the same answer although nothing but hashes
    /// is stored. Without the session's secret nobody can compute it; without a token the secret is worth nothing.
    /// </remarks>
    public static string Successor(Session session, string token, string kind) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(session.Secret.Span, Encoding.UTF8.GetBytes($"{kind}:{token}")));

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(Bytes);
}
