using System.Collections.Immutable;
using System.Net.Mail;
using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

/// <summary>Colleagues: list, look up, make, change, delete.</summary>
internal static class UserEndpoints
{
    private const int LongestName = 200;

    /// <summary>Maps <c>/user</c>, <c>/filter/user</c> and <c>/item/user</c>.</summary>
    public static void MapUsers(this IEndpointRouteBuilder management)
    {
        var users = management.MapGroup("/user").WithTags("User").RequireAuthorization(Policies.Users);
        users.MapGet("", ListAsync);
        users.MapGet("/batch", BatchAsync);
        users.MapGet("/{id:guid}", FindAsync);
        users.MapGet("/{id:guid}/calculate-start-nodes", CalculateAsync);
        users.MapPost("", CreateAsync);
        users.MapPut("/{id:guid}", UpdateAsync);
        users.MapDelete("/{id:guid}", (Guid id, ClaimsPrincipal actor, UserChanges changes, CancellationToken cancellationToken) =>
            changes.DeleteAsync([id], actor, cancellationToken));
        users.MapDelete("", ([FromBody] UsersRequest request, ClaimsPrincipal actor, UserChanges changes, CancellationToken cancellationToken) =>
            changes.DeleteAsync(UserModels.Keys(request.UserIds), actor, cancellationToken));
        users.MapUserStates();
        users.MapUserPasswords();

        management.MapGet("/filter/user", FilterAsync).WithTags("User").RequireAuthorization(Policies.Users);
        management.MapGet("/item/user", ItemsAsync).WithTags("User").ForEverybodySignedIn();
        management.MapGet("/user/configuration", () => UserConfiguration.Ours).WithTags("User").ForEverybodySignedIn();
    }

    private static async Task<PagedModel<UserResponse>> ListAsync([AsParameters] Paging paging, UserStore users, UserModels models, CancellationToken cancellationToken) =>
        new UserQuery { Skip = paging.Skip, Take = paging.Take }.Of(await models.OfAsync(await users.AllAsync(cancellationToken), cancellationToken));

    private static async Task<PagedModel<UserResponse>> FilterAsync([AsParameters] UserQuery query, UserStore users, UserModels models, CancellationToken cancellationToken) =>
        query.Of(await models.OfAsync(await users.AllAsync(cancellationToken), cancellationToken));

    private static async Task<PagedModel<UserResponse>> BatchAsync(
        [FromQuery(Name = "id")] Guid[] ids, UserStore users, UserModels models, CancellationToken cancellationToken)
    {
        var found = await models.OfAsync(await users.FindAsync(ids, cancellationToken), cancellationToken);
        return new(found.Count, found);
    }

    private static async Task<IEnumerable<UserItem>> ItemsAsync([FromQuery(Name = "id")] Guid[] ids, UserStore users, CancellationToken cancellationToken) =>
        (await users.FindAsync(ids, cancellationToken)).Select(user => new UserItem(user.Key, user.Name, Avatars.UrlsOf(user), user.Kind, []));

    private static async Task<Results<Ok<UserResponse>, Problem>> FindAsync(Guid id, UserStore users, UserModels models, CancellationToken cancellationToken) =>
        await models.OfAsync(await users.FindAsync([id], cancellationToken), cancellationToken) is [var user]
            ? TypedResults.Ok(user)
            : UserProblems.From(UserOperationStatus.UserNotFound);

    private static async Task<Results<Ok<CalculatedStartNodes>, Problem>> CalculateAsync(Guid id, UserRights rights, CancellationToken cancellationToken)
    {
        if (await rights.FindAsync(id, cancellationToken) is not var (_, found))
        {
            return UserProblems.From(UserOperationStatus.UserNotFound);
        }

        return TypedResults.Ok(new CalculatedStartNodes(
            id,
            UserModels.References(found.Documents.Nodes),
            found.Documents.Root,
            UserModels.References(found.Media.Nodes),
            found.Media.Root,
            ElementStartNodeIds: [],
            HasElementRootAccess: found.Documents.Root));
    }

