using System.Runtime.CompilerServices;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;

namespace Hedensted.GraphQL.Live;

/// <summary>Answers subscriptions: now, and every time that the answer is another one. Whoever asks the same shares the work.</summary>
internal sealed class LiveAnswers(PublicGraphQL api, EditionSource editions, TimeProvider time)
{
    private readonly Dictionary<(CacheKey Key, bool ReportCost), LiveQuestion> _open = [];
    private readonly Lock _lock = new();

    /// <summary>How many different subscriptions are being answered.</summary>
    public int Questions
    {
        get
        {
            lock (_lock)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>The answers, each different from the one before.</summary>
    /// <remarks>There is no queue: whoever reads slowly misses answers, never the newest one.</remarks>
    /// <param name="question">A subscription.</param>
    /// <param name="from">The client knows of this position; its first answer is no older.</param>
    /// <param name="cancellationToken">The client has left.</param>
    public async IAsyncEnumerable<LiveAnswer> FollowAsync(
        Question question, ChangePosition from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = (question.Key, question.ReportCost);
        var live = Join(key, question);
        try
        {
            LiveAnswer? shown = null;
            while (true)
            {
                // Taken before looking, so that no answer falls in between.
                var changed = live.Changed;
                var state = live.State;
                if (state.Answer is { } answer && !ReferenceEquals(answer, shown) && (state.HasEnded || state.ReadAt.Includes(from)))
                {
                    shown = answer;
                    yield return answer;
                }
                else if (state.HasEnded)
                {
                    await live.Completion;
                    yield break;
                }
                else
                {
                    await changed.WaitAsync(cancellationToken);
                }
            }
        }
        finally
        {
            Leave(key, live);
        }
    }

    private LiveQuestion Join((CacheKey Key, bool ReportCost) key, in Question question)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(key, out var live) || live.State.HasEnded)
            {
                live = LiveQuestion.Start(api, editions, time, question);
                _open[key] = live;
            }

            live.Readers++;
            return live;
        }
    }

    private void Leave((CacheKey Key, bool ReportCost) key, LiveQuestion live)
    {
        lock (_lock)
        {
            if (--live.Readers > 0)
            {
                return;
            }

            if (_open.TryGetValue(key, out var current) && ReferenceEquals(current, live))
            {
                _open.Remove(key);
            }
        }

        live.Dispose();
    }
}
