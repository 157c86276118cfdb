using Hedensted.GraphQL.Caching.Shared;
using Microsoft.Extensions.Logging;

namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>Redis, within a budget: what it does not answer in time it has not got, and while it does not answer it is left alone.</summary>
/// <param name="address">Where it is.</param>
/// <param name="budget">How long a reply may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears of it when it is left alone, and when it is back.</param>
internal sealed class RedisStore(RedisAddress address, TimeSpan budget, TimeProvider time, ILogger<RedisStore> logger) : ISharedStore, IDisposable
{
    private readonly RedisLine _line = new(address, budget, time, logger);

    /// <inheritdoc/>
    public bool IsUp => _line.IsUp;

    /// <summary>How many questions Redis has not answered yet.</summary>
    public int UnderWay => _line.UnderWay;

    /// <inheritdoc/>
    public async ValueTask<byte[]?> GetAsync(string key) => await _line.AskAsync(RedisCommand.Get(key)) is { Kind: RedisReplyKind.Value } reply ? reply.Bytes : null;

    /// <inheritdoc/>
    public async ValueTask<bool?> TryMarkAsync(string key, TimeSpan life) => (await _line.AskAsync(RedisCommand.Mark(key, life)))?.Kind switch
    {
        RedisReplyKind.Status => true,
        RedisReplyKind.Nothing => false,
        _ => null,
    };

    /// <inheritdoc/>
    public void Put(string key, byte[] value, TimeSpan life) => _ = _line.AskAsync(RedisCommand.Set(key, value, life));

    /// <inheritdoc/>
    public void Remove(string key) => _ = _line.AskAsync(RedisCommand.Delete(key));

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
