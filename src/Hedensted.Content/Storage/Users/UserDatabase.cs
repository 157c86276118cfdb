using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hedensted.Content.Storage.Users;

/// <summary>Opens <see cref="UsersContext"/> on the site's database, SQLite or PostgreSQL.</summary>
internal sealed class UserDatabase
{
    private readonly DbContextOptions<UsersContext> _options;

    public UserDatabase(StorageSettings settings)
    {
        var builder = new DbContextOptionsBuilder<UsersContext>()
            // Migrations are written by hand and there is no snapshot to compare the model with.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        _options = settings.Provider == StorageProvider.Sqlite
            ? builder
                .UseSqlite(settings.ConnectionString, sqlite => sqlite.MigrationsHistoryTable(UsersContext.MigrationsTable))
                .AddInterceptors(new SqlitePragmas())
                .Options
            : builder.UseNpgsql(settings.ConnectionString, npgsql => npgsql.MigrationsHistoryTable(UsersContext.MigrationsTable)).Options;
    }

    /// <summary>A context for one unit of work.</summary>
    public UsersContext Open() => new(_options);

    /// <summary>Brings the tables up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = Open();
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
    }
}
