using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Documents that clients have sent once, by their hash; bounded in bytes, the least used go first.</summary>
/// <remarks>What is kept is only ever a document whose hash was computed here, so nobody can make a name mean another document.</remarks>
internal sealed class PersistedQueryStore : IDisposable
{
    // A key of 64 characters, and what the cache keeps beside each entry.
    private const int EntryBytes = 400;
    private readonly MemoryCache? _documents;

    public PersistedQueryStore(IOptions<PersistedQueryOptions> options)
    {
        if (options.Value.StoreBytes > 0)
        {
            _documents = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.StoreBytes, TrackStatistics = true });
        }
    }

    /// <summary>Whether documents are kept at all.</summary>
    public bool IsOpen => _documents is not null;

    /// <summary>Size of what is kept, in bytes.</summary>
    public long Bytes => _documents?.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    /// <summary>The document with this hash, if it is still known.</summary>
    public byte[]? Find(string hash) => _documents?.Get<byte[]>(hash);

    /// <summary>Keeps a document whose hash the caller has computed.</summary>
    public void Add(string hash, ReadOnlySpan<byte> document)
    {
        if (_documents is not null && !_documents.TryGetValue(hash, out _))
        {
            _documents.Set(hash, document.ToArray(), new MemoryCacheEntryOptions { Size = document.Length + EntryBytes });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _documents?.Dispose();
}
