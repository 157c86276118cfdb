using Npgsql;

namespace Hedensted.Testing;

/// <summary>A database of one test's own on the test's PostgreSQL, owned by a role that is nobody special, with a line to it that can be broken.</summary>
public sealed class PostgresSite : IAsyncDisposable
{
    private const string Variable = "HEDENSTED_TEST_POSTGRES";
    private readonly string _name;
    private readonly NpgsqlConnectionStringBuilder _server;

    private PostgresSite(string name, NpgsqlConnectionStringBuilder server)
    {
        (_name, _server) = (name, server);
        Line = FaultProxy.To(server.Host!, server.Port);
        Listening = FaultProxy.To(server.Host!, server.Port);
    }

    /// <summary>The line that questions go by.</summary>
    public FaultProxy Line { get; }

    /// <summary>The line that notifications come by.</summary>
    public FaultProxy Listening { get; }

    /// <summary>Why there is none, in a sentence that says how there could be; null when there is.</summary>
    public static string? Missing() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
        ? $"Left out: PostgreSQL. Start one and run again: export {Variable}=\"$(tests/start-postgres.sh)\""
        : null;

    /// <summary>Makes one.</summary>
    public static async Task<PostgresSite> CreateAsync()
    {
        var name = $"hedensted_{Guid.NewGuid():N}";
        var site = new PostgresSite(name, new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Pooling = false });
        await site.ServerAsync($"CREATE ROLE {name} LOGIN");
        await site.ServerAsync($"CREATE DATABASE {name} OWNER {name}");
        return site;
    }

    /// <summary>What a server on it is told, with more if there is.</summary>
    public (string Name, string Value)[] Settings(params (string Name, string Value)[] more) =>
    [
        ("ConnectionStrings:umbracoDbDSN", ConnectionBy(Line)),
        ("ConnectionStrings:umbracoDbDSN_Listen", ConnectionBy(Listening)),
        ("ConnectionStrings:umbracoDbDSN_ProviderName", "Npgsql"),
        .. more,
    ];

    /// <summary>Does something to the whole server, as its owner; <c>{0}</c> is the name of the database and of the role.</summary>
    public Task DoAsync(string statement) => ServerAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, _name));

    /// <summary>Ends every connection to the database, as a restart would.</summary>
    public Task TerminateAsync() => DoAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{0}' AND pid <> pg_backend_pid()");

    /// <summary>A connection past the lines, as the server's owner.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = _name }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        await Listening.DisposeAsync();
        await ServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        await ServerAsync($"DROP ROLE IF EXISTS {_name}");
    }

    private string ConnectionBy(FaultProxy line) => new NpgsqlConnectionStringBuilder
    {
        Host = line.Address.Address.ToString(),
        Port = line.Address.Port,
        Username = _name,
        Database = _name,
    }.ConnectionString;

    private async Task ServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
