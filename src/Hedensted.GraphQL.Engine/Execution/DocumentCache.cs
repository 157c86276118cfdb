using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Compiled documents by their exact bytes, within a budget of bytes.</summary>
/// <remarks>
/// Entries leave in the order they came, except that one asked for since the last look stays for another round. A flood of
/// documents that are never repeated therefore pushes itself out, not what is used.
/// </remarks>
internal sealed class DocumentCache
{
    private readonly long _budget;
    private readonly ConcurrentDictionary<byte[], Entry> _entries = new(ByteSequenceComparer.Instance);
    private readonly ConcurrentDictionary<byte[], Entry>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly Queue<Entry> _queue = new();
    private readonly Lock _lock = new();
    private long _bytes;

    public DocumentCache(long budget)
    {
        _budget = budget;
        _lookup = _entries.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Estimated size of what is kept.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public bool TryGet(ReadOnlySpan<byte> source, [MaybeNullWhen(false)] out CompiledDocument document)
    {
        if (_lookup.TryGetValue(source, out var entry))
        {
            entry.WasUsed = true;
            document = entry.Document;
            return true;
        }

        document = null;
        return false;
    }

    public void Add(byte[] source, CompiledDocument document)
    {
        // One document must not push out everything else.
        if (document.EstimatedBytes > _budget / 8)
        {
            return;
        }

        lock (_lock)
        {
            var entry = new Entry(source, document);
            if (!_entries.TryAdd(source, entry))
            {
                return;
            }

            _queue.Enqueue(entry);
            _bytes += document.EstimatedBytes;
            while (_bytes > _budget && _queue.TryDequeue(out var oldest))
            {
                if (oldest.WasUsed)
                {
                    oldest.WasUsed = false;
                    _queue.Enqueue(oldest);
                    continue;
                }

                _entries.TryRemove(oldest.Source, out _);
                _bytes -= oldest.Document.EstimatedBytes;
            }
        }
    }

    private sealed class Entry(byte[] source, CompiledDocument document)
    {
        public byte[] Source { get; } = source;

        public CompiledDocument Document { get; } = document;

        public bool WasUsed { get; set; }
    }
}
