namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>Keeps requests away from something that fails: after some failures in a row within a second it is left alone for a while, and then tried by one.</summary>
/// <param name="time">The clock.</param>
internal sealed class Breaker(TimeProvider time)
{
    private const int Enough = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private long _firstFailure;
    private int _failures;
    private long _openedAt;
    private volatile bool _isOpen;
    private bool _isTrying;

    /// <summary>Whether it is left alone.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Whether somebody may try, now.</summary>
    public bool IsDue
    {
        get
        {
            if (!_isOpen)
            {
                return true;
            }

            lock (_lock)
            {
                return !_isTrying && time.GetElapsedTime(_openedAt) >= Rest;
            }
        }
    }

    /// <summary>Whether the caller may try: everybody, or one when it is left alone. Whoever may, tells how it went.</summary>
    public bool MayTry()
    {
        if (!_isOpen)
        {
            return true;
        }

        lock (_lock)
        {
            if (_isTrying || time.GetElapsedTime(_openedAt) < Rest)
            {
                return false;
            }

            _isTrying = true;
            return true;
        }
    }

    /// <summary>It went well.</summary>
    public void Succeeded()
    {
        if (_failures == 0 && !_isOpen)
        {
            return;
        }

        lock (_lock)
        {
            (_failures, _isOpen, _isTrying) = (0, false, false);
        }
    }

    /// <summary>It did not.</summary>
    /// <returns>Whether it is left alone from now on, and was not before.</returns>
    public bool Failed()
    {
        lock (_lock)
        {
            if (_isOpen)
            {
                (_isTrying, _openedAt) = (false, time.GetTimestamp());
                return false;
            }

            if (_failures == 0 || time.GetElapsedTime(_firstFailure) > Window)
            {
                (_failures, _firstFailure) = (0, time.GetTimestamp());
            }

            if (++_failures < Enough)
            {
                return false;
            }

            (_isOpen, _openedAt, _failures) = (true, time.GetTimestamp(), 0);
            return true;
        }
    }
}
