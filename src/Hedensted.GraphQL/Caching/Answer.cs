using System.Security.Cryptography;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Caching;

/// <summary>A finished answer; its bytes never change.</summary>
/// <param name="body">The JSON in UTF-8.</param>
/// <param name="kind">What became of the request.</param>
/// <param name="firstErrorCode">The code of the first error.</param>
/// <param name="validUntil">The moment that it is true until within its edition; null for as long as the edition lasts.</param>
internal sealed class Answer(byte[] body, ResponseKind kind, string? firstErrorCode, DateTimeOffset? validUntil)
{
    private string? _etag;

    public byte[] Body => body;

    public ResponseKind Kind => kind;

    public string? FirstErrorCode => firstErrorCode;

    public DateTimeOffset? ValidUntil => validUntil;

    /// <summary>What the operation costs with its variables, in objects; 0 when it never came so far.</summary>
    public long Cost { get; init; }

    /// <summary>The name of the operation that ran; null when it has none or none ran.</summary>
    public string? OperationName { get; init; }

    /// <summary>Tells the content apart: the same bytes have the same tag in every edition and on every node.</summary>
    public string ETag => _etag ??= $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
}
