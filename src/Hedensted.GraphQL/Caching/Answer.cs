using System.Globalization;
using System.Security.Cryptography;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Caching;

/// <summary>A finished answer: either one that is kept, whose bytes never change, or one made for a single request.</summary>
internal sealed class Answer : IDisposable
{
    private readonly GraphQLResponse? _response;
    private readonly ReadOnlyMemory<byte> _document;
    private readonly byte[] _body = [];
    private byte[]? _documentHash;
    private string? _etag;
    private string? _validUntilText;

    /// <summary>An answer for one request; its buffer is given back when it is disposed.</summary>
    /// <param name="response">What the engine made.</param>
    /// <param name="validUntil">The moment that it is true until within its edition; null for as long as the edition lasts.</param>
    /// <param name="document">The document that it answers, in bytes that stay until it is disposed.</param>
    public Answer(GraphQLResponse response, DateTimeOffset? validUntil, ReadOnlyMemory<byte> document)
    {
        (_response, _document, ValidUntil) = (response, document, validUntil);
        (Kind, FirstErrorCode, Cost, OperationName) = (response.Kind, response.FirstErrorCode, response.Cost, response.OperationName);
    }

    /// <summary>An answer that no operation made, e.g. a feed.</summary>
    /// <param name="body">Its bytes, which never change.</param>
    /// <param name="validUntil">The moment that it is true until within its edition; null for as long as the edition lasts.</param>
    /// <param name="trueSince">The latest moment at which the clock changed it within its edition; null when the clock never does.</param>
    /// <param name="cost">What making it costs, in objects.</param>
    public Answer(byte[] body, DateTimeOffset? validUntil, DateTimeOffset? trueSince, long cost) =>
        (_body, ValidUntil, TrueSince, Cost) = (body, validUntil, trueSince, cost);

    private Answer(Answer made, CacheKey key)
    {
        Key = key;
        (Kind, FirstErrorCode, ValidUntil, TrueSince) = (made.Kind, made.FirstErrorCode, made.ValidUntil, made.TrueSince);
        (Cost, OperationName) = (made.Cost, made.OperationName);

        // The document's own bytes belong to the request.
        _documentHash = made.DocumentHash;
        _body = made.Body.ToArray();
        Variants = new CompressedVariants(_body);
    }

    /// <summary>The JSON in UTF-8; of an answer for one request until it is disposed.</summary>
    public ReadOnlyMemory<byte> Body => _response?.Body ?? _body;

    /// <summary>What became of the request.</summary>
    public ResponseKind Kind { get; init; }

    /// <summary>The code of the first error.</summary>
    public string? FirstErrorCode { get; }

    /// <summary>The moment that it is true until within its edition; null for as long as the edition lasts.</summary>
    public DateTimeOffset? ValidUntil { get; }

    /// <summary><see cref="ValidUntil"/> as RFC 3339, UTC; written once, not once a request.</summary>
    public string? ValidUntilText => _validUntilText ??= ValidUntil?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The latest moment at which the clock changed it within its edition; null when nobody asked.</summary>
    public DateTimeOffset? TrueSince { get; }

    /// <summary>The question that it is kept for; null for an answer that is made for one request.</summary>
    public CacheKey? Key { get; }

    /// <summary>The body for clients that can unpack it; null for an answer that is made for one request.</summary>
    public CompressedVariants? Variants { get; }

    /// <summary>What the operation costs with its variables, in objects; 0 when it never came so far.</summary>
    public long Cost { get; }

    /// <summary>The name of the operation that ran; null when it has none or none ran.</summary>
    public string? OperationName { get; }

    /// <summary>SHA-256 of the document that it answers.</summary>
    public byte[] DocumentHash => _documentHash ??= SHA256.HashData(_document.Span);

    /// <summary>Tells the content apart: the same bytes have the same tag in every edition and on every node.</summary>
    public string ETag => _etag ??= $"\"{Convert.ToHexStringLower(SHA256.HashData(Body.Span).AsSpan(0, 12))}\"";

    /// <summary>Whether it is still true at this moment.</summary>
    public bool IsTrueAt(DateTimeOffset moment) => ValidUntil is null || moment < ValidUntil;

    /// <summary>The same answer with bytes of its own, to be kept.</summary>
    public Answer Keep(CacheKey key) => new(this, key);

    /// <summary>Gives the buffer back; does nothing to an answer that is kept.</summary>
    public void Dispose() => _response?.Dispose();
}
