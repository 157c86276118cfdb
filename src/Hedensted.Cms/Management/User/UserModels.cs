using System.Collections.Immutable;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Management.User;

/// <summary>A user as administrators see it; start nodes are those of the user's own.</summary>
internal sealed record UserResponse(
    Guid Id,
    string? LanguageIsoCode,
    IReadOnlyList<Reference> DocumentStartNodeIds,
    bool HasDocumentRootAccess,
    IReadOnlyList<Reference> MediaStartNodeIds,
    bool HasMediaRootAccess,
    IReadOnlyList<Reference> ElementStartNodeIds,
    bool HasElementRootAccess,
    IReadOnlyList<string> AvatarUrls,
    UserState State,
    int FailedLoginAttempts,
    DateTimeOffset CreateDate,
    DateTimeOffset UpdateDate,
    DateTimeOffset? LastLoginDate,
    DateTimeOffset? LastLockoutDate,
    DateTimeOffset? LastPasswordChangeDate,
    bool IsAdmin,
    UserKind Kind,
    string Email,
    string UserName,
    string Name,
    IReadOnlyList<Reference> UserGroupIds);

/// <summary>Where a user starts when groups and own start nodes are added up.</summary>
internal sealed record CalculatedStartNodes(
    Guid Id,
    IReadOnlyList<Reference> DocumentStartNodeIds,
    bool HasDocumentRootAccess,
    IReadOnlyList<Reference> MediaStartNodeIds,
    bool HasMediaRootAccess,
    IReadOnlyList<Reference> ElementStartNodeIds,
    bool HasElementRootAccess);

internal sealed record CreateUserRequest(Guid? Id, UserKind Kind, string? Email, string? UserName, string? Name, IReadOnlyList<Reference>? UserGroupIds);

internal sealed record UpdateUserRequest(
    string? LanguageIsoCode,
    IReadOnlyList<Reference>? DocumentStartNodeIds,
    bool HasDocumentRootAccess,
    IReadOnlyList<Reference>? MediaStartNodeIds,
    bool HasMediaRootAccess,
    string? Email,
    string? UserName,
    string? Name,
    IReadOnlyList<Reference>? UserGroupIds);

internal sealed record UsersRequest(IReadOnlyList<Reference>? UserIds);

internal sealed record SetUserGroupsRequest(IReadOnlyList<Reference>? UserIds, IReadOnlyList<Reference>? UserGroupIds);

internal sealed record SetPasswordRequest(string? NewPassword);

internal sealed record NewPasswordResponse(string? ResetPassword);

/// <summary>From users to what the backoffice shows.</summary>
internal sealed class UserModels(LoginAttempts attempts, TimeProvider time)
{
    /// <summary>Users with their state at this moment.</summary>
    public async Task<IReadOnlyList<UserResponse>> OfAsync(IReadOnlyCollection<Content.Model.User> users, CancellationToken cancellationToken)
    {
        var failed = await attempts.FindAsync([.. users.Select(user => user.Email)], cancellationToken);
        var now = time.GetUtcNow();
        return [.. users.Select(user => Of(user, failed.GetValueOrDefault(user.Email), now))];
    }

    /// <summary>References to keys.</summary>
    public static IReadOnlyList<Reference> References(IEnumerable<Guid> keys) => [.. keys.Select(key => new Reference(key))];

    /// <summary>The keys that are referred to.</summary>
    public static ImmutableArray<Guid> Keys(IEnumerable<Reference>? references) => [.. (references ?? []).Select(reference => reference.Id).Distinct()];

    private static UserResponse Of(Content.Model.User user, FailedLogins? failed, DateTimeOffset now) => new(
        user.Key,
        user.LanguageIsoCode,
        References(user.DocumentStartNodeKeys),
        user.DocumentRootAccess,
        References(user.MediaStartNodeKeys),
        user.MediaRootAccess,
        ElementStartNodeIds: [],
        HasElementRootAccess: false,
        Avatars.UrlsOf(user),
        StateOf(user, failed, now),
        failed?.Failures ?? 0,
        user.CreateDate,
        user.UpdateDate,
        user.LastLoginDate,
        failed?.LockedUntil,
        user.PasswordChangeDate,
        user.GroupKeys.Contains(Content.Model.UserGroup.AdministratorsKey),
        user.Kind,
        user.Email,
        user.Email,
        user.Name,
        References(user.GroupKeys));

    private static UserState StateOf(Content.Model.User user, FailedLogins? failed, DateTimeOffset now) =>
        user.State != UserState.Active ? user.State
        : failed?.LockedUntil > now ? UserState.LockedOut
        : user.LastLoginDate is null && user.Kind == UserKind.Default ? UserState.Inactive
        : UserState.Active;
}
