using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.User;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.UserGroup;

/// <summary>Changes groups. Their members feel it at the next click.</summary>
internal sealed partial class UserGroupChanges(
    UserGroupStore groups,
    UserStore users,
    Delegation delegation,
    ContentTree tree,
    SchemaSource schemas,
    SignedInUsers signedIn,
    TimeProvider time,
    ILogger<UserGroupChanges> logger)
{
    private const int LongestName = 200;

    /// <returns>The refusal; null when it is done.</returns>
    public async Task<Problem?> AddAsync(Content.Model.UserGroup group, ClaimsPrincipal actor, CancellationToken cancellationToken) =>
        await ComplaintAsync(group, cancellationToken) is { } complaint ? UserGroupProblems.From(complaint)
        : await delegation.DeniedGroupsAsync(actor, [group], cancellationToken)
            ?? Done("made", [group.Key], actor, await groups.AddAsync(group, cancellationToken));

    /// <returns>The refusal; null when it is done.</returns>
    public async Task<Problem?> UpdateAsync(Content.Model.UserGroup group, ClaimsPrincipal actor, CancellationToken cancellationToken) =>
        await ComplaintAsync(group, cancellationToken) is { } complaint ? UserGroupProblems.From(complaint)
        : await delegation.DeniedGroupsAsync(actor, [group], cancellationToken)
            ?? await delegation.DeniedGroupKeysAsync(actor, [group.Key], cancellationToken)
            ?? Done("changed", [group.Key], actor, await groups.UpdateAsync(group, cancellationToken));

    public async Task<IResult> DeleteAsync(IReadOnlyCollection<Guid> keys, ClaimsPrincipal actor, CancellationToken cancellationToken) => Answer(
        await delegation.DeniedGroupKeysAsync(actor, keys, cancellationToken)
        ?? Done("deleted", keys, actor, await groups.DeleteAsync(keys, time.GetUtcNow(), cancellationToken)));

    public async Task<IResult> AddMembersAsync(Guid key, IReadOnlyCollection<Guid> members, ClaimsPrincipal actor, CancellationToken cancellationToken) => Answer(
        await delegation.DeniedGroupKeysAsync(actor, [key], cancellationToken)
        ?? await delegation.DeniedUsersAsync(actor, members, cancellationToken)
        ?? Done("given members", [key], actor, await groups.AddMembersAsync(key, members, time.GetUtcNow(), cancellationToken)));

    public async Task<IResult> RemoveMembersAsync(Guid key, IReadOnlyCollection<Guid> members, ClaimsPrincipal actor, CancellationToken cancellationToken) => Answer(
        await delegation.DeniedGroupKeysAsync(actor, [key], cancellationToken)
        ?? await delegation.DeniedUsersAsync(actor, members, cancellationToken)
        ?? Done("relieved of members", [key], actor, await groups.RemoveMembersAsync(key, members, time.GetUtcNow(), cancellationToken)));

    private static IResult Answer(Problem? problem) => problem is null ? TypedResults.Ok() : problem;

    private Problem? Done(string what, IReadOnlyCollection<Guid> keys, ClaimsPrincipal actor, UserGroupOperationStatus status)
    {
        var who = actor.UserKey();
        signedIn.Forget();
        if (status != UserGroupOperationStatus.Success)
        {
            return UserGroupProblems.From(status);
        }

        Log.Changed(logger, keys, what, who);
        return null;
    }

    // What is pointed at must be there: a permission on a page that does not exist would silently protect nothing.
    private async Task<UserGroupOperationStatus?> ComplaintAsync(Content.Model.UserGroup group, CancellationToken cancellationToken)
    {
        if (group.Name.Length == 0 || group.Alias.Length == 0)
        {
            return UserGroupOperationStatus.MissingName;
        }

        if (group.Name.Length > LongestName || group.Alias.Length > LongestName)
        {
            return group.Name.Length > LongestName ? UserGroupOperationStatus.NameTooLong : UserGroupOperationStatus.AliasTooLong;
        }

        // Permissions that were there before stay savable when their page has gone since.
        var earlier = (await users.FindGroupsAsync([group.Key], cancellationToken)).SingleOrDefault();
        var documents = group.DocumentPermissions.Select(permission => permission.DocumentKey).Except((earlier?.DocumentPermissions ?? []).Select(permission => permission.DocumentKey));
        var schema = await schemas.CurrentAsync(cancellationToken);
        return !await ExistAsync(NodeKind.Document, documents, cancellationToken) ? UserGroupOperationStatus.DocumentPermissionKeyNotFound
            : !await ExistAsync(NodeKind.Document, One(group.DocumentStartNodeKey), cancellationToken) ? UserGroupOperationStatus.DocumentStartNodeKeyNotFound
            : !await ExistAsync(NodeKind.Media, One(group.MediaStartNodeKey), cancellationToken) ? UserGroupOperationStatus.MediaStartNodeKeyNotFound
            : group.PropertyPermissions.Any(permission => schema.FindType(permission.ContentTypeKey) is null) ? UserGroupOperationStatus.DocumentTypePermissionKeyNotFound
            : group.Languages.Any(language => schema.FindLanguage(language) is null) ? UserGroupOperationStatus.LanguageNotFound
            : null;
    }

    private async Task<bool> ExistAsync(NodeKind kind, IEnumerable<Guid> keys, CancellationToken cancellationToken)
    {
        Guid[] wanted = [.. keys.Distinct()];
        return wanted.Length == 0 || (await tree.SummariesAsync(kind, wanted, cancellationToken)).Count == wanted.Length;
    }

    private static Guid[] One(Guid? key) => key is { } one ? [one] : [];

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "User groups {Groups} were {What} by {Actor}")]
        public static partial void Changed(ILogger logger, IReadOnlyCollection<Guid> groups, string what, Guid actor);
    }
}
