using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Caching;

/// <summary>Finished answers of the newest edition; the whole table goes when the edition does, so nothing withdrawn can stay.</summary>
/// <remarks>An answer is kept when its question comes the second time, and leaves when it has not been asked for and others need the room.</remarks>
/// <param name="capacity">Room for answers, in bytes; 0 keeps none.</param>
internal sealed class ResponseCache(long capacity)
{
    private const int Stripes = 64;
    private readonly Doorkeeper _doorkeeper = new();
    private readonly Lock[] _making = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];
    private AnswerTable? _table;

    /// <summary>Whether anything is kept at all.</summary>
    public bool IsOn => capacity > 0;

    /// <summary>Size of the answers that are kept, in bytes; at most the capacity.</summary>
    public long Bytes => Volatile.Read(ref _table)?.Bytes ?? 0;

    /// <summary>The answer to this question, if it is known for exactly this edition and still true.</summary>
    public Answer? Find(Edition edition, CacheKey key, DateTimeOffset now) => TableOf(edition)?.Find(key, now);

    /// <summary>The answer to a request that came in exactly these bytes, without looking into them.</summary>
    public Answer? Find(Edition edition, ReadOnlySpan<byte> request, DateTimeOffset now) => TableOf(edition)?.Find(request, now);

    /// <summary>The answer to a question: the known one, or made; several who ask at once for what is asked often wait for one.</summary>
    /// <param name="edition">The edition that is read.</param>
    /// <param name="key">The question.</param>
    /// <param name="now">The moment that it is seen from.</param>
    /// <param name="state">What <paramref name="make"/> needs.</param>
    /// <param name="make">Makes the answer from the edition, synchronously.</param>
    /// <param name="isKnown">Whether the answer was known.</param>
    public Answer FindOrMake<TState>(Edition edition, CacheKey key, DateTimeOffset now, TState state, Func<TState, Answer> make, out bool isKnown)
    {
        isKnown = true;
        if (Find(edition, key, now) is { } known)
        {
            return known;
        }

        isKnown = false;
        if (!IsOn || !_doorkeeper.HasSeen(key))
        {
            return make(state);
        }

        // Making is work for a processor, so who waits here would otherwise only do the same work once more.
        lock (_making[key.Second % Stripes])
        {
            if (Find(edition, key, now) is { } meanwhile)
            {
                isKnown = true;
                return meanwhile;
            }

            var made = make(state);
            return Add(edition, key, made) ?? made;
        }
    }

    /// <summary>Remembers in which bytes a question came, so that the same bytes need not be read again.</summary>
    public void Remember(Edition edition, ReadOnlySpan<byte> request, Answer kept)
    {
        if (kept.Key is { } key)
        {
            TableOf(edition)?.Remember(key, request, kept);
        }
    }

    // Those with errors are not worth their room.
    private Answer? Add(Edition edition, CacheKey key, Answer made)
    {
        if (made.Kind != ResponseKind.Success || TableFor(edition) is not { } table)
        {
            return null;
        }

        if (!table.Takes(made.Body.Length))
        {
            return null;
        }

        using (made)
        {
            var kept = made.Keep(key);
            table.Add(key, kept);
            return kept;
        }
    }

    private AnswerTable? TableOf(Edition edition) =>
        Volatile.Read(ref _table) is { } table && ReferenceEquals(table.Edition, edition) ? table : null;

    private AnswerTable? TableFor(Edition edition)
    {
        var table = Volatile.Read(ref _table);
        if (table is not null && ReferenceEquals(table.Edition, edition))
        {
            return table;
        }

        // A page that still reads the edition before must not throw away the table of the newer one.
        if (table is not null && table.Edition.Position > edition.Position)
        {
            return null;
        }

        var fresh = new AnswerTable(edition, capacity);
        return ReferenceEquals(Interlocked.CompareExchange(ref _table, fresh, table), table) ? fresh : null;
    }
}