    private static async Task<IResult> CreateAsync(
        CreateUserRequest request, ClaimsPrincipal actor, UserAdministration administration, Delegation delegation, TimeProvider time, CancellationToken cancellationToken)
    {
        var user = NewUser(request, time.GetUtcNow()) with { State = UserState.Active };
        var refused = ComplaintOf(user) is { } complaint ? UserProblems.From(complaint) : await delegation.DeniedGroupKeysAsync(actor, user.GroupKeys, cancellationToken);
        if (refused is not null)
        {
            return refused;
        }

        var status = await administration.AddAsync(user, null, cancellationToken);
        return status == UserOperationStatus.Success ? CreatedResource.At(user.Key, "user") : UserProblems.From(status);
    }

    private static async Task<IResult> UpdateAsync(
        Guid id,
        UpdateUserRequest request,
        ClaimsPrincipal actor,
        UserStore users,
        UserAdministration administration,
        Delegation delegation,
        ContentTree tree,
        SignedInUsers signedIn,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { } existing)
        {
            return UserProblems.From(UserOperationStatus.UserNotFound);
        }

        var (documents, media) = (UserModels.Keys(request.DocumentStartNodeIds), UserModels.Keys(request.MediaStartNodeIds));
        Content.Model.User Change(Content.Model.User user) => user with
        {
            Name = request.Name?.Trim() ?? "",
            Email = request.Email?.Trim() ?? "",
            LanguageIsoCode = request.LanguageIsoCode is { Length: > 0 } language ? language : user.LanguageIsoCode,
            GroupKeys = UserModels.Keys(request.UserGroupIds),
            DocumentRootAccess = request.HasDocumentRootAccess,
            DocumentStartNodeKeys = documents,
            MediaRootAccess = request.HasMediaRootAccess,
            MediaStartNodeKeys = media,
            UpdateDate = time.GetUtcNow(),
        };

        if (ComplaintOf(Change(existing)) is { } complaint)
        {
            return UserProblems.From(complaint);
        }

        if (!await ExistAsync(tree, NodeKind.Document, documents, cancellationToken))
        {
            return UserProblems.From(UserOperationStatus.ContentNodeNotFound);
        }

        if (!await ExistAsync(tree, NodeKind.Media, media, cancellationToken))
        {
            return UserProblems.From(UserOperationStatus.MediaNodeNotFound);
        }

        var denied = await delegation.DeniedUsersAsync(actor, [id], cancellationToken)
            ?? await delegation.DeniedGroupKeysAsync(actor, UserModels.Keys(request.UserGroupIds), cancellationToken)
            ?? await delegation.DeniedStartNodesAsync(
                actor, new(request.HasDocumentRootAccess, documents), new(request.HasMediaRootAccess, media), cancellationToken);
        if (denied is not null)
        {
            return denied;
        }

        var status = await administration.UpdateAsync(id, Change, cancellationToken);
        signedIn.Forget();
        return UserProblems.Answer(status);
    }

    /// <summary>A user as it is asked for.</summary>
    public static Content.Model.User NewUser(CreateUserRequest request, DateTimeOffset now) => new()
    {
        Key = request.Id ?? Guid.CreateVersion7(now),
        Kind = request.Kind,
        Name = request.Name?.Trim() ?? "",
        Email = request.Email?.Trim() ?? "",
        GroupKeys = UserModels.Keys(request.UserGroupIds),
        CreateDate = now,
        UpdateDate = now,
    };

    /// <summary>What is wrong with a user; null when nothing is.</summary>
    public static UserOperationStatus? ComplaintOf(Content.Model.User user) =>
        user.Name.Length is 0 or > LongestName ? UserOperationStatus.InvalidUserName
        : !MailAddress.TryCreate(user.Email, out var address) || address.Address != user.Email ? UserOperationStatus.InvalidEmail
        : user.GroupKeys.IsEmpty ? UserOperationStatus.NoUserGroup
        : user.LanguageIsoCode.Length is < 2 or > 14 ? UserOperationStatus.InvalidIsoCode
        : null;

    private static async Task<bool> ExistAsync(ContentTree tree, NodeKind kind, ImmutableArray<Guid> keys, CancellationToken cancellationToken) =>
        keys.IsEmpty || (await tree.SummariesAsync(kind, keys, cancellationToken)).Count(node => !node.Trashed) == keys.Length;
}
