using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Servers;

/// <summary>The servers of the site, each with the position that its readers see.</summary>
/// <remarks>
/// A row each, written beside publishing and never in its way: no lock of the feed is taken. Silence is measured by the database's clock, so the
/// servers' own may differ. A site in a SQLite file has one server, which knows itself without asking or writing.
/// </remarks>
public sealed class ServerRegister
{
    private const string Clock = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly ContentDatabase _database;
    private readonly EditionSource _editions;
    private readonly ServerIdentity _self;

    internal ServerRegister(ContentDatabase database, EditionSource editions, ServerIdentity self) => (_database, _editions, _self) = (database, editions, self);

    /// <summary>Whether the site can have several servers.</summary>
    internal bool IsShared => _database.Provider == StorageProvider.PostgreSql;

    /// <summary>All that have told of themselves within the hour, by name; those that were stopped in order are not among them.</summary>
    public async Task<IReadOnlyList<SiteServer>> ListAsync(CancellationToken cancellationToken) => IsShared
        ? await _database.ReadMomentAsync(
            moment => moment.ReadAsync(
                $"SELECT key, name, role, position, {Clock} - seen FROM server ORDER BY name, key",
                row => new SiteServer(
                    row.GetGuid(0), row.GetString(1), (NodeRole)row.GetInt32(2), new ChangePosition(row.GetInt64(3)), TimeSpan.FromMilliseconds(Math.Max(0, row.GetInt64(4)))),
                cancellationToken),
            cancellationToken)
        : [new SiteServer(_self.Key, _self.Name, _self.Role, _editions.IsReady ? _editions.Current.Position : ChangePosition.Start, TimeSpan.Zero)];

    /// <summary>Tells of this server, and forgets those that nobody has heard of for an hour.</summary>
    internal Task AnnounceAsync(ChangePosition position, CancellationToken cancellationToken)
    {
        var (value, role, forgotten) = (position.Value, (int)_self.Role, (long)Forgotten.TotalMilliseconds);
        return _database.WriteRuntimeAsync(
            async context =>
            {
                await context.Database.ExecuteSqlRawAsync(
                    $$"""
                    INSERT INTO server (key, name, role, position, seen) VALUES ({0}, {1}, {2}, {3}, {{Clock}})
                    ON CONFLICT (key) DO UPDATE SET position = excluded.position, seen = excluded.seen
                    """,
                    [_self.Key, _self.Name, role, value],
                    cancellationToken);
                return await context.Database.ExecuteSqlRawAsync($$"""DELETE FROM server WHERE seen < {{Clock}} - {0}""", [forgotten], cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>This server is stopping.</summary>
    internal Task LeaveAsync(CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        context => context.Database.ExecuteSqlAsync($"DELETE FROM server WHERE key = {_self.Key}", cancellationToken), cancellationToken);
}
