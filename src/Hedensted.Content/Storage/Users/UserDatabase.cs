using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Hedensted.Content.Storage.Users;

/// <summary>Opens <see cref="UsersContext"/> on the site's database, SQLite or PostgreSQL.</summary>
internal sealed class UserDatabase
{
    private const string DataDirectory = "|DataDirectory|";
    private readonly DbContextOptions<UsersContext> _options;

    public UserDatabase(IConfiguration configuration)
    {
        var builder = new DbContextOptionsBuilder<UsersContext>()
            // Migrations are written by hand and there is no snapshot to compare the model with.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

        var connection = configuration.GetConnectionString("umbracoDbDSN") ?? $"Data Source={DataDirectory}/hedensted.sqlite";
        if (configuration.GetConnectionString("umbracoDbDSN_ProviderName") == "Npgsql")
        {
            builder.UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable(UsersContext.MigrationsTable));
        }
        else
        {
            var folder = Path.GetFullPath(configuration["Hedensted:DataPath"] ?? "App_Data", configuration["contentRoot"] ?? Environment.CurrentDirectory);
            Directory.CreateDirectory(folder);
            builder.UseSqlite(
                connection.Replace(DataDirectory, folder, StringComparison.OrdinalIgnoreCase),
                sqlite => sqlite.MigrationsHistoryTable(UsersContext.MigrationsTable));
        }

        _options = builder.Options;
    }

    /// <summary>A context for one unit of work.</summary>
    public UsersContext Open() => new(_options);

    /// <summary>Brings the tables up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = Open();
        await context.Database.MigrateAsync(cancellationToken);
    }
}
