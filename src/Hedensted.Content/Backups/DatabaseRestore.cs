using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Hedensted.Content.Storage.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hedensted.Content.Backups;

/// <summary>Puts a copy of a database where the site's own belongs, in an epoch of its own.</summary>
/// <remarks>What was there is moved aside and never deleted. Sessions, and links to choose a password, do not come back with it: a key that was turned in must not open again.</remarks>
public sealed class DatabaseRestore
{
    private const string Forget = "DELETE FROM session_tokens; DELETE FROM sessions; DELETE FROM user_links;";
    private const int Looks = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly StorageSettings _settings;
    private readonly IDbContextFactory<ContentDbContext> _contents;
    private readonly UserDatabase _users;

    internal DatabaseRestore(StorageSettings settings, IDbContextFactory<ContentDbContext> contents, UserDatabase users) =>
        (_settings, _contents, _users) = (settings, contents, users);

    /// <summary>Why a copy does not fit this program or its settings, in Danish; null when it does.</summary>
    public string? Misfit(DatabaseCopy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        if (copy.Provider != _settings.Provider.ToString())
        {
            return $"Sikkerhedskopien er af en {Name(copy.Provider)}-database, men ConnectionStrings__umbracoDbDSN_ProviderName peger på {Name(_settings.Provider.ToString())}. Ret indstillingen, og prøv igen.";
        }

        using var content = _contents.CreateDbContext();
        using var users = _users.Open();
        var known = content.Database.GetMigrations().Concat(users.Database.GetMigrations()).ToHashSet(StringComparer.Ordinal);
        return copy.Migrations.FirstOrDefault(migration => !known.Contains(migration)) is { } newer
            ? $"Sikkerhedskopien er lavet af en nyere version af programmet (den kender {newer}). Installér den version eller en nyere, og prøv igen."
            : null;
    }

    /// <summary>Whether there is a database already.</summary>
    /// <exception cref="BackupRefusedException">There is one, and somebody is using it.</exception>
    public async Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        _settings.Provider == StorageProvider.Sqlite ? await IsSqliteThereAsync(cancellationToken) : await IsPostgresThereAsync(cancellationToken);

    /// <summary>Puts the copy in place: a moment before everything is as it was, a moment after it is all there.</summary>
    /// <param name="file">The copy; it is not changed.</param>
    /// <param name="aside">What whatever is there is moved to, on SQLite a folder beside the database, on PostgreSQL a schema; null when nothing may be there.</param>
    /// <param name="cancellationToken">Gives up while nothing is changed.</param>
    /// <exception cref="BackupRefusedException">It could not be; nothing is changed.</exception>
    public Task PutInPlaceAsync(string file, string? aside, CancellationToken cancellationToken) => StorageFailures.GuardAsync(async () =>
    {
        await (_settings.Provider == StorageProvider.Sqlite ? PutSqliteAsync(file, aside, cancellationToken) : PutPostgresAsync(file, aside, cancellationToken));
        return true;
    });

    private async Task<bool> IsSqliteThereAsync(CancellationToken cancellationToken)
    {
        if (!Path.Exists(_settings.SqliteFile))
        {
            return false;
        }

        try
        {
            // Taking the log's content into the file needs it alone; then one file is all that there is to move.
            await using var connection = SqliteFiles.Connect(_settings.SqliteFile!, SqliteOpenMode.ReadWrite);
            connection.DefaultTimeout = 1;
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, null, "PRAGMA journal_mode=DELETE", cancellationToken);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new BackupRefusedException($"Databasen er i brug ({_settings.SqliteFile}). Stop serveren, og prøv igen.", failure);
        }
        catch (SqliteException)
        {
            // Damaged, or no database at all: a reason to restore, and moved aside as it is.
            return true;
        }

