using System.Collections.Concurrent;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching.Shared;
using Hedensted.GraphQL.Engine;
using Microsoft.Extensions.Logging;

namespace Hedensted.GraphQL.Caching;

/// <summary>
/// Finished answers. One is given out for as long as it is what would be made now: nothing that it was read from has been touched since, and no moment has come
/// that it depends on. See <c>docs/design/cache.md</c> for why nothing withdrawn can come out of it.
/// </summary>
/// <remarks>An answer is kept when its question comes the second time or by several at once, and leaves when it has not been asked for and others need the room.</remarks>
/// <param name="capacity">Room for answers, in bytes; 0 keeps none.</param>
/// <param name="time">The clock that making is timed by.</param>
/// <param name="logger">Hears of what could not be made.</param>
/// <param name="shared">What other nodes have made; null for a node that is alone.</param>
internal sealed partial class ResponseCache(long capacity, TimeProvider time, ILogger logger, SharedAnswers? shared = null)
{
    private const int Stripes = 1_024;
    private readonly Doorkeeper _doorkeeper = new();
    private readonly Stripe[] _making = [.. Enumerable.Range(0, Stripes).Select(_ => new Stripe())];
    private readonly ConcurrentDictionary<CacheKey, TaskCompletionSource> _flights = new();
    private readonly AnswerTable _table = new(capacity);

    /// <summary>Whether anything is kept at all.</summary>
    public bool IsOn => capacity > 0;

    /// <summary>Whether other nodes may have made what is asked.</summary>
    public bool IsShared => shared is not null;

    /// <summary>Size of the answers that are kept, in bytes; at most the capacity.</summary>
    public long Bytes => _table.Bytes;

    /// <summary>The answer to this question, if it is known and what this edition would say at this moment.</summary>
    public Answer? Find(Edition edition, CacheKey key, DateTimeOffset now) => _table.Find(edition, key, now);

    /// <summary>The answer to a request that came in exactly these bytes, without looking into them.</summary>
    public Answer? Find(Edition edition, ReadOnlySpan<byte> request, DateTimeOffset now) => _table.Find(edition, request, now);

    /// <summary>The answer to a question: the known one, or made here; those who ask at once wait for one.</summary>
    /// <param name="edition">The edition that is read.</param>
    /// <param name="key">The question.</param>
    /// <param name="now">The moment that it is seen from.</param>
    /// <param name="state">What <paramref name="work"/> needs.</param>
    /// <param name="work">Makes the answer.</param>
    /// <param name="from">Where it came from.</param>
    public Answer FindOrMake<TState>(Edition edition, CacheKey key, DateTimeOffset now, TState state, AnswerWork<TState> work, out CacheResult from)
    {
        from = CacheResult.Hit;
        if (!IsOn)
        {
            from = CacheResult.Miss;
            return work.Make(state);
        }

        if (Find(edition, key, now) is { } known)
        {
            return known;
        }

        return MakeInTurn(edition, key, now, state, work, isAskedOften: false, out from);
    }

    /// <summary>The answer to a question: the known one, one that another node has made, or made here, on one node at a time as long as they can agree.</summary>
    /// <param name="edition">The edition that is read.</param>
    /// <param name="key">The question.</param>
    /// <param name="now">The moment that it is seen from.</param>
    /// <param name="state">What <paramref name="work"/> needs.</param>
    /// <param name="work">Makes the answer.</param>
    /// <param name="cancellationToken">The caller has gone; the others who wait go on.</param>
    public async ValueTask<(Answer Answer, CacheResult From)> FindOrMakeAsync<TState>(
        Edition edition, CacheKey key, DateTimeOffset now, TState state, AnswerWork<TState> work, CancellationToken cancellationToken)
    {
        if (IsOn && Find(edition, key, now) is { } known)
        {
            return (known, CacheResult.Hit);
        }

        if (!IsOn || shared is null || !shared.Times.AreLong(work.Sort(state)))
        {
            var made = FindOrMake(edition, key, now, state, work, out var from);
            return (made, from);
        }

        if (!shared.IsUp)
        {
            // Kept as it is when the others can be heard: the first of many may have ended before the second comes.
            var made = MakeInTurn(edition, key, now, state, work, isAskedOften: true, out var from);
            return (made, from);
        }

        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _flights.GetOrAdd(key, mine);
        if (ReferenceEquals(first, mine))
        {
            try
            {
                return await LeadAsync(shared, edition, key, now, state, work);
            }
            finally
            {
                _flights.TryRemove(key, out _);
                mine.TrySetResult();
            }
        }

        await first.Task.WaitAsync(cancellationToken);
        return (FindOrMake(edition, key, now, state, work, out var result), result);
    }

    /// <summary>Remembers in which bytes a question came, so that the same bytes need not be read again.</summary>
    public void Remember(ReadOnlySpan<byte> request, Answer kept)
    {
        if (kept.Key is { } key)
        {
            _table.Remember(key, request, kept);
        }
    }

