using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.User;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Management.Security;

internal sealed record ForgotPasswordRequest(string? Email);

internal sealed record VerifyResetRequest(Reference? User, string? ResetCode);

internal sealed record ResetPasswordRequest(Reference? User, string? ResetCode, string? Password);

/// <summary>The way back for somebody who has forgotten the password.</summary>
internal static class SecurityEndpoints
{
    /// <summary>Maps <c>/security/configuration</c> and <c>/security/forgot-password</c>.</summary>
    public static void MapSecurity(this IEndpointRouteBuilder management)
    {
        var security = management.MapGroup("/security").WithTags("Security").AllowAnonymous();
        security.MapGet("/configuration", () => new PasswordConfigurationResponse(PasswordConfiguration.Ours));
        security.MapPost("/forgot-password", Forgot);
        security.MapPost("/forgot-password/verify", VerifyAsync);
        security.MapPost("/forgot-password/reset", ResetAsync);
    }

    // The same answer, as fast, whether or not there is such a person: what is to be done is done when the answer is out.
    private static IResult Forgot(
        ForgotPasswordRequest request, PasswordLinks links, LoginThrottle throttle, HttpContext context, IHostApplicationLifetime lifetime)
    {
        if (throttle.Refusal(context) is { } wait)
        {
            return wait;
        }

        throttle.Fail(context.Connection.RemoteIpAddress);
        context.Response.OnCompleted(() => links.SendResetAsync(request.Email ?? "", context.Request, lifetime.ApplicationStopping));
        return TypedResults.Ok();
    }

    private static Task<IResult> VerifyAsync(VerifyResetRequest request, PresentedLinks links, HttpContext context, CancellationToken cancellationToken) =>
        links.VerifyAsync(new(LinkPurpose.PasswordReset, request.User, request.ResetCode), context, cancellationToken);

    private static async Task<IResult> ResetAsync(ResetPasswordRequest request, PresentedLinks links, HttpContext context, CancellationToken cancellationToken) =>
        await links.UseAsync(new(LinkPurpose.PasswordReset, request.User, request.ResetCode), request.Password, context, cancellationToken) ?? TypedResults.NoContent();
}
