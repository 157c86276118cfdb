using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Management.User;

/// <summary>Who is not an administrator hands on at most what they have themselves, and touches nobody who has more. So nobody raises themselves, alone or by way of another.</summary>
internal sealed class Delegation(UserStore users, UserRights rights, NodePaths paths)
{
    private static readonly Problem TooMuch = Problems.Forbidden("give rettigheder, som du ikke selv har");

    /// <summary>The refusal to change these users; null when it is allowed. Those that do not exist are not refused here.</summary>
    public async Task<Problem?> DeniedUsersAsync(ClaimsPrincipal actor, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var own = actor.Rights();
        if (own.IsAdministrator)
        {
            return null;
        }

        foreach (var user in await users.FindAsync(keys, cancellationToken))
        {
            var theirs = await rights.OfAsync(user, cancellationToken);
            if (await DeniedGroupKeysAsync(actor, user.GroupKeys, cancellationToken) is not null
                || await ExceedsAsync(own.Documents, theirs.Documents, NodeKind.Document, cancellationToken)
                || await ExceedsAsync(own.Media, theirs.Media, NodeKind.Media, cancellationToken))
            {
                return Problems.Forbidden("ændre en bruger, der har flere rettigheder end dig");
            }
        }

        return null;
    }

    /// <summary>The refusal to give these groups; null when it is allowed.</summary>
    public async Task<Problem?> DeniedGroupKeysAsync(ClaimsPrincipal actor, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        actor.Rights().IsAdministrator ? null : await DeniedGroupsAsync(actor, await users.FindGroupsAsync(keys, cancellationToken), cancellationToken);

    /// <summary>The refusal to make, change or give groups like these; null when it is allowed.</summary>
    public async Task<Problem?> DeniedGroupsAsync(ClaimsPrincipal actor, IReadOnlyCollection<Content.Model.UserGroup> groups, CancellationToken cancellationToken)
    {
        var own = actor.Rights();
        if (own.IsAdministrator)
        {
            return null;
        }

        foreach (var group in groups)
        {
            if (await ExceedsAsync(own, group, cancellationToken))
            {
                return TooMuch;
            }
        }

        return null;
    }

    /// <summary>The refusal to let somebody start here; null when it is allowed.</summary>
    public async Task<Problem?> DeniedStartNodesAsync(ClaimsPrincipal actor, StartNodes documents, StartNodes media, CancellationToken cancellationToken)
    {
        var own = actor.Rights();
        return !own.IsAdministrator
            && (await ExceedsAsync(own.Documents, documents, NodeKind.Document, cancellationToken)
                || await ExceedsAsync(own.Media, media, NodeKind.Media, cancellationToken))
            ? TooMuch
            : null;
    }

    private async Task<bool> ExceedsAsync(Rights own, Content.Model.UserGroup group, CancellationToken cancellationToken)
    {
        if (group.Key == Content.Model.UserGroup.AdministratorsKey
            || group.Sections.Except(own.Sections).Any()
            || group.Permissions.Except(own.Verbs).Any()
            || group.PropertyPermissions.Any(permission =>
                permission.Verbs.Any(verb => !own.MayProperty(permission.ContentTypeKey, permission.PropertyKey, verb)))
            || (group.AllLanguages ? !own.AllLanguages : group.Languages.Any(language => !own.MayWriteIn(language))))
        {
            return true;
        }

        // Wherever one of the two says something of its own, the group must not say more.
        var verbs = GroupVerbs.Of(group);
        Guid[] documents = [.. verbs.Documents.Keys, .. own.DocumentsOfTheirOwn];
        foreach (var path in (await paths.FindAsync(NodeKind.Document, documents, cancellationToken)).Values)
        {
            if (verbs.At(path).Any(verb => !own.MayAt(path, verb)))
            {
                return true;
            }
        }

        return await ExceedsAsync(own.Documents, new(group.DocumentRootAccess, One(group.DocumentStartNodeKey)), NodeKind.Document, cancellationToken)
            || await ExceedsAsync(own.Media, new(group.MediaRootAccess, One(group.MediaStartNodeKey)), NodeKind.Media, cancellationToken);
    }

    private async Task<bool> ExceedsAsync(StartNodes own, StartNodes given, NodeKind kind, CancellationToken cancellationToken)
    {
        if (own.Root)
        {
            return false;
        }

        if (given.Root)
        {
            return true;
        }

        foreach (var key in given.Nodes)
        {
            if (!own.Include(await paths.FindAsync(kind, key, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    private static System.Collections.Immutable.ImmutableArray<Guid> One(Guid? key) => key is { } one ? [one] : [];
}
