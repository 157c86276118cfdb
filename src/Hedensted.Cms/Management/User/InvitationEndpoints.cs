using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

internal sealed record InviteUserRequest(Guid? Id, string? Email, string? UserName, string? Name, IReadOnlyList<Reference>? UserGroupIds, string? Message);

internal sealed record InviteAgainRequest(Reference? User, string? Message);

internal sealed record VerifyInvitationRequest(Reference? User, string? Token);

internal sealed record FirstPasswordRequest(Reference? User, string? Token, string? Password);

internal sealed record PasswordConfigurationResponse(PasswordConfiguration PasswordConfiguration);

/// <summary>Invites colleagues, by mail or – without a mail server – with a link that the administrator hands over.</summary>
internal static class InvitationEndpoints
{
    /// <summary>Maps <c>/user/invite</c>.</summary>
    public static void MapInvitations(this IEndpointRouteBuilder management)
    {
        var inviting = management.MapGroup("/user/invite").WithTags("User").RequireAuthorization(Policies.Users);
        inviting.MapPost("", InviteAsync);
        inviting.MapPost("/resend", InviteAgainAsync);

        // Whoever comes with a link is nobody yet.
        var invited = management.MapGroup("/user/invite").WithTags("User").AllowAnonymous();
        invited.MapPost("/verify", VerifyAsync);
        invited.MapPost("/create-password", ChooseAsync);
    }

    private static async Task<IResult> InviteAsync(
        InviteUserRequest request,
        ClaimsPrincipal actor,
        PasswordLinks links,
        Delegation delegation,
        TimeProvider time,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var user = UserEndpoints.NewUser(
            new CreateUserRequest(request.Id, UserKind.Default, request.Email, request.UserName, request.Name, request.UserGroupIds), time.GetUtcNow());
        var refused = UserEndpoints.ComplaintOf(user) is { } complaint
            ? UserProblems.From(complaint)
            : await delegation.DeniedGroupKeysAsync(actor, user.GroupKeys, cancellationToken);
        if (refused is not null)
        {
            return refused;
        }

        var (status, link) = await links.InviteAsync(user, request.Message, NameOf(actor), context.Request, cancellationToken);
        if (status != UserOperationStatus.Success)
        {
            return UserProblems.From(status);
        }

        HandOver(context.Response, link, user.Name);
        return CreatedResource.At(user.Key, "user");
    }

    private static async Task<IResult> InviteAgainAsync(
        InviteAgainRequest request,
        ClaimsPrincipal actor,
        UserStore users,
        PasswordLinks links,
        Delegation delegation,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (await users.FindAsync(request.User?.Id ?? Guid.Empty, cancellationToken) is not { } user)
        {
            return UserProblems.From(UserOperationStatus.UserNotFound);
        }

        if (await delegation.DeniedUsersAsync(actor, [user.Key], cancellationToken) is { } denied)
        {
            return denied;
        }

        var (status, link) = await links.InviteAgainAsync(user.Key, request.Message, NameOf(actor), context.Request, cancellationToken);
        if (status == UserOperationStatus.Success)
        {
            HandOver(context.Response, link, user.Name);
        }

        return UserProblems.Answer(status);
    }

    private static Task<IResult> VerifyAsync(VerifyInvitationRequest request, PresentedLinks links, HttpContext context, CancellationToken cancellationToken) =>
        links.VerifyAsync(new(LinkPurpose.Invitation, request.User, request.Token), context, cancellationToken);

    private static async Task<IResult> ChooseAsync(FirstPasswordRequest request, PresentedLinks links, HttpContext context, CancellationToken cancellationToken) =>
        await links.UseAsync(new(LinkPurpose.Invitation, request.User, request.Token), request.Password, context, cancellationToken) ?? TypedResults.Ok();

    private static void HandOver(HttpResponse response, string? link, string name)
    {
        if (link is not null)
        {
            response.Notify(
                NotificationType.Warning, $"Giv linket til {name}", $"Der er ingen mailserver. Linket virker én gang og i tre døgn: {link}");
        }
    }

    private static string NameOf(ClaimsPrincipal actor) => actor.FindFirstValue(ClaimTypes.Name) ?? "En kollega";
}
