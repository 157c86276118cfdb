using Hedensted.Content.Model;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>Finds what a user may do: groups, start nodes and all.</summary>
internal sealed class UserRights(UserStore users, StartNodeCalculation starts)
{
    /// <summary>A user with rights; null when there is none with this key.</summary>
    public async Task<(User User, Rights Rights)?> FindAsync(Guid key, CancellationToken cancellationToken) =>
        await users.FindAsync(key, cancellationToken) is { } user ? (user, await OfAsync(user, cancellationToken)) : null;

    /// <summary>What a user may do.</summary>
    public async Task<Rights> OfAsync(User user, CancellationToken cancellationToken)
    {
        var groups = await users.FindGroupsAsync(user.GroupKeys, cancellationToken);
        var documents = await starts.CombineAsync(
            NodeKind.Document,
            Of(groups, group => group.DocumentRootAccess, group => group.DocumentStartNodeKey),
            new(user.DocumentRootAccess, user.DocumentStartNodeKeys),
            cancellationToken);
        var media = await starts.CombineAsync(
            NodeKind.Media,
            Of(groups, group => group.MediaRootAccess, group => group.MediaStartNodeKey),
            new(user.MediaRootAccess, user.MediaStartNodeKeys),
            cancellationToken);
        return Rights.Of(user, groups, documents, media);
    }

    private static StartNodes Of(IReadOnlyList<UserGroup> groups, Func<UserGroup, bool> root, Func<UserGroup, Guid?> node) =>
        new(groups.Any(root), [.. groups.Select(node).OfType<Guid>().Distinct()]);
}
