using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.User;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.UserGroup;

/// <summary>Groups: list, look up, make, change, delete, and who is in them.</summary>
internal static class UserGroupEndpoints
{
    /// <summary>Maps <c>/user-group</c>, <c>/filter/user-group</c> and <c>/item/user-group</c>.</summary>
    public static void MapUserGroups(this IEndpointRouteBuilder management)
    {
        var groups = management.MapGroup("/user-group").WithTags("User Group").RequireAuthorization(Policies.Users);
        groups.MapGet("", ListAsync);
        groups.MapGet("/{id:guid}", FindAsync);
        groups.MapPost("", CreateAsync);
        groups.MapPut("/{id:guid}", UpdateAsync);
        groups.MapDelete("/{id:guid}", (Guid id, ClaimsPrincipal actor, UserGroupChanges changes, CancellationToken cancellationToken) =>
            changes.DeleteAsync([id], actor, cancellationToken));
        groups.MapDelete("", ([FromBody] DeleteUserGroupsRequest request, ClaimsPrincipal actor, UserGroupChanges changes, CancellationToken cancellationToken) =>
            changes.DeleteAsync(UserModels.Keys(request.UserGroupIds), actor, cancellationToken));
        groups.MapPost("/{id:guid}/users", (Guid id, IReadOnlyList<Reference> users, ClaimsPrincipal actor, UserGroupChanges changes, CancellationToken cancellationToken) =>
            changes.AddMembersAsync(id, UserModels.Keys(users), actor, cancellationToken));
        groups.MapDelete(
            "/{id:guid}/users",
            (Guid id, [FromBody] IReadOnlyList<Reference> users, ClaimsPrincipal actor, UserGroupChanges changes, CancellationToken cancellationToken) =>
                changes.RemoveMembersAsync(id, UserModels.Keys(users), actor, cancellationToken));

        management.MapGet("/filter/user-group", FilterAsync).WithTags("User Group").RequireAuthorization(Policies.Users);
        management.MapGet("/item/user-group", ItemsAsync).WithTags("User Group").ForEverybodySignedIn();
    }

    private static async Task<PagedModel<UserGroupResponse>> ListAsync([AsParameters] Paging paging, UserGroupStore groups, CancellationToken cancellationToken) =>
        paging.Of((await groups.AllAsync(cancellationToken)).Select(UserGroupResponse.Of));

    private static async Task<PagedModel<UserGroupResponse>> FilterAsync(
        string? filter, [AsParameters] Paging paging, UserGroupStore groups, CancellationToken cancellationToken) =>
        paging.Of((await groups.AllAsync(cancellationToken))
            .Where(group => group.Name.Contains(filter?.Trim() ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(UserGroupResponse.Of));

    private static async Task<IEnumerable<UserGroupItem>> ItemsAsync([FromQuery(Name = "id")] Guid[] ids, UserStore users, CancellationToken cancellationToken) =>
        (await users.FindGroupsAsync(ids, cancellationToken)).Select(group => new UserGroupItem(group.Key, group.Name, group.Alias, group.Icon, []));

    private static async Task<Results<Ok<UserGroupResponse>, Problem>> FindAsync(Guid id, UserStore users, CancellationToken cancellationToken) =>
        await users.FindGroupsAsync([id], cancellationToken) is [var group]
            ? TypedResults.Ok(UserGroupResponse.Of(group))
            : UserGroupProblems.From(UserGroupOperationStatus.NotFound);

    private static async Task<IResult> CreateAsync(SaveUserGroupRequest request, ClaimsPrincipal actor, UserGroupChanges changes, CancellationToken cancellationToken)
    {
        var group = request.ToGroup(request.Id ?? Guid.CreateVersion7());
        return await changes.AddAsync(group, actor, cancellationToken) is { } problem ? problem : CreatedResource.At(group.Key, "user-group");
    }

    private static async Task<IResult> UpdateAsync(
        Guid id, SaveUserGroupRequest request, ClaimsPrincipal actor, UserGroupChanges changes, CancellationToken cancellationToken) =>
        await changes.UpdateAsync(request.ToGroup(id), actor, cancellationToken) is { } problem ? problem : TypedResults.Ok();
}
