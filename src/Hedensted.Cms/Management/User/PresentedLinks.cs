using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

/// <summary>A link that somebody comes with: whose, and its secret.</summary>
internal readonly record struct PresentedLink(LinkPurpose Purpose, Reference? User, string? Secret);

/// <summary>Answers whoever comes with a link, of an invitation or of a forgotten password. Guesses are counted by address.</summary>
internal sealed class PresentedLinks(PasswordLinks links, LoginThrottle throttle)
{
    /// <summary>200 with what is asked of a password, or 400 when the link does not work (any more).</summary>
    public async Task<IResult> VerifyAsync(PresentedLink link, HttpContext context, CancellationToken cancellationToken) =>
        throttle.Refusal(context) is { } wait ? wait
        : await links.FindAsync(link.User?.Id, link.Purpose, link.Secret, cancellationToken) is not null
            ? TypedResults.Ok(new PasswordConfigurationResponse(PasswordConfiguration.Ours))
            : Closed(link.Purpose, context);

    /// <summary>Sets the password and uses the link up: null when it is done, else the refusal.</summary>
    public async Task<IResult?> UseAsync(PresentedLink link, string? password, HttpContext context, CancellationToken cancellationToken) =>
        throttle.Refusal(context) is { } wait ? wait
        : await links.UseAsync(link.User?.Id, link.Purpose, link.Secret, password, cancellationToken) switch
        {
            null => null,
            "" => Closed(link.Purpose, context),
            var complaint => UserProblems.Password(complaint),
        };

    private Problem Closed(LinkPurpose purpose, HttpContext context) => throttle.Failed(
        context,
        UserProblems.From(purpose == LinkPurpose.Invitation ? UserOperationStatus.InvalidInviteToken : UserOperationStatus.InvalidPasswordResetToken));
}
