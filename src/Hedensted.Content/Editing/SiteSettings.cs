using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Small settings that people change while the site runs, by name.</summary>
public sealed class SiteSettings
{
    private readonly ContentDatabase _database;

    internal SiteSettings(ContentDatabase database) => _database = database;

    /// <summary>All whose names begin like this, by the rest of the name and in its order.</summary>
    public Task<IReadOnlyList<(string Name, string Value)>> BelowAsync(string prefix, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<(string, string)>>(
            async context =>
            {
                var rows = await context.Set<SiteSettingRow>().AsNoTracking().Where(row => row.Name.StartsWith(prefix)).ToListAsync(cancellationToken);
                return [.. rows.Select(row => (Name: row.Name[prefix.Length..], row.Value)).OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase)];
            },
            cancellationToken);

    /// <summary>Sets one.</summary>
    public Task SetAsync(string name, string value, CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        async context =>
        {
            if (await context.Set<SiteSettingRow>().FindAsync([name], cancellationToken) is { } row)
            {
                row.Value = value;
            }
            else
            {
                context.Add(new SiteSettingRow { Name = name, Value = value });
            }

            return true;
        },
        cancellationToken);

    /// <summary>Removes one.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        async context => await context.Set<SiteSettingRow>().Where(row => row.Name == name).ExecuteDeleteAsync(cancellationToken) > 0, cancellationToken);
}
