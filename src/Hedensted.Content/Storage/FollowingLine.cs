using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hedensted.Content.Storage;

/// <summary>The line to the database of the one thread that follows the feed.</summary>
/// <remarks>
/// Readers are behind by every turn that it waits for. So it is a connection of its own, which nobody's questions stand before, and read on the
/// caller's thread: on a busy machine an answer that has to find its thread first waits twice. Not for two threads at once.
/// </remarks>
internal sealed class FollowingLine(StorageSettings settings) : IDisposable
{
    /// <summary>How long the first answer of a moment may take; one that takes longer is a line that is dead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private DbConnection? _open;

    /// <summary>Reads as of one moment; whoever reads sets the moment's patience when the first answer has come.</summary>
    /// <exception cref="StorageUnavailableException">It does not answer, or not in time.</exception>
    public void Read(Action<Moment> read)
    {
        Moment? moment = null;
        try
        {
            var connection = _open ??= Open();
            using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction(IsolationLevel.RepeatableRead);
            moment = new Moment(connection, transaction) { IsBlocking = true, Patience = settings.Provider == StorageProvider.PostgreSql ? Patience : null };
            read(moment);
        }
        catch (Exception exception) when (StorageFailures.From(exception) is { } unavailable)
        {
            Dispose();
            if (moment is not { Patience: null } && exception is NpgsqlException { InnerException: TimeoutException })
            {
                ForgetOthers();
            }

            throw unavailable;
        }
        finally
        {
            // One that was lost while the moment ended has told nobody.
            if (_open is { State: not ConnectionState.Open })
            {
                Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _open?.Dispose();
        _open = null;
    }

    // The others go through the same network; asking one after the other would take as long as there are.
    private void ForgetOthers()
    {
        using var connection = new NpgsqlConnection(settings.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private DbConnection Open()
    {
        DbConnection connection = settings.Provider == StorageProvider.Sqlite ? new SqliteConnection(settings.ConnectionString) : new NpgsqlConnection(settings.FollowingConnectionString());
        try
        {
            connection.Open();
            if (connection is SqliteConnection)
            {
                SqlitePragmas.SetUp(connection);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
