using Npgsql;

namespace Hedensted.Testing;

/// <summary>Where a site of a test's own lives: a data folder, and the database in it or on a PostgreSQL server.</summary>
public sealed class SitePlace : IAsyncDisposable
{
    private const string Variable = "HEDENSTED_TEST_POSTGRES";
    private readonly string? _database;

    private SitePlace(string? database) => _database = database;

    /// <summary>The data folder.</summary>
    public string Folder { get; } = CmsProcess.NewFolder();

    /// <summary>What the program is to be told of the database.</summary>
    public (string Name, string Value)[] Settings => _database is null ? [] :
    [
        ("ConnectionStrings:umbracoDbDSN", new NpgsqlConnectionStringBuilder(Server) { Database = _database, MaxPoolSize = 20 }.ConnectionString),
        ("ConnectionStrings:umbracoDbDSN_ProviderName", "Npgsql"),
    ];

    /// <summary>Why a site on PostgreSQL cannot be made here, and the remedy; null when it can.</summary>
    public static string? NoPostgres => Server is null ? $"Left out: PostgreSQL. Start one and run again: export {Variable}=\"$(tests/start-postgres.sh)\"" : null;

    private static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    /// <summary>An empty place.</summary>
    public static async Task<SitePlace> MakeAsync(bool onPostgres)
    {
        var place = new SitePlace(onPostgres ? $"hedensted_{Guid.NewGuid():N}" : null);
        await place.ExecuteAsync($"CREATE DATABASE {place._database}");
        return place;
    }

    /// <summary>Starts the program there.</summary>
    public Task<CmsProcess> StartAsync(params (string Name, string Value)[] settings) => CmsProcess.StartAsync(Folder, [.. Settings, .. settings]);

    /// <summary>Runs one command of the program there.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] command) => CmsProcess.RunCommandAsync(Folder, Settings, command);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    private async Task ExecuteAsync(string statement)
    {
        if (_database is not null)
        {
            await using var connection = new NpgsqlConnection(Server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
