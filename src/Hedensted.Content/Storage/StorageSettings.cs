using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Hedensted.Content.Storage;

/// <summary>Which database the site lives in.</summary>
internal enum StorageProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>The connection, resolved from configuration in the way Umbraco names it.</summary>
internal sealed record StorageSettings(StorageProvider Provider, string ConnectionString)
{
    private const string DefaultConnection = "Data Source=|DataDirectory|/hedensted.sqlite";

    /// <summary>Reads <c>ConnectionStrings:umbracoDbDSN</c> and <c>…_ProviderName</c>; <c>|DataDirectory|</c> is the data folder.</summary>
    /// <exception cref="InvalidOperationException">The provider is neither <c>Microsoft.Data.Sqlite</c> nor <c>Npgsql</c>.</exception>
    public static StorageSettings Read(IConfiguration configuration, DataFolder folder)
    {
        var connection = configuration["ConnectionStrings:umbracoDbDSN"] is { Length: > 0 } configured ? configured : DefaultConnection;
        connection = connection.Replace("|DataDirectory|", folder.Path, StringComparison.OrdinalIgnoreCase);
        var provider = configuration["ConnectionStrings:umbracoDbDSN_ProviderName"];
        return provider switch
        {
            null or "" or "Microsoft.Data.Sqlite" => new(StorageProvider.Sqlite, Sqlite(connection, folder)),
            "Npgsql" => new(StorageProvider.PostgreSql, connection),
            _ => throw new InvalidOperationException(
                $"ConnectionStrings:umbracoDbDSN_ProviderName is '{provider}'; use 'Microsoft.Data.Sqlite' or 'Npgsql'."),
        };
    }

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? SqliteFile => Provider == StorageProvider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>A connection of its own for listening: unpooled, and it notices within seconds when the line is dead.</summary>
    public string ListeningConnectionString() =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, KeepAlive = 10, ApplicationName = "hedensted-feed" }.ConnectionString;

    private static string Sqlite(string connection, DataFolder folder)
    {
        // Seconds that a command waits for another process's lock before it is reported as busy.
        var builder = new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 5, ForeignKeys = true };
        if (!builder.DataSource.StartsWith(':') && builder.DataSource.Length > 0)
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource, folder.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        }

        return builder.ConnectionString;
    }
}
