using Microsoft.Extensions.Logging;

namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>The one line to Redis: questions that come while others are under way are asked together, and a line that does not answer in time is given up and made anew.</summary>
/// <remarks>
/// A thread of its own writes, reads and waits, so what is late is late because of Redis: among the threads that serve readers, a reply that has come stands in a
/// queue behind them, and the clock that gives it up does not. Nobody who asks waits for a line that is not there.
/// </remarks>
internal sealed partial class RedisLine : IDisposable
{
    /// <summary>How many may wait; whoever finds it full goes without.</summary>
    public const int MostUnderWay = 512;

    // Together they have the budget of one.
    private const int MostTogether = 64;
    private const int MostBytesTogether = 1 << 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // Also how soon a line is missed that died while nobody asked.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(1);

    private readonly RedisAddress _address;
    private readonly TimeSpan _budget;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private readonly Queue<RedisQuestion> _waiting = new();
    private readonly List<RedisQuestion> _asked = new(MostTogether);
    private volatile bool _isUp;
    private bool _isStopped;

    /// <summary>Begins to connect, and goes on until it is disposed.</summary>
    /// <param name="address">Where Redis is.</param>
    /// <param name="budget">How long a reply may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of it when it is left alone, and when it is back.</param>
    public RedisLine(RedisAddress address, TimeSpan budget, TimeProvider time, ILogger logger)
    {
        (_address, _budget, _time, _logger) = (address, budget, time, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = "Redis" };
        _thread.Start();
    }

    /// <summary>Whether it is there, as far as is known.</summary>
    public bool IsUp => _isUp;

    /// <summary>How many wait for a reply.</summary>
    public int UnderWay
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count + _asked.Count;
            }
        }
    }

    /// <summary>The reply to a command; null when the line is not there, or full, or gives none in time: at most twice the budget, once for those before it and once for itself.</summary>
    public Task<RedisReply?> AskAsync(byte[] command)
    {
        lock (_gate)
        {
            if (!_isUp || _waiting.Count + _asked.Count >= MostUnderWay)
            {
                return Task.FromResult<RedisReply?>(null);
            }

            var question = new RedisQuestion(command);
            _waiting.Enqueue(question);
            Monitor.Pulse(_gate);
            return question.Reply;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.Pulse(_gate);
        }

        // It may be looking up a name.
        _thread.Join(LongestPause);
    }

    private void Run()
    {
        var pause = FirstPause;
        var isTold = false;
        while (!IsStopped(TimeSpan.Zero))
        {
            var began = _time.GetTimestamp();
            try
            {
                using var connection = RedisConnection.Open(_address, _budget, _time);
                if (isTold)
                {
                    Log.Back(_logger);
                    isTold = false;
                }

                Serve(connection);
                return;
            }
            catch (Exception failure)
            {
                // Whatever it is: what is made on this thread is never worth the process.
                if (!isTold)
                {
                    Log.LeftAlone(_logger, failure);
                    isTold = true;
                }
            }
            finally
            {
                Leave();
            }

            // One that held for a while may be back at once; one that fails again and again is left alone for longer and longer.
            pause = _time.GetElapsedTime(began) > LongestPause ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            // Not all servers at once.
            IsStopped(pause * (0.75 + (Random.Shared.NextDouble() * 0.25)));
        }
    }

    // Until the line fails or is disposed.
    private void Serve(RedisConnection connection)
    {
        lock (_gate)
        {
            _isUp = true;
        }

        while (Next())
        {
            connection.Ask(_asked);
        }
    }

    // What is to be asked now, in the order that it came; a sign of life when nobody asks.
    private bool Next()
    {
        lock (_gate)
        {
            _asked.Clear();
            if (_waiting.Count == 0 && !_isStopped && !Monitor.Wait(_gate, KeepAlive))
            {
                _asked.Add(new RedisQuestion(RedisCommand.Ping));
            }

            for (var bytes = 0; _asked.Count < MostTogether && bytes < MostBytesTogether && _waiting.TryDequeue(out var question); bytes += question.Command.Length)
            {
                _asked.Add(question);
            }

            return !_isStopped;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _isUp = false;
            foreach (var question in _asked.Concat(_waiting))
            {
                question.End(null);
            }

            _asked.Clear();
            _waiting.Clear();
        }
    }

    private bool IsStopped(TimeSpan within)
    {
        lock (_gate)
        {
            return _isStopped || (within > TimeSpan.Zero && Monitor.Wait(_gate, within) && _isStopped);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Warning, "Redis does not answer and is left alone for a while; each server makes its own answers")]
        public static partial void LeftAlone(ILogger logger, Exception? exception);

        [LoggerMessage(21, LogLevel.Information, "Redis answers again")]
        public static partial void Back(ILogger logger);
    }
}
