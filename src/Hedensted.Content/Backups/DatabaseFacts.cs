using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Users;

namespace Hedensted.Content.Backups;

/// <summary>What is to be known of a database at one moment before it is copied or put in place.</summary>
internal static class DatabaseFacts
{
    private const string EpochTable = "database_epoch";

    /// <summary>Describes the copy that is made of this moment.</summary>
    public static async Task<DatabaseCopy> DescribeAsync(Moment moment, StorageProvider provider, string file, CancellationToken cancellationToken)
    {
        var position = await ChangeFeed.HeadAsync(moment, cancellationToken);
        var epoch = await moment.HasTableAsync(EpochTable, provider, cancellationToken)
            ? DatabaseEpoch.IdOf(Convert.FromHexString(await DatabaseEpoch.SecretAsync(moment, cancellationToken)))
            : null;
        return new(file, provider.ToString(), position.Value, epoch, [
            .. await MigrationsAsync(moment, provider, ContentDbContext.MigrationsTable, cancellationToken),
            .. await MigrationsAsync(moment, provider, UsersContext.MigrationsTable, cancellationToken),
        ]);
    }

    /// <summary>The files that the database points at.</summary>
    public static async Task<PointedAt> FilesAsync(Moment moment, CancellationToken cancellationToken)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        const string Drafts = "SELECT content FROM node_version WHERE key IN (SELECT draft_version_key FROM node WHERE NOT trashed) AND content LIKE '%/media/%'";
        const string Published = "SELECT content FROM published WHERE content LIKE '%/media/%'";
        const string Versions = "SELECT content FROM node_version WHERE content LIKE '%/media/%'";
        await moment.ReadAsync(Drafts, row => Add(needed, row.GetString(0)), cancellationToken);
        await moment.ReadAsync(Published, row => Add(needed, row.GetString(0)), cancellationToken);
        await moment.ReadAsync(Versions, row => Add(known, row.GetString(0)), cancellationToken);
        known.UnionWith(needed);
        return new(needed, known);
    }

    private static bool Add(HashSet<string> files, string content)
    {
        files.UnionWith(FileAddresses.In(content));
        return true;
    }

    private static async Task<ImmutableArray<string>> MigrationsAsync(Moment moment, StorageProvider provider, string table, CancellationToken cancellationToken) =>
        await moment.HasTableAsync(table, provider, cancellationToken)
            ? [.. await moment.ReadAsync($"SELECT \"MigrationId\" FROM \"{table}\" ORDER BY \"MigrationId\"", row => row.GetString(0), cancellationToken)]
            : [];
}
