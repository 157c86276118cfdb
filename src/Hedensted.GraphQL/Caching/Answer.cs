using System.Globalization;
using System.Security.Cryptography;
using Hedensted.Content.Changes;
using Hedensted.GraphQL.Caching.Shared;
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
    /// <param name="read">What it was read from.</param>
    /// <param name="document">The document that it answers, in bytes that stay until it is disposed.</param>
    public Answer(GraphQLResponse response, DateTimeOffset? validUntil, Areas read, ReadOnlyMemory<byte> document)
    {
        (_response, _document, ValidUntil, Read) = (response, document, validUntil, read);
        (Kind, FirstErrorCode, Cost, OperationName) = (response.Kind, response.FirstErrorCode, response.Cost, response.OperationName);
    }

    /// <summary>An answer that no operation made, e.g. a feed.</summary>
    /// <param name="body">Its bytes, which never change.</param>
    /// <param name="validUntil">The moment that it is true until within its edition; null for as long as the edition lasts.</param>
    /// <param name="trueSince">The latest moment at which the clock changed it within its edition; null when the clock never does.</param>
    /// <param name="read">What it was read from.</param>
    /// <param name="cost">What making it costs, in objects.</param>
    public Answer(byte[] body, DateTimeOffset? validUntil, DateTimeOffset? trueSince, Areas read, long cost) =>
        (_body, ValidUntil, TrueSince, Read, Cost) = (body, validUntil, trueSince, read, cost);

    /// <summary>An answer that another node made and that is kept here, too.</summary>
    public Answer(SharedAnswer shared, AnswerAgain? again)
    {
        (Key, Again) = (shared.Key, again);
        (Kind, ValidUntil, TrueSince, Read, AsOf, MadeAt) = (ResponseKind.Success, shared.ValidUntil, shared.TrueSince, shared.Read, shared.AsOf, shared.MadeAt);
        (Cost, OperationName, _documentHash) = (shared.Cost, shared.OperationName, shared.DocumentHash);
        _body = shared.Body;
        Variants = new CompressedVariants(_body, shared.Brotli);
    }

    private Answer(Answer made, CacheKey key, ChangePosition asOf, DateTimeOffset madeAt, AnswerAgain? again)
    {
        (Key, AsOf, MadeAt, Again) = (key, asOf, madeAt, again);
        (Kind, FirstErrorCode, ValidUntil, TrueSince, Read) = (made.Kind, made.FirstErrorCode, made.ValidUntil, made.TrueSince, made.Read);
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

    /// <summary>What it was read from.</summary>
    public Areas Read { get; }

    /// <summary>The position of the edition that it was made from; of one that is kept.</summary>
    public ChangePosition AsOf { get; }

    /// <summary>The moment that it was seen from; of one that is kept.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>What makes it once more; null when nothing can, and of an answer for one request.</summary>
    public AnswerAgain? Again { get; }

    /// <summary>Whether it lacks something through a fault of ours, which may be over when it is asked for again.</summary>
    public bool IsFaulty => Kind != ResponseKind.Success && FirstErrorCode is "INTERNAL_ERROR" or "TIMED_OUT";

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

    /// <summary>Whether it is true at this moment; of one that is kept.</summary>
    public bool IsTrueAt(DateTimeOffset moment) => new Validity(MadeAt, ValidUntil).Holds(moment);

    /// <summary>The same answer with bytes of its own, to be kept.</summary>
    /// <param name="key">The question.</param>
    /// <param name="asOf">The position of the edition that it was made from.</param>
    /// <param name="madeAt">The moment that it was seen from.</param>
    /// <param name="again">What makes it once more.</param>
    public Answer Keep(CacheKey key, ChangePosition asOf, DateTimeOffset madeAt, AnswerAgain? again) => new(this, key, asOf, madeAt, again);

    /// <summary>Gives the buffer back; does nothing to an answer that is kept.</summary>
    public void Dispose() => _response?.Dispose();
}