        return true;
    }

    private async Task PutSqliteAsync(string file, string? aside, CancellationToken cancellationToken)
    {
        var place = _settings.SqliteFile!;
        var staged = place + ".restoring";
        try
        {
            await CopyAsync(file, staged, cancellationToken);
            await SqliteFiles.CheckAsync(staged, cancellationToken);
            await using (var connection = SqliteFiles.Connect(staged, SqliteOpenMode.ReadWrite))
            {
                await connection.OpenAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await BeginEpochAsync(connection, transaction, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }
        catch
        {
            File.Delete(staged);
            throw;
        }

        if (aside is not null)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(place)!, aside)).FullName;
            foreach (var old in new[] { place, place + "-wal", place + "-shm" }.Where(File.Exists))
            {
                File.Move(old, Path.Combine(folder, Path.GetFileName(old)));
            }
        }

        File.Move(staged, place);
    }

    private async Task<bool> IsPostgresThereAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Unpooled());
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var moment = new Moment(connection, transaction);
        for (var look = 1; await OthersAsync(moment, cancellationToken) is var others and > 0; look++)
        {
            if (look == Looks)
            {
                throw new BackupRefusedException(string.Create(CultureInfo.InvariantCulture, $"Databasen er i brug: {others} forbindelse(r). Stop alle servere, der bruger den, og prøv igen."));
            }

            // A server that was stopped this moment is still counted for another.
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return (await moment.ReadAsync("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'", row => row.GetInt64(0), cancellationToken)).Single() > 0;
    }

    private static async Task<long> OthersAsync(Moment moment, CancellationToken cancellationToken)
    {
        // In a transaction the list stands still unless it is asked to be read anew.
        const string Count = """
            SELECT pg_stat_clear_snapshot()::text, (SELECT COUNT(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend')
            """;
        return (await moment.ReadAsync(Count, row => row.GetInt64(1), cancellationToken)).Single();
    }

    // One transaction: what is there gets out of the way, the copy comes in, the epoch begins.
    private async Task PutPostgresAsync(string file, string? aside, CancellationToken cancellationToken)
    {
        var tools = new PostgresTools(_settings.ConnectionString);
        var folder = Directory.CreateTempSubdirectory("hedensted-restore-");
        try
        {
            var contents = await tools.RunAsync("pg_restore", ["--list", file], cancellationToken);
            var list = Path.Combine(folder.FullName, "list");
            await File.WriteAllLinesAsync(list, contents.Split('\n').Where(line => !line.Contains(" SCHEMA - ", StringComparison.Ordinal) && !line.Contains("COMMENT - SCHEMA ", StringComparison.Ordinal)), cancellationToken);
            var script = Path.Combine(folder.FullName, "script.sql");
            await tools.RunAsync("pg_restore", ["--no-owner", "--no-privileges", $"--use-list={list}", $"--file={script}", file], cancellationToken);
            var before = aside is null ? "" : $"ALTER SCHEMA public RENAME TO \"{aside}\"; CREATE SCHEMA public;";
            var after = "SET search_path = public;"
                + (contents.Contains(" TABLE public sessions ", StringComparison.Ordinal) ? Forget : "")
                + (contents.Contains(" TABLE public database_epoch ", StringComparison.Ordinal) ? $"UPDATE database_epoch SET secret = '{NewSecret()}'" : "");
            await tools.RunAsync(
                "psql",
                ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", $"--command={before}", $"--file={script}", $"--command={after}"],
                cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string Unpooled() => new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Pooling = false }.ConnectionString;

    private static async Task BeginEpochAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var moment = new Moment(connection, transaction);
        if (await moment.HasTableAsync("sessions", StorageProvider.Sqlite, cancellationToken))
        {
            await ExecuteAsync(connection, transaction, Forget, cancellationToken);
        }

        // A copy from before there were epochs gets its first when it is migrated.
        if (await moment.HasTableAsync("database_epoch", StorageProvider.Sqlite, cancellationToken))
        {
            await ExecuteAsync(connection, transaction, $"UPDATE database_epoch SET secret = '{NewSecret()}'", cancellationToken);
        }
    }

    private static string NewSecret() => RandomNumberGenerator.GetHexString(2 * EpochRow.SecretBytes, lowercase: true);

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(from);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write);
        await source.CopyToAsync(target, cancellationToken);
        target.Flush(flushToDisk: true);
    }

    private static string Name(string provider) => provider == nameof(StorageProvider.Sqlite) ? "SQLite" : "PostgreSQL";
}
