using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

/// <summary>Gives colleagues a new password: one that the administrator writes, or one that is drawn and shown once.</summary>
internal static class UserPasswordEndpoints
{
    private const int DrawnBytes = 15;

    public static void MapUserPasswords(this IEndpointRouteBuilder users)
    {
        users.MapPost("/{id:guid}/change-password", ChangeAsync);
        users.MapPost("/{id:guid}/reset-password", ResetAsync);
    }

    private static async Task<IResult> ChangeAsync(
        Guid id, SetPasswordRequest request, ClaimsPrincipal actor, UserStore users, UserChanges changes, Passwords passwords, CancellationToken cancellationToken)
    {
        if (await ComplaintAsync(id, actor, users, cancellationToken) is { } problem)
        {
            return problem;
        }

        var user = (await users.FindAsync(id, cancellationToken))!;
        return PasswordPolicy.Complaint(request.NewPassword ?? "", user) is { } complaint
            ? UserProblems.Password(complaint)
            : await changes.SetPasswordAsync(id, await passwords.HashAsync(request.NewPassword!, cancellationToken), actor, cancellationToken);
    }

    private static async Task<IResult> ResetAsync(
        Guid id, ClaimsPrincipal actor, UserStore users, UserChanges changes, Passwords passwords, CancellationToken cancellationToken)
    {
        if (await ComplaintAsync(id, actor, users, cancellationToken) is { } problem)
        {
            return problem;
        }

        var password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(DrawnBytes));
        var answer = await changes.SetPasswordAsync(id, await passwords.HashAsync(password, cancellationToken), actor, cancellationToken);
        return answer is Problem ? answer : TypedResults.Ok(new NewPasswordResponse(password));
    }

    private static async Task<Problem?> ComplaintAsync(Guid id, ClaimsPrincipal actor, UserStore users, CancellationToken cancellationToken) =>
        id == actor.UserKey() ? UserProblems.From(UserOperationStatus.SelfPasswordResetNotAllowed)
        : await users.FindAsync(id, cancellationToken) switch
        {
            null => UserProblems.From(UserOperationStatus.UserNotFound),
            { Kind: UserKind.Api } => UserProblems.From(UserOperationStatus.InvalidUserType),
            _ => null,
        };
}
