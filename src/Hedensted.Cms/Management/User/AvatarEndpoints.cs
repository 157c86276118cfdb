using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

internal sealed record SetAvatarRequest(Reference? File);

/// <summary>Portraits: one's own and, for administrators, others'.</summary>
internal static class AvatarEndpoints
{
    /// <summary>Maps the addresses of portraits, and where they are served.</summary>
    public static void MapAvatars(this IEndpointRouteBuilder management)
    {
        var own = management.MapGroup("/user/current/avatar").WithTags("User").ForEverybodySignedIn();
        own.MapPost("", async (SetAvatarRequest request, ClaimsPrincipal user, Avatars avatars, CancellationToken cancellationToken) =>
            UserProblems.Answer(await avatars.SetAsync(user.UserKey(), request.File?.Id ?? Guid.Empty, cancellationToken)));
        own.MapDelete("", async (ClaimsPrincipal user, Avatars avatars, CancellationToken cancellationToken) =>
        {
            await avatars.ClearAsync(user.UserKey(), cancellationToken);
            return TypedResults.Ok();
        });

        var others = management.MapGroup("/user/avatar/{id:guid}").WithTags("User").RequireAuthorization(Policies.Users);
        others.MapPost("", SetAsync);
        others.MapDelete("", ClearAsync);
    }

    /// <summary>Serves portraits; their names cannot be guessed, and pictures send no header that says who asks.</summary>
    public static void MapAvatarFiles(this IEndpointRouteBuilder app) => app.MapGet($"{Avatars.Root}/{{file}}", (string file, HttpContext context, Avatars avatars) =>
    {
        if (avatars.Find(file) is not var (path, contentType))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(path, contentType);
    }).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> SetAsync(
        Guid id, SetAvatarRequest request, ClaimsPrincipal actor, UserStore users, Delegation delegation, Avatars avatars, CancellationToken cancellationToken) =>
        await users.FindAsync(id, cancellationToken) is null ? UserProblems.From(UserOperationStatus.UserNotFound)
        : await delegation.DeniedUsersAsync(actor, [id], cancellationToken) is { } denied ? denied
        : UserProblems.Answer(await avatars.SetAsync(id, request.File?.Id ?? Guid.Empty, cancellationToken));

    private static async Task<IResult> ClearAsync(
        Guid id, ClaimsPrincipal actor, UserStore users, Delegation delegation, Avatars avatars, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is null)
        {
            return UserProblems.From(UserOperationStatus.UserNotFound);
        }

        if (await delegation.DeniedUsersAsync(actor, [id], cancellationToken) is { } denied)
        {
            return denied;
        }

        await avatars.ClearAsync(id, cancellationToken);
        return TypedResults.Ok();
    }
}
