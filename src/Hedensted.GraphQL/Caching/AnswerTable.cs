using System.Collections.Concurrent;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Caching;

/// <summary>The answers that are kept, by question and by the bytes of requests, within a budget; each is given out for editions in which it would be made the same.</summary>
/// <remarks>
/// They leave in the order they came, except that one asked for since the last look stays for another round. One that is only outdated stays too, for the time
/// when it cannot be made anew; one from which something was withdrawn goes when it is met.
/// </remarks>
/// <param name="capacity">Room in bytes.</param>
internal sealed class AnswerTable(long capacity)
{
    private const int EntryOverhead = 450;
    private const int MaxRequestsOfOne = 4;

    /// <summary>How old an answer may be that is given out because it cannot be made anew.</summary>
    private static readonly TimeSpan LongestStale = TimeSpan.FromHours(24);

    /// <summary>One answer must not push out everything else.</summary>
    private readonly long _largest = capacity / 8;

    private readonly ConcurrentDictionary<CacheKey, Entry> _byKey = new();
    private readonly ConcurrentDictionary<byte[], Entry> _byRequest = new(ByteSequenceComparer.Instance);
    private readonly LinkedList<Entry> _queue = new();
    private readonly Lock _changing = new();
    private long _bytes;
    private Newest? _newest;

    public long Bytes => Volatile.Read(ref _bytes);

    public Answer? Find(Edition edition, CacheKey key, DateTimeOffset now) => _byKey.TryGetValue(key, out var entry) ? Fresh(entry, edition, now) : null;

    public Answer? Find(Edition edition, ReadOnlySpan<byte> request, DateTimeOffset now) =>
        _byRequest.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(request, out var entry) ? Fresh(entry, edition, now) : null;

    /// <summary>An answer that is outdated, but from which nothing was withdrawn: better than none.</summary>
    public Answer? FindStale(Edition edition, CacheKey key, DateTimeOffset now) =>
        _byKey.TryGetValue(key, out var entry)
        && AgesOf(edition) is var ages && IsOfLine(entry, ages) && IsDecent(entry.Answer, ages) && now - entry.Answer.MadeAt <= LongestStale
            ? entry.Answer
            : null;

    /// <summary>Answers that were given out since the last look and are not what they would be now, those asked for most first; and when the next one ceases to be.</summary>
    public (IReadOnlyList<Answer> Outdated, DateTimeOffset? Next) Wanted(Edition edition, DateTimeOffset now, int most)
    {
        var outdated = new List<(Answer Answer, int Uses)>();
        DateTimeOffset? next = null;
        foreach (var entry in _byKey.Values)
        {
            var uses = Interlocked.Exchange(ref entry.Uses, 0);
            if (uses == 0 || !IsOfLine(entry, AgesOf(edition)))
            {
                continue;
            }

            if (!IsValidIn(entry, edition) || !entry.Answer.IsTrueAt(now))
            {
                outdated.Add((entry.Answer, uses));
            }
            else if (entry.Answer.ValidUntil is { } until && !(next <= until))
            {
                next = until;
            }
        }

        return ([.. outdated.OrderByDescending(one => one.Uses).Take(most).Select(one => one.Answer)], next);
    }

    /// <summary>Whether an answer of this size may be kept.</summary>
    public bool Takes(int bytes) => bytes + EntryOverhead <= _largest;

    /// <summary>Keeps an answer, in the place of an older one to the same question; one from a newer edition stays.</summary>
    public void Add(Edition edition, CacheKey key, Answer kept)
    {
        lock (_changing)
        {
            var ages = AgesOf(edition);
            if (_byKey.TryGetValue(key, out var before))
            {
                if (ReferenceEquals(before.Origin, ages.Origin) && before.Answer.AsOf > kept.AsOf)
                {
                    return;
                }

                Remove(before);
            }

            var entry = new Entry(key, kept, ages.Origin) { ValidIn = ages, Requests = before?.Requests ?? [] };
            _byKey[key] = entry;
            _queue.AddLast(entry.Place);
            Take(entry, kept.Body.Length + EntryOverhead);
            foreach (var request in entry.Requests)
            {
                // The same bytes ask the same, whatever the answer.
                _byRequest[request] = entry;
                Take(entry, request.Length + EntryOverhead);
            }

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

    private Answer? Fresh(Entry entry, Edition edition, DateTimeOffset now)
    {
        if (!IsValidIn(entry, edition) || !entry.Answer.IsTrueAt(now))
        {
            return null;
        }

        entry.Uses++;
        entry.WasUsed = true;
        return entry.Answer;
    }

    private bool IsValidIn(Entry entry, Edition edition)
    {
        // Once found to be what this edition would say, it need not be compared again.
        var ages = AgesOf(edition);
        if (ReferenceEquals(entry.ValidIn, ages))
        {
            return true;
        }

        // A request that still reads an edition before the one that the answer was made from gets no news of the future.
        if (!IsOfLine(entry, ages) || entry.Answer.AsOf > edition.Position)
        {
            return false;
        }

        if (ages.AreSameSince(entry.Answer.AsOf, entry.Answer.Read))
        {
            entry.ValidIn = ages;
            return true;
        }

        if (!IsDecent(entry.Answer, ages))
        {
            RemoveIfThere(entry);
        }

        return false;
    }

    private static bool IsOfLine(Entry entry, AreaAges ages) => ReferenceEquals(entry.Origin, ages.Origin);

    private static bool IsDecent(Answer answer, AreaAges ages) => ages.NothingIsWithdrawnSince(answer.AsOf, answer.Read);

    // Nearly everybody reads the newest edition; it is looked up once.
    private AreaAges AgesOf(Edition edition)
    {
        if (_newest is { } newest && ReferenceEquals(newest.Edition, edition))
        {
            return newest.Ages;
        }

        var ages = edition.Projection<AreaAges>();
        if (_newest is not { } known || known.Edition.Position <= edition.Position)
        {
            _newest = new Newest(edition, ages);
        }

        return ages;
    }

    private void RemoveIfThere(Entry entry)
    {
        lock (_changing)
        {
            if (_byKey.TryGetValue(entry.Key, out var current) && ReferenceEquals(current, entry))
            {
                Remove(entry);
            }
        }
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
        /// <summary>How often it was given out since somebody looked for what is wanted; about: two at once may count as one.</summary>
        public int Uses;

        public Entry(CacheKey key, Answer answer, object origin)
        {
            (Key, Answer, Origin) = (key, answer, origin);
            Place = new LinkedListNode<Entry>(this);
        }

        public CacheKey Key { get; }

        public Answer Answer { get; }

        /// <summary>The line of editions that the position of its answer counts in.</summary>
        public object Origin { get; }

        public LinkedListNode<Entry> Place { get; }

        public List<byte[]> Requests { get; init; } = [];

        /// <summary>The ages of the newest edition that it was found to be right in; not the edition, which would stay in memory.</summary>
        public AreaAges? ValidIn { get; set; }

        public long Bytes { get; set; }

        /// <summary>Whether it was given out since somebody looked for room.</summary>
        public bool WasUsed { get; set; }
    }

    private sealed record Newest(Edition Edition, AreaAges Ages);
}
