using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth.Entra;

/// <summary>From roles and groups in the directory to user groups here.</summary>
internal static class EntraGroups
{
    /// <summary>The aliases that the configuration names and nobody has.</summary>
    public static IEnumerable<string> Missing(EntraOptions options, IReadOnlyCollection<UserGroup> groups) => options.Groups.Values
        .Concat(options.DefaultGroups)
        .Where(alias => Find(groups, alias) is null)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the directory decides for these claims; else why they let nobody in.</summary>
    public static (GroupsFromElsewhere? Groups, EntraRefusal Refusal) Of(EntraClaims claims, EntraOptions options, IReadOnlyCollection<UserGroup> groups)
    {
        if (Missing(options, groups).Any())
        {
            return (null, EntraRefusal.MissingGroup);
        }

        if (options.Groups.Count == 0)
        {
            return (new GroupsFromElsewhere([], Keys(options.DefaultGroups)), default);
        }

        var granted = options.Groups.Where(mapping => claims.Roles.Contains(mapping.Key, StringComparer.OrdinalIgnoreCase)).Select(mapping => mapping.Value).ToArray();
        return granted.Length > 0 ? (new GroupsFromElsewhere(Keys(options.Groups.Values), Keys(granted)), default)
            : (null, claims.GroupsAreElsewhere ? EntraRefusal.TooManyGroups : EntraRefusal.NoRole);

        ImmutableHashSet<Guid> Keys(IEnumerable<string> aliases) => [.. aliases.Select(alias => Find(groups, alias)!.Key)];
    }

    private static UserGroup? Find(IReadOnlyCollection<UserGroup> groups, string alias) =>
        groups.FirstOrDefault(group => string.Equals(group.Alias, alias, StringComparison.OrdinalIgnoreCase));
}
