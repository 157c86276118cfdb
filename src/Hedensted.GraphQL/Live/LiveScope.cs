using System.Runtime.CompilerServices;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Live;

/// <summary>What one subscription reads: at each moment that something may be different, the newest edition.</summary>
/// <param name="editions">Where editions come from.</param>
/// <param name="schema">The document types that the subscription was compiled for; the stream ends when they change.</param>
/// <param name="language">The language to read in; null for the default one.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveScope(EditionSource editions, ContentSchema schema, string? language, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private ReadScope? _read;

    /// <summary>Whether the stream ended because the document types have changed.</summary>
    public bool IsOutdated => !ReferenceEquals(editions.Current.Schema, schema);

    /// <summary>The position that was read last; 0 before anything was.</summary>
    public ChangePosition Position => _read?.Position ?? default;

    /// <summary>What the next answer reads.</summary>
    public ReadScope Read() => _read = new ReadScope(editions.Current.In(language), time.GetUtcNow());

    /// <summary>Now, and from then on whenever something was published, or the moment has come that the last answer was true until.</summary>
    /// <remarks>Whoever reads slowly misses moments, never the newest edition.</remarks>
    public async IAsyncEnumerable<Moment> Moments([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (!IsOutdated)
        {
            yield return Moment.Now;
            var read = _read ?? throw new InvalidOperationException("The moment was not read.");
            await ChangeAfterAsync(read, cancellationToken);
        }
    }

    // What waits does not hear of a clock that is set, so it is looked at now and then.
    private async Task ChangeAfterAsync(ReadScope read, CancellationToken cancellationToken)
    {
        do
        {
            using var clock = new CancellationTokenSource(Until(read.ValidUntil), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
            try
            {
                await editions.WaitForNextAsync(read.Position, either.Token);
                return;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Nothing was published; something may have begun or ended.
            }
        }
        while (read.IsTrueAt(time.GetUtcNow()));
    }

    private TimeSpan Until(DateTimeOffset? moment)
    {
        if (moment is not { } end)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var left = end - time.GetUtcNow();
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < LongestWait ? left : LongestWait;
    }
}
