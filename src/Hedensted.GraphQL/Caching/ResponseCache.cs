using System.Collections.Concurrent;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Caching;

/// <summary>Finished answers of the newest edition; the whole table goes when the edition does, so nothing withdrawn can stay.</summary>
/// <param name="capacity">Room for bodies, in bytes. A full table takes nothing more until the next edition.</param>
internal sealed class ResponseCache(long capacity)
{
    private const int EntryOverhead = 200;
    private Table? _table;

    /// <summary>Size of the answers that are kept, in bytes.</summary>
    public long Bytes => Volatile.Read(ref _table) is { } table ? Volatile.Read(ref table.Bytes) : 0;

    /// <summary>The answer to this question, if it is known for exactly this edition and still true.</summary>
    public Answer? Find(Edition edition, CacheKey key, DateTimeOffset now) =>
        Volatile.Read(ref _table) is { } table && ReferenceEquals(table.Edition, edition)
        && table.Answers.TryGetValue(key, out var answer) && (answer.ValidUntil is null || now < answer.ValidUntil)
            ? answer
            : null;

    /// <summary>Remembers an answer; those with errors are not worth their room.</summary>
    public void Add(Edition edition, CacheKey key, Answer answer)
    {
        if (answer.Kind != ResponseKind.Success)
        {
            return;
        }

        var table = Volatile.Read(ref _table);
        if (table is null || !ReferenceEquals(table.Edition, edition))
        {
            // A page that still reads the edition before must not throw away the table of the newer one.
            if (table is not null && table.Edition.Position > edition.Position)
            {
                return;
            }

            var fresh = new Table(edition);
            if (!ReferenceEquals(Interlocked.CompareExchange(ref _table, fresh, table), table))
            {
                return;
            }

            table = fresh;
        }

        var size = answer.Body.Length + EntryOverhead;
        if (table.Answers.ContainsKey(key))
        {
            table.Answers[key] = answer;
        }
        else if (Interlocked.Add(ref table.Bytes, size) <= capacity)
        {
            table.Answers[key] = answer;
        }
        else
        {
            Interlocked.Add(ref table.Bytes, -size);
        }
    }

    private sealed class Table(Edition edition)
    {
        public long Bytes;

        public Edition Edition => edition;

        public ConcurrentDictionary<CacheKey, Answer> Answers { get; } = new();
    }
}
