using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Documents that the operator vouches for, by their hash (<c>sha256:…</c>) and by the names they were given.</summary>
/// <remarks>See <see href="https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md">Persisted documents</see>.</remarks>
internal sealed class TrustedDocuments
{
    private readonly FrozenDictionary<string, byte[]> _byId;

    /// <param name="options">Where they come from.</param>
    /// <exception cref="OptionsValidationException">The folder cannot be used; the message says what to mend.</exception>
    public TrustedDocuments(IOptions<TrustedDocumentOptions> options)
    {
        var (documents, faults) = TrustedFolder.Read(options.Value.Folder);
        if (faults.Count > 0)
        {
            throw new OptionsValidationException(TrustedDocumentOptions.Section, typeof(TrustedDocumentOptions), faults);
        }

        var byId = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (id, document) in options.Value.BuiltIn.Concat(documents))
        {
            var bytes = Encoding.UTF8.GetBytes(document);
            byId[id] = bytes;
            byId[DocumentHash.Prefix + DocumentHash.Of(bytes)] = bytes;
        }

        _byId = byId.ToFrozenDictionary(StringComparer.Ordinal);
        All = [.. byId.Where(entry => entry.Key.StartsWith(DocumentHash.Prefix, StringComparison.Ordinal)).Select(entry => entry.Value)];
    }

    /// <summary>Every document once.</summary>
    public IReadOnlyList<byte[]> All { get; }

    /// <summary>The document with this identifier; null when there is none.</summary>
    public byte[]? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether a document is, byte for byte, one of them.</summary>
    public bool Contains(ReadOnlySpan<byte> document) => _byId.ContainsKey(DocumentHash.Prefix + DocumentHash.Of(document));
}
