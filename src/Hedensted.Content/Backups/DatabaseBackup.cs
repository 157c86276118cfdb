using System.Data;
using Hedensted.Content.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Hedensted.Content.Backups;

/// <summary>Copies the database while servers read and write it: everything as of one moment, content, users and runtime data.</summary>
public sealed class DatabaseBackup
{
    /// <summary>The name of a copy of an SQLite database.</summary>
    public const string SqliteFile = "database.sqlite";

    /// <summary>The name of a copy of a PostgreSQL database.</summary>
    public const string PostgresFile = "database.dump";

    private readonly StorageSettings _settings;

    internal DatabaseBackup(StorageSettings settings) => _settings = settings;

    /// <summary>Writes a copy into a folder. Readers and writers go on meanwhile.</summary>
    /// <returns>What was copied, and the files that it points at.</returns>
    /// <exception cref="BackupRefusedException">There is no database, or a program that it takes is not installed.</exception>
    /// <exception cref="StorageUnavailableException">The database does not answer, is damaged, or the disk is full.</exception>
    public Task<(DatabaseCopy Copy, PointedAt Files)> CopyAsync(string folder, CancellationToken cancellationToken) => StorageFailures.GuardAsync(
        () => _settings.Provider == StorageProvider.Sqlite ? CopySqliteAsync(Path.Combine(folder, SqliteFile), cancellationToken) : DumpAsync(Path.Combine(folder, PostgresFile), cancellationToken));

    private async Task<(DatabaseCopy, PointedAt)> CopySqliteAsync(string target, CancellationToken cancellationToken)
    {
        if (!File.Exists(_settings.SqliteFile))
        {
            throw new BackupRefusedException($"Der er ingen database at kopiere ({_settings.SqliteFile}). Se efter, at Hedensted__DataPath og ConnectionStrings__umbracoDbDSN er rigtige.");
        }

        // One read of one moment: writers append to the log beside it, and the copy comes out without one.
        File.Delete(target);
        await using (var connection = SqliteFiles.Connect(_settings.SqliteFile!, SqliteOpenMode.ReadWrite))
        {
            await connection.OpenAsync(cancellationToken);
            await using var copy = connection.CreateCommand();
            (copy.CommandText, copy.CommandTimeout) = ("VACUUM INTO $file", 0);
            copy.Parameters.AddWithValue("$file", target);
            try
            {
                await copy.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (SqliteException failure) when (failure is { SqliteErrorCode: raw.SQLITE_IOERR, SqliteExtendedErrorCode: raw.SQLITE_IOERR })
            {
                // Of a copy that may not grow SQLite tells no more than that; of a page that cannot be read it says so.
                throw new StorageUnavailableException(StorageProblem.DiskFull, failure);
            }
        }

        // A copy that nobody has read is a hope: a damaged page must be found now, not on the day it is needed.
        await SqliteFiles.CheckAsync(target, cancellationToken);
        return await SqliteFiles.ReadAsync(
            target,
            async moment => (await DatabaseFacts.DescribeAsync(moment, StorageProvider.Sqlite, SqliteFile, cancellationToken), await DatabaseFacts.FilesAsync(moment, cancellationToken)),
            cancellationToken);
    }

    private async Task<(DatabaseCopy, PointedAt)> DumpAsync(string target, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var moment = new Moment(connection, transaction);
        if (!await moment.HasTableAsync(ContentDbContext.MigrationsTable, StorageProvider.PostgreSql, cancellationToken))
        {
            throw new BackupRefusedException("Der er ikke noget websted i databasen. Se efter, at ConnectionStrings__umbracoDbDSN er rigtig.");
        }

        // pg_dump reads the very moment that is described here.
        var snapshot = (await moment.ReadAsync("SELECT pg_export_snapshot()", row => row.GetString(0), cancellationToken)).Single();
        var copy = await DatabaseFacts.DescribeAsync(moment, StorageProvider.PostgreSql, PostgresFile, cancellationToken);
        await new PostgresTools(_settings.ConnectionString).RunAsync(
            "pg_dump", ["--format=custom", "--schema=public", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={target}"], cancellationToken);
        return (copy, await DatabaseFacts.FilesAsync(moment, cancellationToken));
    }
}
