using System.Collections.Concurrent;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Caching;

/// <summary>The answers that are kept of one edition, by question and by the bytes of requests, within a budget.</summary>
/// <remarks>They leave in the order they came, except that one asked for since the last look stays for another round.</remarks>
/// <param name="edition">The edition.</param>
/// <param name="capacity">Room in bytes.</param>
internal sealed class AnswerTable(Edition edition, long capacity)
{
    private const int EntryOverhead = 400;
    private const int MaxRequestsOfOne = 4;

    /// <summary>One answer must not push out everything else.</summary>
    private readonly long _largest = capacity / 8;

    private readonly ConcurrentDictionary<CacheKey, Entry> _byKey = new();
    private readonly ConcurrentDictionary<byte[], Entry> _byRequest = new(ByteSequenceComparer.Instance);
    private readonly LinkedList<Entry> _queue = new();
    private readonly Lock _changing = new();
    private long _bytes;

    public Edition Edition => edition;

    public long Bytes => Volatile.Read(ref _bytes);

    public Answer? Find(CacheKey key, DateTimeOffset now) => _byKey.TryGetValue(key, out var entry) ? Touch(entry, now) : null;

    public Answer? Find(ReadOnlySpan<byte> request, DateTimeOffset now) =>
        _byRequest.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(request, out var entry) ? Touch(entry, now) : null;

    /// <summary>Whether an answer of this size may be kept.</summary>
    public bool Takes(int bytes) => bytes + EntryOverhead <= _largest;

    /// <summary>Keeps an answer, in the place of an older one to the same question.</summary>
    public void Add(CacheKey key, Answer kept)
    {
        lock (_changing)
        {
            if (_byKey.TryGetValue(key, out var before))
            {
                Remove(before);
            }

            var entry = new Entry(key, kept);
            _byKey[key] = entry;
            _queue.AddLast(entry.Place);
            Take(entry, kept.Body.Length + EntryOverhead);
            MakeRoom();
        }
    }

    public void Remember(CacheKey key, ReadOnlySpan<byte> request, Answer kept)
    {
        lock (_changing)
        {
            if (!_byKey.TryGetValue(key, out var entry) || !ReferenceEquals(entry.Answer, kept) || entry.Requests.Count >= MaxRequestsOfOne)
            {
                return;
            }

            var copy = request.ToArray();
            if (_byRequest.TryAdd(copy, entry))
            {
                entry.Requests.Add(copy);
                Take(entry, copy.Length + EntryOverhead);
                MakeRoom();
            }
        }
    }

    private static Answer? Touch(Entry entry, DateTimeOffset now)
    {
        if (!entry.Answer.IsTrueAt(now))
        {
            return null;
        }

        entry.WasUsed = true;
        return entry.Answer;
    }

    private void Take(Entry entry, int bytes)
    {
        entry.Bytes += bytes;
        Interlocked.Add(ref _bytes, bytes);
    }

    private void MakeRoom()
    {
        while (Bytes > capacity && _queue.First?.Value is { } oldest)
        {
            if (oldest.WasUsed)
            {
                oldest.WasUsed = false;
                _queue.RemoveFirst();
                _queue.AddLast(oldest.Place);
                continue;
            }

            Remove(oldest);
        }
    }

    private void Remove(Entry entry)
    {
        _queue.Remove(entry.Place);
        _byKey.TryRemove(new(entry.Key, entry));
        foreach (var request in entry.Requests)
        {
            _byRequest.TryRemove(new(request, entry));
        }

        Interlocked.Add(ref _bytes, -entry.Bytes);
    }

    private sealed class Entry
    {
        public Entry(CacheKey key, Answer answer)
        {
            (Key, Answer) = (key, answer);
            Place = new LinkedListNode<Entry>(this);
        }

        public CacheKey Key { get; }

        public Answer Answer { get; }

        public LinkedListNode<Entry> Place { get; }

        public List<byte[]> Requests { get; } = [];

        public long Bytes { get; set; }

        public bool WasUsed { get; set; }
    }
}
