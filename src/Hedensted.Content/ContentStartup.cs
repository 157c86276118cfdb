using Hedensted.Content.Changes;
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
    /// <summary>Creates and migrates the database, and reads its epoch. Safe when several nodes start at once, and after a migration that was killed.</summary>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await MigrateAsync(services, cancellationToken);
            await services.GetRequiredService<DatabaseEpoch>().ReadAsync(services.GetRequiredService<ContentDatabase>(), cancellationToken);
        }
        catch (Exception exception) when (StorageFailures.From(exception) is { } unavailable)
        {
            throw unavailable;
        }
    }

    /// <summary>
    /// Holds off every other server that prepares and fills this database until what is returned is disposed, or this process ends: of two that
    /// start on an empty one, the second finds it filled. On SQLite one server starts at a time anyhow, and nobody is held off.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public static Task<IAsyncDisposable?> TakeTurnAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<StorageSettings>();
        return StorageFailures.GuardAsync<IAsyncDisposable?>(async () => settings.Provider == StorageProvider.PostgreSql
            ? await PostgresTurn.TakeAsync(settings, cancellationToken)
            : null);
    }

    /// <summary>Whether this program can read the database as it is, and if so, its epoch is known from then on.</summary>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public static async Task<SchemaFit> LookAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<ContentDatabase>();
        var withUsers = services.GetService<UserDatabase>() is not null;
        var fit = await database.ReadMomentAsync(moment => SchemaReading.FitAsync(moment, database.Provider, withUsers, cancellationToken), cancellationToken);
        if (fit == SchemaFit.Fits)
        {
            await services.GetRequiredService<DatabaseEpoch>().ReadAsync(database, cancellationToken);
        }

        return fit;
    }

    /// <summary>The file that the database is in; null when it is not in one of ours.</summary>
    public static string? DatabaseFile(IServiceProvider services) =>
        services.GetRequiredService<StorageSettings>().SqliteFile is { Length: > 0 } file && !file.StartsWith(':') ? file : null;

    /// <summary>Makes the first edition and follows the feed from then on.</summary>
    public static Task StartAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<EditionSource>().StartAsync(cancellationToken);

    private static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<StorageSettings>();
        var users = services.GetService<UserDatabase>(); // a tool that reads and writes content only has none
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

    // Asks without Entity Framework, which takes most of a second to be told that there is nothing to do.
    private static async Task<bool> IsCurrentAsync(StorageSettings settings, ContentDatabase database, bool withUsers, CancellationToken cancellationToken)
    {
        if (settings.SqliteFile is { } file && !File.Exists(file))
        {
            return false;
        }

        return await database.ReadMomentAsync(moment => SchemaReading.FitAsync(moment, settings.Provider, withUsers, cancellationToken), cancellationToken) switch
        {
            SchemaFit.Fits => true,
            SchemaFit.TooNew => throw new SchemaTooNewException(),
            _ => false,
        };
    }

    private static async Task MigrateAsync(DbContext context, bool alone, CancellationToken cancellationToken)
    {
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            if (alone)
            {
                await ForgetKilledMigrationAsync(context, cancellationToken);
            }

            context.Database.SetCommandTimeout(TimeSpan.FromHours(1)); // an index over many rows takes what it takes
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
