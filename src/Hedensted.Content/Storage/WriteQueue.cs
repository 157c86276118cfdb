namespace Hedensted.Content.Storage;

/// <summary>Where everything that writes waits for its turn, content and users alike: SQLite lets one write at a time, PostgreSQL sorts it out itself.</summary>
internal sealed class WriteQueue(StorageSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Writes when it is its turn; whatever is wrong with the database comes as <see cref="StorageUnavailableException"/>.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        // Waiting here is fair and cheap, waiting for the file's lock is polling.
        var alone = settings.Provider == StorageProvider.Sqlite;
        if (alone && !await _writer.WaitAsync(Patience, cancellationToken))
        {
            throw new StorageUnavailableException(StorageProblem.DatabaseLocked);
        }

        try
        {
            return await StorageFailures.GuardAsync(write);
        }
        finally
        {
            if (alone)
            {
                _writer.Release();
            }
        }
    }

    public void Dispose() => _writer.Dispose();
}
