using Npgsql;

namespace Hedensted.Content.Storage;

/// <summary>The turn to prepare and fill a PostgreSQL database: the server's own lock, which goes with the connection, however the process ends.</summary>
internal sealed class PostgresTurn : IAsyncDisposable
{
    private const long Lock = 0x4845444E; // nobody else's, in this database
    private readonly NpgsqlConnection _connection;

    private PostgresTurn(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Waits for it.</summary>
    public static async Task<PostgresTurn> TakeAsync(StorageSettings settings, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(settings.PatientConnectionString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@lock)", connection);
            command.Parameters.AddWithValue("lock", Lock);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new PostgresTurn(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