    /// <summary>Makes anew what is asked often and is not what it would be now, before somebody waits for it.</summary>
    /// <param name="edition">The newest edition.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>When the next of them ceases to be true; null when the clock changes none.</returns>
    public async Task<DateTimeOffset?> RefreshAsync(Edition edition, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (outdated, next) = _table.Wanted(edition, now, most);
        foreach (var answer in outdated)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (answer is { Key: { } key, Again: { } again })
            {
                var (made, _) = await FindOrMakeAsync(edition, key, now, (again, edition, now), AnswerAgain.Work, cancellationToken);
                made.Dispose();
            }
        }

        return next;
    }

    private async ValueTask<(Answer Answer, CacheResult From)> LeadAsync<TState>(
        SharedAnswers others, Edition edition, CacheKey key, DateTimeOffset now, TState state, AnswerWork<TState> work)
    {
        if (await others.FindAsync(key, edition, now) is { } theirs)
        {
            return (Keep(edition, theirs, work.Again(state)), CacheResult.Shared);
        }

        var turn = await others.TakeTurnAsync(key, edition);
        if (turn == Turn.Another && await others.WaitAsync(key, edition, now) is { } justMade)
        {
            return (Keep(edition, justMade, work.Again(state)), CacheResult.Shared);
        }

        // Who had the turn between our look and our asking has made it since.
        if (turn == Turn.Mine && await others.FindAsync(key, edition, now) is { } madeMeanwhile)
        {
            others.GiveTurnBack(key, edition);
            return (Keep(edition, madeMeanwhile, work.Again(state)), CacheResult.Shared);
        }

        var given = false;
        try
        {
            var started = time.GetTimestamp();
            var answer = MakeInTurn(edition, key, now, state, work, isAskedOften: true, out var from);
            if (from != CacheResult.Hit)
            {
                others.Times.Note(work.Sort(state), time.GetElapsedTime(started));
            }

            if (from == CacheResult.Miss && answer.Key is not null)
            {
                others.Put(answer, edition, endsTurn: turn == Turn.Mine);
                given = true;
            }

            return (answer, from);
        }
        finally
        {
            if (turn == Turn.Mine && !given)
            {
                others.GiveTurnBack(key, edition);
            }
        }
    }

    // Making is work for a processor, so who waits here would otherwise only do the same work once more; nobody makes past it,
    // for those who ask while the other servers cannot be heard wait for nobody else.
    private Answer MakeInTurn<TState>(
        Edition edition, CacheKey key, DateTimeOffset now, TState state, AnswerWork<TState> work, bool isAskedOften, out CacheResult from)
    {
        var stripe = _making[key.Second % Stripes];
        Interlocked.Increment(ref stripe.Waiting);
        try
        {
            lock (stripe)
            {
                if (Find(edition, key, now) is { } meanwhile)
                {
                    from = CacheResult.Hit;
                    return meanwhile;
                }

                // Who comes while it is made counts, too: the first of many is alone when it begins.
                var isSeen = isAskedOften || _doorkeeper.HasSeen(key);
                return Make(edition, key, now, state, work, () => isSeen || Volatile.Read(ref stripe.Waiting) > 1, out from);
            }
        }
        finally
        {
            Interlocked.Decrement(ref stripe.Waiting);
        }
    }

    private Answer Make<TState>(Edition edition, CacheKey key, DateTimeOffset now, TState state, AnswerWork<TState> work, Func<bool> isAskedOften, out CacheResult from)
    {
        from = CacheResult.Miss;
        Answer made;
        try
        {
            made = work.Make(state);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && _table.FindStale(edition, key, now) is not null)
        {
            Log.NotMade(logger, failure);
            from = CacheResult.Stale;
            return _table.FindStale(edition, key, now) ?? work.Make(state);
        }

        if (made.IsFaulty && _table.FindStale(edition, key, now) is { } older)
        {
            made.Dispose();
            from = CacheResult.Stale;
            return older;
        }

        return isAskedOften() ? Add(edition, key, made, now, work.Again(state)) ?? made : made;
    }

    private Answer Keep(Edition edition, SharedAnswer theirs, AnswerAgain? again)
    {
        var kept = new Answer(theirs, again);
        if (_table.Takes(kept.Body.Length))
        {
            _table.Add(edition, theirs.Key, kept);
        }

        return kept;
    }

    // Those with errors are not worth their room.
    private Answer? Add(Edition edition, CacheKey key, Answer made, DateTimeOffset now, AnswerAgain? again)
    {
        if (made.Kind != ResponseKind.Success || !_table.Takes(made.Body.Length))
        {
            return null;
        }

        using (made)
        {
            var kept = made.Keep(key, edition.Position, now, again);
            _table.Add(edition, key, kept);
            return kept;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Error, "An answer could not be made anew; its readers get the one before, from which nothing was withdrawn")]
        public static partial void NotMade(ILogger logger, Exception exception);
    }

    private sealed class Stripe
    {
        /// <summary>How many want to make something here.</summary>
        public int Waiting;
    }
}
