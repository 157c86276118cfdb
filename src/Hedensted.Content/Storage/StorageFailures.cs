using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Hedensted.Content.Storage;

/// <summary>Tells a database that is out of order from a mistake of ours.</summary>
internal static class StorageFailures
{
    /// <summary>What is wrong with the database; null when the exception is about something else.</summary>
    public static StorageUnavailableException? From(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (Problem(inner) is { } problem)
            {
                return new StorageUnavailableException(problem, exception);
            }
        }

        return null;
    }

    /// <summary>Does the work; whatever is wrong with the database comes as <see cref="StorageUnavailableException"/>.</summary>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is not StorageUnavailableException && From(exception) is { } unavailable)
        {
            throw unavailable;
        }
    }

    private static StorageProblem? Problem(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageProblem.DatabaseLocked,
            raw.SQLITE_FULL => StorageProblem.DiskFull,
            // A full disk also shows when the shared-memory file of the log cannot grow.
            raw.SQLITE_IOERR when sqlite.SqliteExtendedErrorCode is raw.SQLITE_IOERR_SHMSIZE or raw.SQLITE_IOERR_WRITE => StorageProblem.DiskFull,
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => StorageProblem.Unreachable,
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageProblem.Damaged,
            _ => null,
        },
        PostgresException postgres => postgres.SqlState switch
        {
            PostgresErrorCodes.DiskFull => StorageProblem.DiskFull,
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.QueryCanceled => StorageProblem.DatabaseLocked,
            PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => StorageProblem.Unreachable,
            _ => null,
        },
        NpgsqlException { InnerException: TimeoutException } => StorageProblem.Unreachable,
        NpgsqlException { IsTransient: true } or SocketException => StorageProblem.Unreachable,
        NpgsqlException { InnerException: IOException } => StorageProblem.Unreachable,
        _ => null,
    };
}
