using System.Collections.Concurrent;

namespace Hedensted.GraphQL.Caching;

/// <summary>How long the answers to each kind of question take to make, so that nobody asks another machine for what is made sooner here.</summary>
/// <param name="worthwhile">From how long on it is worth asking.</param>
internal sealed class MakingTimes(TimeSpan worthwhile)
{
    private const int MostKinds = 4_096;
    private const double WeightOfNewest = 0.2;
    private readonly ConcurrentDictionary<CacheKey, double> _milliseconds = new();

    /// <summary>Whether answers of this kind take long, or nobody knows yet.</summary>
    public bool AreLong(CacheKey kind) => !_milliseconds.TryGetValue(kind, out var average) || average >= worthwhile.TotalMilliseconds;

    /// <summary>One was made.</summary>
    public void Note(CacheKey kind, TimeSpan time)
    {
        // Kinds come and go with clients' versions; whoever is still there is soon known again.
        if (_milliseconds.Count >= MostKinds)
        {
            _milliseconds.Clear();
        }

        _milliseconds.AddOrUpdate(
            kind,
            static (_, newest) => newest,
            static (_, average, newest) => (average * (1 - WeightOfNewest)) + (newest * WeightOfNewest),
            time.TotalMilliseconds);
    }
}
