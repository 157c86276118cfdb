using System.Data.Common;
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
    private const string Connection = "ConnectionStrings:umbracoDbDSN";

    /// <summary>Seconds.</summary>
    private const int LongestAnswer = 60;

    private const string DefaultConnection = "Data Source=|DataDirectory|/hedensted.sqlite";

    /// <summary>Reads <c>ConnectionStrings:umbracoDbDSN</c> and <c>…_ProviderName</c>; <c>|DataDirectory|</c> is the data folder.</summary>
    /// <remarks>
    /// On PostgreSQL what the connection string says nothing of is set so that nobody waits longer than five seconds for a server that is gone:
    /// <c>Timeout</c> 3 (seconds for a connection, also one of the pool), <c>Command Timeout</c> 4, <c>Cancellation Timeout</c> 500 (milliseconds).
    /// Where a pooler stands before the database, <c>ConnectionStrings:umbracoDbDSN_Listen</c> names the way past it for notifications.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The provider is neither <c>Microsoft.Data.Sqlite</c> nor <c>Npgsql</c>.</exception>
    public static StorageSettings Read(IConfiguration configuration, DataFolder folder)
    {
        var connection = configuration[Connection] is { Length: > 0 } configured ? configured : DefaultConnection;
        connection = connection.Replace("|DataDirectory|", folder.Path, StringComparison.OrdinalIgnoreCase);
        var provider = configuration[$"{Connection}_ProviderName"];
        return provider switch
        {
            null or "" or "Microsoft.Data.Sqlite" => new(StorageProvider.Sqlite, Sqlite(connection, folder)),
            "Npgsql" => new(StorageProvider.PostgreSql, PostgreSql(connection)) { Listen = configuration[$"{Connection}_Listen"] is { Length: > 0 } listen ? listen : connection },
            _ => throw new InvalidOperationException(
                $"{Connection}_ProviderName is '{provider}'; use 'Microsoft.Data.Sqlite' or 'Npgsql'."),
        };
    }

    /// <summary>The way to PostgreSQL's notifications.</summary>
    public string Listen { get; private init; } = ConnectionString;

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? SqliteFile => Provider == StorageProvider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>A connection of its own for listening: unpooled; whoever uses it asks now and then whether the line is alive.</summary>
    public string ListeningConnectionString() =>
        new NpgsqlConnectionStringBuilder(PostgreSql(Listen)) { Pooling = false, ApplicationName = "hedensted-feed" }.ConnectionString;

    /// <summary>A connection of its own for who follows the feed: unpooled, and no answer is waited for without end, for nobody could stop the one who waits.</summary>
    public string FollowingConnectionString()
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, CancellationTimeout = -1, ApplicationName = "hedensted-follow" };
        builder.CommandTimeout = builder.CommandTimeout == 0 ? LongestAnswer : builder.CommandTimeout;
        return builder.ConnectionString;
    }

    /// <summary>A connection of its own for work that may take its time.</summary>
    public string PatientConnectionString() =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, CommandTimeout = 0, ApplicationName = "hedensted-start" }.ConnectionString;

    private static string PostgreSql(string connection)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connection };
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!Says(given, "Timeout"))
        {
            builder.Timeout = 3;
        }

        if (!Says(given, "Command Timeout", "CommandTimeout"))
        {
            builder.CommandTimeout = 4;
        }

        if (!Says(given, "Cancellation Timeout", "CancellationTimeout"))
        {
            builder.CancellationTimeout = 500;
        }

        return builder.ConnectionString;
    }

    private static bool Says(DbConnectionStringBuilder given, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (given.ContainsKey(name))
            {
                return true;
            }
        }

        return false;
    }

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
