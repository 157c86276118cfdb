using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Users;

/// <summary>The keys that the servers of a site seal with, so that what one has sealed another can open.</summary>
public sealed class ProtectionKeys
{
    private readonly ContentDatabase _database;

    internal ProtectionKeys(ContentDatabase database) => _database = database;

    /// <summary>Whether the site can have several servers, and so must share its keys.</summary>
    public bool AreShared => _database.Provider == StorageProvider.PostgreSql;

    /// <summary>All there are, in the framework's own form.</summary>
    public Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellationToken) => _database.ReadAsync<IReadOnlyList<string>>(
        async context => await context.Set<ProtectionKeyRow>().AsNoTracking().OrderBy(key => key.Name).Select(key => key.Xml).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Keeps one; one of that name that is there already stays as it is.</summary>
    public Task AddAsync(string name, string xml, CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        context => context.Database.ExecuteSqlAsync($"INSERT INTO protection_key (name, xml) VALUES ({name}, {xml}) ON CONFLICT (name) DO NOTHING", cancellationToken),
        cancellationToken);
}
