using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Redirects;

/// <summary>An address that a document has left.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="Path">The old address, e.g. <c>/ord/gammelt</c>.</param>
/// <param name="Culture">Of the address; null for an invariant document.</param>
/// <param name="DocumentKey">Who stood there.</param>
/// <param name="Created">When it left.</param>
public sealed record Redirect(Guid Key, string Path, string? Culture, Guid DocumentKey, DateTimeOffset Created)
{
    /// <summary>An address as addresses are compared: case and a trailing slash do not count.</summary>
    internal static string Normal(string path) => $"/{path.Trim('/').ToLowerInvariant()}";
}

/// <summary>Old addresses of documents, so that links to them still lead there.</summary>
public sealed class RedirectStore
{
    private const string Setting = "redirects";
    private const string Disabled = "disabled";
    private readonly ContentDatabase _database;
    private readonly SiteSettings _settings;

    internal RedirectStore(ContentDatabase database, SiteSettings settings) => (_database, _settings) = (database, settings);

    /// <summary>Whether addresses that documents leave are remembered, and old ones followed; they are until an administrator says otherwise.</summary>
    public Task<bool> AreEnabledAsync(CancellationToken cancellationToken) => _database.ReadAsync(context => AreEnabledAsync(context, cancellationToken), cancellationToken);

    /// <summary>Turns remembering on or off; what is remembered stays.</summary>
    public Task EnableAsync(bool enabled, CancellationToken cancellationToken) => _settings.SetAsync(Setting, enabled ? "enabled" : Disabled, cancellationToken);

    /// <summary>Who stood at this address; null when nobody did, or old addresses are not followed.</summary>
    /// <param name="path">Case and a trailing slash do not count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Redirect?> FindAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var wanted = Redirect.Normal(path);
        return _database.ReadAsync(
            async context =>
                await context.Set<RedirectRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Path == wanted, cancellationToken) is { } row
                && await AreEnabledAsync(context, cancellationToken)
                    ? Of(row)
                    : null,
            cancellationToken);
    }

    /// <summary>All of them, the newest first.</summary>
    /// <param name="filter">Part of the old address; null or empty for all.</param>
    /// <param name="documentKey">Of one document only; null for all.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Page<Redirect>> ListAsync(string? filter, Guid? documentKey, int skip, int take, CancellationToken cancellationToken)
    {
        var part = filter?.ToLowerInvariant() ?? "";
        return _database.ReadAtOnceAsync(
            async context =>
            {
                var found = context.Set<RedirectRow>().AsNoTracking()
                    .Where(row => (documentKey == null || row.NodeKey == documentKey) && row.Path.Contains(part));
                var rows = await found.OrderByDescending(row => row.Created).ThenBy(row => row.Path).Skip(skip).Take(take).ToListAsync(cancellationToken);
                return new Page<Redirect>(await found.CountAsync(cancellationToken), [.. rows.Select(Of)]);
            },
            cancellationToken);
    }

    /// <summary>Forgets one.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(Guid key, CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        async context => await context.Set<RedirectRow>().Where(row => row.Key == key).ExecuteDeleteAsync(cancellationToken) > 0, cancellationToken);

    internal static async Task<bool> AreEnabledAsync(ContentDbContext context, CancellationToken cancellationToken) =>
        !await context.Set<SiteSettingRow>().AnyAsync(setting => setting.Name == Setting && setting.Value == Disabled, cancellationToken);

    private static Redirect Of(RedirectRow row) => new(row.Key, row.Path, row.Culture.Length == 0 ? null : row.Culture, row.NodeKey, row.Created);
}
