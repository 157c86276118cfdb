namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>A command, and somebody who waits for its reply.</summary>
/// <param name="command">The command as bytes.</param>
internal sealed class RedisQuestion(byte[] command)
{
    // Whoever waits goes on with its own work, which is not for the thread that reads.
    private readonly TaskCompletionSource<RedisReply?> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The command as bytes.</summary>
    public byte[] Command => command;

    /// <summary>The reply; null when none came.</summary>
    public Task<RedisReply?> Reply => _reply.Task;

    /// <summary>Ends the waiting.</summary>
    public void End(RedisReply? reply) => _reply.TrySetResult(reply);
}
