using Hedensted.Content.Published;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content;

/// <summary>What a host does, in this order, before it serves: prepare, fill an empty site, start.</summary>
public static class ContentStartup
{
    /// <summary>Creates and migrates the database. Safe when several nodes start at once, and after a migration that was killed.</summary>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<StorageSettings>();
        var users = services.GetService<UserDatabase>(); // a tool that reads and writes content only has none
        try
        {
            if (await IsCurrentAsync(settings, services.GetRequiredService<ContentDatabase>(), users is not null, cancellationToken))
            {
                return;
            }

            await using var turn = await TakeTurnAsync(settings.SqliteFile, cancellationToken);
            await using var context = await services.GetRequiredService<IDbContextFactory<ContentDbContext>>().CreateDbContextAsync(cancellationToken);
            await MigrateAsync(context, alone: turn is not null, cancellationToken);
            if (users is not null)
            {
                await using var usersContext = users.Open();
                await MigrateAsync(usersContext, alone: turn is not null, cancellationToken);
            }
        }
        catch (Exception exception) when (StorageFailures.From(exception) is { } unavailable)
        {
            throw unavailable;
        }
    }

    /// <summary>The file that the database is in; null when it is not in one of ours.</summary>
    public static string? DatabaseFile(IServiceProvider services) =>
        services.GetRequiredService<StorageSettings>().SqliteFile is { Length: > 0 } file && !file.StartsWith(':') ? file : null;

    /// <summary>Makes the first edition and follows the feed from then on.</summary>
    public static Task StartAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<EditionSource>().StartAsync(cancellationToken);

    // Asks without Entity Framework, which takes most of a second to be told that there is nothing to do.
    private static async Task<bool> IsCurrentAsync(StorageSettings settings, ContentDatabase database, bool withUsers, CancellationToken cancellationToken)
    {
        if (settings.SqliteFile is { } file && !File.Exists(file))
        {
            return false;
        }

        return await database.ReadMomentAsync(
            async moment => await HasRunAsync(moment, settings.Provider, ContentDbContext.MigrationsTable, ContentDbContext.NewestMigration, cancellationToken)
                && (!withUsers || await HasRunAsync(moment, settings.Provider, UsersContext.MigrationsTable, UsersContext.NewestMigration, cancellationToken)),
            cancellationToken);
    }

    private static async Task<bool> HasRunAsync(Moment moment, StorageProvider provider, string table, string migration, CancellationToken cancellationToken) =>
        await moment.HasTableAsync(table, provider, cancellationToken)
        && (await moment.ReadAsync($"SELECT \"MigrationId\" FROM \"{table}\"", row => row.GetString(0), cancellationToken)).Contains(migration);

    private static async Task MigrateAsync(DbContext context, bool alone, CancellationToken cancellationToken)
    {
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            if (alone)
            {
                await ForgetKilledMigrationAsync(context, cancellationToken);
            }

            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    // A file that the operating system locks for us and gives free when we die, whatever kills us.
    private static async Task<FileStream?> TakeTurnAsync(string? sqliteFile, CancellationToken cancellationToken)
    {
        if (sqliteFile is null || sqliteFile.StartsWith(':'))
        {
            return null;
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream($"{sqliteFile}.migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            }
        }
    }

    // Entity Framework marks a running SQLite migration by a row; if the process died, the row would keep us waiting for ever.
    private static async Task ForgetKilledMigrationAsync(DbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN)
        {
            // No database file yet, and so no lock in it: migrating makes it.
            return;
        }
    }
}
