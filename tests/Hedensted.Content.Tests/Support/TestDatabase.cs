using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Hedensted.Content.Tests.Support;

/// <summary>The databases that the engine must run on.</summary>
public enum TestProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>A database of one test's own, gone when the test is done.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "HEDENSTED_TEST_POSTGRES";
    private readonly TestProvider _provider;
    private readonly string _name = $"hedensted_{Guid.NewGuid():N}";

    private TestDatabase(TestProvider provider, string folder) => (_provider, Folder) = (provider, folder);

    public string Folder { get; }

    public static async Task<TestDatabase> CreateAsync(TestProvider provider)
    {
        var database = new TestDatabase(provider, Directory.CreateTempSubdirectory("hedensted-test-").FullName);
        if (provider == TestProvider.PostgreSql)
        {
            await ExecuteAsync($"CREATE DATABASE {database._name}");
        }

        return database;
    }

    /// <summary>What a site's appsettings would say.</summary>
    public IConfiguration Configuration()
    {
        var settings = new Dictionary<string, string?> { ["Hedensted:DataPath"] = Folder };
        if (_provider == TestProvider.PostgreSql)
        {
            settings["ConnectionStrings:umbracoDbDSN"] = new NpgsqlConnectionStringBuilder(Server()) { Database = _name, MaxPoolSize = 20 }.ConnectionString;
            settings["ConnectionStrings:umbracoDbDSN_ProviderName"] = "Npgsql";
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider == TestProvider.PostgreSql)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Server()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(server))
        {
            Assert.Ignore($"Left out: PostgreSQL. Start one and run again: export {Variable}=\"$(tests/start-postgres.sh)\"");
        }

        return server!;
    }

    private static async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
