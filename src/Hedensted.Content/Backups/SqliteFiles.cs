using Hedensted.Content.Storage;
using Microsoft.Data.Sqlite;

namespace Hedensted.Content.Backups;

/// <summary>Database files other than the one that the site runs on.</summary>
internal static class SqliteFiles
{
    /// <summary>A connection that lets go of the file when it is closed.</summary>
    public static SqliteConnection Connect(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ConnectionString);

    /// <summary>Reads one as of one moment, without writing a byte to it or beside it.</summary>
    public static async Task<T> ReadAsync<T>(string file, Func<Moment, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = Connect(file, SqliteOpenMode.ReadOnly);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await read(new Moment(connection, transaction));
    }

    /// <summary>Reads every page of one.</summary>
    /// <exception cref="StorageUnavailableException">It is damaged.</exception>
    public static async Task CheckAsync(string file, CancellationToken cancellationToken)
    {
        if ((await StorageFailures.GuardAsync(() => ReadAsync(file, moment => ProblemsAsync(moment, cancellationToken), cancellationToken))).Count > 0)
        {
            throw new StorageUnavailableException(StorageProblem.Damaged);
        }
    }

    /// <summary>What SQLite itself finds wrong; empty when nothing is.</summary>
    public static async Task<List<string>> ProblemsAsync(Moment moment, CancellationToken cancellationToken)
    {
        var problems = await moment.ReadAsync("PRAGMA integrity_check(20)", row => row.GetString(0), cancellationToken);
        problems.Remove("ok");
        problems.AddRange(await moment.ReadAsync("PRAGMA foreign_key_check", row => $"{row.GetString(0)} → {row.GetString(2)}", cancellationToken));
        return problems;
    }
}
