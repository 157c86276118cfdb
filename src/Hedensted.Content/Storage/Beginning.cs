namespace Hedensted.Content.Storage;

/// <summary>The beginning of a piece of work for which somebody waits: the database answers once, or it is given up.</summary>
/// <remarks>
/// A line that has gone silent is noticed by the driver only after it has asked a second and a third time. Nobody waits for that; and what was given
/// up never goes on to write anything, should the line come back.
/// </remarks>
internal sealed class Beginning
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    /// <summary>The database has answered.</summary>
    /// <exception cref="StorageUnavailableException">Too late: the one who asked has been told that it does not.</exception>
    public void Begun()
    {
        if (Interlocked.CompareExchange(ref _state, 1, 0) == 2)
        {
            throw new StorageUnavailableException(StorageProblem.Unreachable);
        }

        _begun.TrySetResult();
    }

    /// <summary>Does the work, as long as it begins in time; from then on it takes what it takes.</summary>
    /// <exception cref="StorageUnavailableException">It did not.</exception>
    public static async Task<T> WithinAsync<T>(Func<Beginning, Task<T>> work)
    {
        var beginning = new Beginning();
        var working = work(beginning);
        using var waiting = new CancellationTokenSource();
        var late = Task.Delay(Patience, TimeProvider.System, waiting.Token);
        var given = await Task.WhenAny(working, beginning._begun.Task, late) == late && Interlocked.CompareExchange(ref beginning._state, 2, 0) == 0;
        await waiting.CancelAsync();
        if (given)
        {
            _ = working.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // it fails by itself, and nobody asks how
            throw new StorageUnavailableException(StorageProblem.Unreachable);
        }

        return await working;
    }
}
