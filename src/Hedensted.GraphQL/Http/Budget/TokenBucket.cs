namespace Hedensted.GraphQL.Http.Budget;

/// <summary>What one client has left. It fills by the clock, and can be overdrawn by the request that empties it, for what a request costs is known after it.</summary>
/// <param name="perSecond">What comes in, in thousandths of a unit a second.</param>
/// <param name="capacity">The most it holds, in thousandths of a unit.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(long perSecond, long capacity, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _capacity = capacity;
    private long _level = capacity;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Streams that the client has open.</summary>
    public int Streams { get; private set; }

    /// <summary>Whether nothing would be lost by forgetting it: it is as full as a new one, and no stream is charged to it.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return Streams == 0 && Fill() >= _capacity;
            }
        }
    }

    /// <summary>Counts a stream, if the client has fewer than <paramref name="most"/>.</summary>
    public bool TryAddStream(int most)
    {
        lock (_lock)
        {
            if (Streams >= most)
            {
                return false;
            }

            Streams++;
            return true;
        }
    }

    /// <summary>A stream has ended.</summary>
    public void RemoveStream()
    {
        lock (_lock)
        {
            Streams--;
        }
    }

    /// <summary>Whether something is left; when not, how long until there is.</summary>
    public bool HasSome(out TimeSpan wait)
    {
        lock (_lock)
        {
            var level = Fill();
            wait = level > 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((Charge.Unit - level) / (double)perSecond);
            return level > 0;
        }
    }

    /// <summary>Takes what a request has cost.</summary>
    public void Spend(long amount)
    {
        lock (_lock)
        {
            _level = Fill() - amount;
        }
    }

    private long Fill()
    {
        var now = time.GetTimestamp();
        var came = time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond;
        if (came >= 1)
        {
            _level = (long)Math.Min(_capacity, _level + came);
            _filledAt = now;
        }

        return _level;
    }
}
