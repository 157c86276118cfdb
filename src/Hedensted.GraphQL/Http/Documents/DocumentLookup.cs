using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Finds the document that a request means, by text, by identifier or by hash, and holds the door when only trusted ones may pass.</summary>
internal sealed class DocumentLookup(TrustedDocuments trusted, PersistedQueryStore store, IOptions<TrustedDocumentOptions> options)
{
    // Apollo's clients look for this text, whatever the code is.
    private static readonly Refusal NotFound = new("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
    private static readonly Refusal NotSupported = new("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");

    private static readonly Refusal OtherHash = new(
        "PERSISTED_QUERY_HASH_MISMATCH", "provided sha does not match query", StatusCodes.Status400BadRequest);

    private static readonly Refusal NoDocument = Refusal.BadRequest("Give the document in query, or name a persisted one in documentId.");

    private static readonly Refusal Unknown = new(
        "DOCUMENT_NOT_FOUND", "No document is kept under that documentId; send the document itself, or have it trusted.");

    private static readonly Refusal NotTrusted = new(
        "DOCUMENT_NOT_TRUSTED", "Only trusted documents are answered here; ask the operator to trust yours.", StatusCodes.Status403Forbidden);

    /// <summary>The document to run.</summary>
    /// <param name="question">The request.</param>
    /// <param name="hash">The hash to <see cref="Keep"/> the document under when it has proven to be one; null when it need not be kept.</param>
    /// <param name="refusal">Why there is none.</param>
    public ReadOnlyMemory<byte> Find(HttpQuestion question, out string? hash, out Refusal? refusal)
    {
        (hash, refusal) = (null, null);
        var document = question switch
        {
            { PersistedQuery: { } query } => ByHash(question.Document, query, ref hash, ref refusal),
            { DocumentId: { } id } => ById(question.Document, id, ref hash, ref refusal),
            _ => question.Document,
        };
        if (refusal is null && document.IsEmpty)
        {
            refusal = NoDocument;
        }
        else if (refusal is null && options.Value.Only && !trusted.Contains(document.Span))
        {
            refusal = NotTrusted;
        }

        return document;
    }

    /// <summary>Keeps a document that ran, so that the next request need only name it.</summary>
    public void Keep(string hash, ReadOnlySpan<byte> document) => store.Add(hash, document);

    private ReadOnlyMemory<byte> ByHash(ReadOnlyMemory<byte> document, PersistedQuery query, ref string? hash, ref Refusal? refusal)
    {
        if (query.Version != 1)
        {
            refusal = NotSupported;
            return default;
        }

        if (document.IsEmpty)
        {
            var known = trusted.Find(DocumentHash.Prefix + query.Hash) ?? store.Find(query.Hash);
            refusal = known is not null ? null : store.IsOpen && !options.Value.Only ? NotFound : NotSupported;
            return known;
        }

        return Registered(document, query.Hash, ref hash, ref refusal);
    }

    private ReadOnlyMemory<byte> ById(ReadOnlyMemory<byte> document, string id, ref string? hash, ref Refusal? refusal)
    {
        var isHash = id.StartsWith(DocumentHash.Prefix, StringComparison.Ordinal);
        if (document.IsEmpty)
        {
            var known = trusted.Find(id) ?? (isHash ? store.Find(id[DocumentHash.Prefix.Length..]) : null);
            refusal = known is null ? Unknown : null;
            return known;
        }

        if (isHash)
        {
            return Registered(document, id[DocumentHash.Prefix.Length..], ref hash, ref refusal);
        }

        refusal = trusted.Find(id) is { } named && document.Span.SequenceEqual(named)
            ? null
            : Refusal.BadRequest("The documentId does not name the document in query; give one of them.");
        return document;
    }

    private static ReadOnlyMemory<byte> Registered(ReadOnlyMemory<byte> document, string claimed, ref string? hash, ref Refusal? refusal)
    {
        if (DocumentHash.Of(document.Span) == claimed)
        {
            hash = claimed;
        }
        else
        {
            refusal = OtherHash;
        }

        return document;
    }
}
