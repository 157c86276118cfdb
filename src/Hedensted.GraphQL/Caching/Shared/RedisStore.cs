using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>Redis, within a budget: what it does not answer in time it has not got, and when it fails it is left alone for a while.</summary>
/// <remarks>Only GET, SET and DEL, and what the connection itself needs; never a command that looks at the keys of others.</remarks>
/// <param name="address">Where it is.</param>
/// <param name="budget">How long an answer may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears of it when it is left alone, and when it is back.</param>
internal sealed partial class RedisStore(ConfigurationOptions address, TimeSpan budget, TimeProvider time, ILogger<RedisStore> logger) : ISharedStore, IAsyncDisposable
{
    private const int MostUnderWay = 512;

    private readonly Breaker _breaker = new(time);
    private readonly Lock _connecting = new();
    private Task<ConnectionMultiplexer>? _connection;
    private int _underWay;
    private volatile bool _isDisposed;

    /// <inheritdoc/>
    public bool IsUp => !_isDisposed && _breaker.IsDue;

    /// <summary>How many questions Redis has not answered yet, however long ago those who asked gave up.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <inheritdoc/>
    public async ValueTask<byte[]?> GetAsync(string key) => await AskAsync(async database => (byte[]?)await database.StringGetAsync(key));

    /// <inheritdoc/>
    public async ValueTask<bool?> TryMarkAsync(string key, TimeSpan life) => await AskAsync(async database => (bool?)await database.StringSetAsync(key, "1", life, When.NotExists));

    /// <inheritdoc/>
    public void Put(string key, byte[] value, TimeSpan life) => _ = AskAsync(async database => (bool?)await database.StringSetAsync(key, value, life));

    /// <inheritdoc/>
    public void Remove(string key) => _ = AskAsync(async database => (bool?)await database.KeyDeleteAsync(key));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        Task<ConnectionMultiplexer>? last;
        lock (_connecting)
        {
            last = _connection;
        }

        if (last is not null)
        {
            await GiveUpAsync(last);
        }
    }

    private async Task<T?> AskAsync<T>(Func<IDatabase, Task<T?>> ask)
    {
        // A queue without end would be the end of the process; whoever finds it full goes without.
        if (_isDisposed || !_breaker.MayTry())
        {
            return default;
        }

        if (Interlocked.Increment(ref _underWay) > MostUnderWay)
        {
            Interlocked.Decrement(ref _underWay);
            await FailedAsync(null, null);
            return default;
        }

        var asked = Made();
        try
        {
            var asking = AskedAsync(ask);
            var answer = await asking.WaitAsync(budget, time);
            Succeeded();
            return answer;
        }
        catch (Exception failure) when (failure is TimeoutException or RedisException or ObjectDisposedException or InvalidOperationException or TaskCanceledException)
        {
            await FailedAsync(failure, asked);
            return default;
        }
    }

    // Under way until Redis has answered, however long ago the caller gave up.
    private async Task<T?> AskedAsync<T>(Func<IDatabase, Task<T?>> ask)
    {
        try
        {
            // Whatever of it works without waiting does so elsewhere: connecting looks up names.
            var connection = await Task.Run(ConnectAsync);
            return await ask(connection.GetDatabase());
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    /// <summary>Begins to connect, so that the first question need not wait for it.</summary>
    public void Begin() => _ = AskAsync(async database => (bool?)(await database.PingAsync() > TimeSpan.Zero));

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_connecting)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _connection is { IsFaulted: false } known ? known : _connection = ConnectionMultiplexer.ConnectAsync(address);
        }
    }

    private void Succeeded()
    {
        if (_breaker.IsOpen)
        {
            Log.Back(logger);
        }

        _breaker.Succeeded();
    }

    private async Task FailedAsync(Exception? failure, Task<ConnectionMultiplexer>? asked)
    {
        var wasOpen = _breaker.IsOpen;
        if (_breaker.Failed())
        {
            Log.LeftAlone(logger, failure);
        }

        if (wasOpen && failure is TimeoutException && asked is not null)
        {
            // Nobody answers on it, and nobody has hung up: the next try is on a new one.
            await GiveUpAsync(asked);
        }
    }

    // The connection that was there already. One that is still being made may take longer than an answer and ends by itself:
    // given up for that, it would never be made on a machine that is slower than the budget.
    private Task<ConnectionMultiplexer>? Made()
    {
        lock (_connecting)
        {
            return _connection is { IsCompletedSuccessfully: true } made ? made : null;
        }
    }

    private async Task GiveUpAsync(Task<ConnectionMultiplexer> given)
    {
        lock (_connecting)
        {
            if (_connection != given)
            {
                return;
            }

            _connection = null;
        }

        try
        {
            // Closing tells Redis so, which may take as long as everything else with it.
            var connection = await given;
            await Task.Run(() => connection.Dispose());
        }
        catch (RedisException)
        {
            return;
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
