using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Npgsql;

namespace Hedensted.Content.Backups;

/// <summary>Looks whether a database is whole: what it says of itself, and what one table says of another.</summary>
public sealed class DatabaseCheck
{
    /// <summary>Findings of one kind that are told one by one; the rest is counted.</summary>
    private const int Told = 20;

    private static readonly (string Statement, string Text)[] Questions =
    [
        ("SELECT key FROM node WHERE NOT EXISTS (SELECT 1 FROM node_version WHERE node_version.key = draft_version_key)", "mangler sin kladde"),
        ("SELECT key FROM node WHERE parent_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM node AS parent WHERE parent.key = node.parent_key)", "ligger under noget, der ikke findes"),
        ("SELECT node_key FROM published WHERE NOT EXISTS (SELECT 1 FROM node WHERE node.key = node_key AND kind = 0)", "er udgivet uden at være et dokument"),
        ("SELECT node_key FROM published WHERE NOT EXISTS (SELECT 1 FROM node_version WHERE node_version.key = version_key)", "er udgivet fra en version, der ikke findes"),
    ];

    private readonly ContentDatabase _database;
    private readonly StorageSettings _settings;

    internal DatabaseCheck(ContentDatabase database, StorageSettings settings) => (_database, _settings) = (database, settings);

    /// <summary>Looks at the database that the site runs on; servers may run meanwhile.</summary>
    /// <exception cref="StorageUnavailableException">It does not answer or cannot be opened.</exception>
    public async Task<(IReadOnlyList<Finding> Findings, PointedAt Files)> RunAsync(CancellationToken cancellationToken)
    {
        if (_settings.SqliteFile is { } file && !Path.Exists(file))
        {
            throw new BackupRefusedException($"Der er ingen database ({file}). Se efter, at Hedensted__DataPath og ConnectionStrings__umbracoDbDSN er rigtige, eller gendan en sikkerhedskopi.");
        }

        return await _database.ReadMomentAsync(moment => RunAsync(moment, _settings.Provider, cancellationToken), cancellationToken);
    }

    /// <summary>Looks at a copy in a file.</summary>
    /// <exception cref="StorageUnavailableException">It is damaged beyond reading.</exception>
    public static Task<(IReadOnlyList<Finding> Findings, PointedAt? Files)> RunAsync(string file, DatabaseCopy copy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return copy.Provider == nameof(StorageProvider.Sqlite) ? ReadFileAsync(file, copy, cancellationToken) : ReadDumpAsync(file, cancellationToken);
    }

    private static Task<(IReadOnlyList<Finding>, PointedAt?)> ReadFileAsync(string file, DatabaseCopy copy, CancellationToken cancellationToken) => StorageFailures.GuardAsync(
        () => SqliteFiles.ReadAsync<(IReadOnlyList<Finding>, PointedAt?)>(
            file,
            async moment =>
            {
                var (findings, files) = await RunAsync(moment, StorageProvider.Sqlite, cancellationToken);
                var found = await DatabaseFacts.DescribeAsync(moment, StorageProvider.Sqlite, copy.File, cancellationToken);
                return found.Position == copy.Position && found.Epoch == copy.Epoch
                    ? (findings, files)
                    : ([.. findings, new(true, $"Databasen er ved position {found.Position} i epoke {found.Epoch}; listen siger {copy.Position} i {copy.Epoch}.")], files);
            },
            cancellationToken));

    // Without a server to put it in, a dump can be read to its end and no further; its tables are looked at when it is restored.
    private static async Task<(IReadOnlyList<Finding>, PointedAt?)> ReadDumpAsync(string file, CancellationToken cancellationToken)
    {
        var nowhere = new PostgresTools(new NpgsqlConnectionStringBuilder().ConnectionString);
        try
        {
            await nowhere.RunAsync("pg_restore", [$"--file={(OperatingSystem.IsWindows() ? "NUL" : "/dev/null")}", file], cancellationToken);
            return ([new(false, "En PostgreSQL-kopi kan læses til ende; tabellernes sammenhæng efterses, når den er gendannet.")], null);
        }
        catch (BackupRefusedException refused)
        {
            return ([new(true, refused.Message)], null);
        }
    }

    private static async Task<(IReadOnlyList<Finding> Findings, PointedAt Files)> RunAsync(Moment moment, StorageProvider provider, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (provider == StorageProvider.Sqlite)
        {
            findings.AddRange((await SqliteFiles.ProblemsAsync(moment, cancellationToken)).Select(problem => new Finding(true, $"SQLite: {problem}")));
        }

        foreach (var (statement, text) in Questions)
        {
            Tell(findings, await moment.ReadAsync(statement, row => $"{row.GetGuid(0)} {text}.", cancellationToken));
        }

        var types = await TypesAsync(moment, findings, cancellationToken);
        Tell(findings, await moment.ReadAsync(
            "SELECT node.key, content_type_key, published.content, segments FROM published JOIN node ON node.key = node_key", row => Unreadable(row, types), cancellationToken));
        await FeedAsync(moment, findings, cancellationToken);
        return (findings, await DatabaseFacts.FilesAsync(moment, cancellationToken));
    }

    private static async Task<HashSet<Guid>> TypesAsync(Moment moment, List<Finding> findings, CancellationToken cancellationToken)
    {
        var types = new HashSet<Guid>();
        Tell(findings, await moment.ReadAsync(
            "SELECT key, kind, body FROM definition",
            row =>
            {
                var definition = new DefinitionRow { Key = row.GetGuid(0), Kind = (DefinitionKind)row.GetInt32(1), Body = row.GetString(2) };
                try
                {
                    if (definition.Kind == DefinitionKind.ContentType)
                    {
                        types.Add(StoredJson.ReadContentType(definition).Key);
                    }
                    else
                    {
                        using var parsed = JsonDocument.Parse(definition.Body);
                    }

                    return null;
                }
                catch (JsonException)
                {
                    return $"Definitionen {definition.Key} ({definition.Kind}) kan ikke læses.";
                }
            },
            cancellationToken));
        return types;
    }

    private static string? Unreadable(DbDataReader row, HashSet<Guid> types)
    {
        var key = row.GetGuid(0);
        try
        {
            ContentJson.Read(row.GetString(2));
            StoredJson.ReadSegments(row.GetString(3));
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{key} er udgivet, men kan ikke læses.";
        }

        return types.Contains(row.GetGuid(1)) ? null : $"{key} er udgivet, men dets type findes ikke.";
    }

    private static async Task FeedAsync(Moment moment, List<Finding> findings, CancellationToken cancellationToken)
    {
        var (head, newest) = (await moment.ReadAsync(
            "SELECT (SELECT position FROM feed_head), (SELECT COALESCE(MAX(position), 0) FROM change)", row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken)).Single();
        if (head != newest)
        {
            findings.Add(new(true, string.Create(CultureInfo.InvariantCulture, $"Ændringernes hoved står på {head}, men den nyeste ændring er {newest}.")));
        }
    }

    private static void Tell(List<Finding> findings, IReadOnlyCollection<string?> problems)
    {
        var told = problems.OfType<string>().ToList();
        findings.AddRange(told.Take(Told).Select(text => new Finding(true, text)));
        if (told.Count > Told)
        {
            findings.Add(new(true, string.Create(CultureInfo.InvariantCulture, $"… og {told.Count - Told} mere af samme slags.")));
        }
    }
}
