using System.Globalization;
using System.Security.Cryptography;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.DataProtection;

namespace Hedensted.Cms.Auth;

/// <summary>What the second page of sign-in sends.</summary>
internal sealed record SecondStepRequest(string? Code, string? Provider);

/// <summary>Signing in with two steps: the password, and a code from an app or a recovery code.</summary>
internal sealed class TwoStep(
    SecondSteps steps, UserStore users, LoginAttempts attempts, UserJournal journal, LoginThrottle throttle, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The only provider there is; the backoffice's extension is registered for this name.</summary>
    public const string Provider = "Hedensted.Totp";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _secrets = protection.CreateProtector("Hedensted.Cms.Auth.TwoStep");
    private readonly IDataProtector _pending = protection.CreateProtector("Hedensted.Cms.Auth.TwoStep.Pending");

    /// <summary>Whether a user signs in with two steps.</summary>
    public async Task<bool> IsOnAsync(Guid userKey, CancellationToken cancellationToken) => await steps.FindAsync(userKey, cancellationToken) is not null;

    /// <summary>Begins, when the code proves that the app has the secret.</summary>
    /// <returns>Null when the code is wrong; else whether it was begun, false when it was on already.</returns>
    public async Task<bool?> EnableAsync(Guid userKey, string? secret, string? code, CancellationToken cancellationToken) =>
        Totp.IsSecret(secret) && Totp.StepOf(secret!, code ?? "", time.GetUtcNow()) is { } step
            ? await steps.EnableAsync(userKey, _secrets.Protect(secret!), step, [.. Totp.RecoveryCodesOf(secret!).Select(OpaqueToken.HashOf)], cancellationToken)
            : null;

    /// <summary>Whether a code is right; a right one is used up. Five wrong ones lock the second step for a while.</summary>
    public async Task<bool> CheckAsync(Guid userKey, string? code, CancellationToken cancellationToken)
    {
        var (now, name, given) = (time.GetUtcNow(), $"second-step:{userKey}", code?.Trim().ToUpperInvariant() ?? "");
        if (await attempts.LockedUntilAsync(name, now, cancellationToken) is not null || await steps.FindAsync(userKey, cancellationToken) is not { } secret)
        {
            return false;
        }

        var right = Totp.StepOf(Unseal(secret), given, now) is { } step
            ? await steps.UseAsync(userKey, step, cancellationToken)
            : await steps.UseRecoveryAsync(userKey, OpaqueToken.HashOf(given), cancellationToken);
        if (right)
        {
            await attempts.SucceedAsync(name, cancellationToken);
        }
        else
        {
            var locked = await attempts.FailAsync(name, now, cancellationToken);
            await journal.NoteAsync(locked is null ? UserEvent.SignInFailed : UserEvent.LockedOut, [userKey], cancellationToken);
        }

        return right;
    }

    /// <summary>Asks for the second step: the browser keeps a sealed note of who showed the right password.</summary>
    public IResult Ask(User user, HttpContext context)
    {
        var until = time.GetUtcNow() + Patience;
        AuthCookies.Set(context, AuthCookies.Pending, _pending.Protect(string.Create(CultureInfo.InvariantCulture, $"{user.Key:N}{until.ToUnixTimeSeconds()}")));
        return Results.Json(new SecondStepResponse("", [Provider]), statusCode: StatusCodes.Status402PaymentRequired);
    }

    /// <summary>The second page of sign-in.</summary>
    public async Task<IResult> VerifyAsync(SecondStepRequest request, HttpContext context, SignIn signIn, CancellationToken cancellationToken)
    {
        if (throttle.Refusal(context) is { } wait)
        {
            return wait;
        }

        if (Pending(context) is not { } userKey || await users.FindAsync(userKey, cancellationToken) is not { State: UserState.Active } user)
        {
            AuthCookies.Delete(context, AuthCookies.Pending);
            return new Problem(StatusCodes.Status401Unauthorized, "Begynd forfra", "Der gik for lang tid. Log ind igen med din adgangskode.");
        }

        if (!await CheckAsync(userKey, request.Code, cancellationToken))
        {
            return throttle.Failed(context, Problems.BadRequest("InvalidCode", "Forkert kode", "Koden er forkert, brugt eller for gammel. Vent på den næste i appen, eller brug en nødkode."));
        }

        AuthCookies.Delete(context, AuthCookies.Pending);
        await signIn.CompleteAsync(user, null, context, cancellationToken);
        return TypedResults.Ok();
    }

    private Guid? Pending(HttpContext context)
    {
        try
        {
            return AuthCookies.Get(context, AuthCookies.Pending) is { } note
                && _pending.Unprotect(note) is { Length: > 32 } text
                && long.Parse(text[32..], CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                ? Guid.ParseExact(text[..32], "N")
                : null;
        }
        catch (CryptographicException)
        {
            return null; // made up, or sealed with keys that are gone
        }
    }

    private string Unseal(string secret) => _secrets.Unprotect(secret);

    private sealed record SecondStepResponse(string TwoFactorLoginView, IReadOnlyList<string> EnabledTwoFactorProviderNames);
}
