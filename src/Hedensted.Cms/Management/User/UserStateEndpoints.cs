using System.Security.Claims;

namespace Hedensted.Cms.Management.User;

/// <summary>Opens, closes and unlocks accounts, and gives them groups.</summary>
internal static class UserStateEndpoints
{
    public static void MapUserStates(this IEndpointRouteBuilder users)
    {
        users.MapPost("/enable", (UsersRequest request, ClaimsPrincipal actor, UserChanges changes, CancellationToken cancellationToken) =>
            changes.EnableAsync(UserModels.Keys(request.UserIds), actor, cancellationToken));
        users.MapPost("/disable", (UsersRequest request, ClaimsPrincipal actor, UserChanges changes, CancellationToken cancellationToken) =>
            changes.DisableAsync(UserModels.Keys(request.UserIds), actor, cancellationToken));
        users.MapPost("/unlock", (UsersRequest request, ClaimsPrincipal actor, UserChanges changes, CancellationToken cancellationToken) =>
            changes.UnlockAsync(UserModels.Keys(request.UserIds), actor, cancellationToken));
        users.MapPost("/set-user-groups", (SetUserGroupsRequest request, ClaimsPrincipal actor, UserChanges changes, CancellationToken cancellationToken) =>
            changes.SetGroupsAsync(UserModels.Keys(request.UserIds), UserModels.Keys(request.UserGroupIds), actor, cancellationToken));
    }
}
