using System.Security.Claims;
using System.Text;
using System.Text.Json.Serialization;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;
using QRCoder;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

internal sealed record TwoStepProvider(string ProviderName, bool IsEnabledOnUser);

/// <summary>What an app needs, and what to write down.</summary>
internal sealed record TwoStepSetUp(
    [property: JsonPropertyName("$type")] string Type, string Secret, string QrCodeSetupImageUrl, IReadOnlyList<string> RecoveryCodes);

internal sealed record TwoStepEnabled([property: JsonPropertyName("$type")] string Type);

internal sealed record EnableTwoStepRequest(string? Code, string? Secret);

/// <summary>Turns the second step of sign-in on and off: one's own, and off for a colleague who has lost the app.</summary>
internal static class TwoStepEndpoints
{
    private const string NoMore = "NoopSetupTwoFactorModel";

    public static void MapTwoStep(this IEndpointRouteBuilder management)
    {
        var own = management.MapGroup("/user/current/2fa").WithTags("User").ForEverybodySignedIn();
        own.MapGet("", (ClaimsPrincipal user, TwoStep twoStep, CancellationToken cancellationToken) => ProvidersAsync(user.UserKey(), twoStep, cancellationToken));
        own.MapGet("/{providerName}", SetUpAsync);
        own.MapPost("/{providerName}", EnableAsync);
        own.MapDelete("/{providerName}", DisableAsync);

        var others = management.MapGroup("/user/{id:guid}/2fa").WithTags("User").RequireAuthorization(Policies.Users);
        others.MapGet("", async (Guid id, UserStore users, TwoStep twoStep, CancellationToken cancellationToken) =>
            await users.FindAsync(id, cancellationToken) is null
                ? (IResult)UserProblems.From(UserOperationStatus.UserNotFound)
                : TypedResults.Ok(await ProvidersAsync(id, twoStep, cancellationToken)));
        others.MapDelete("/{providerName}", DisableOtherAsync);
    }

    private static async Task<TwoStepProvider[]> ProvidersAsync(Guid userKey, TwoStep twoStep, CancellationToken cancellationToken) =>
        [new TwoStepProvider(TwoStep.Provider, await twoStep.IsOnAsync(userKey, cancellationToken))];

    private static async Task<IResult> SetUpAsync(string providerName, ClaimsPrincipal user, UserStore users, TwoStep twoStep, CancellationToken cancellationToken)
    {
        if (providerName != TwoStep.Provider)
        {
            return Unknown();
        }

        if (await twoStep.IsOnAsync(user.UserKey(), cancellationToken))
        {
            return Already();
        }

        var secret = Totp.NewSecret();
        var email = (await users.FindAsync(user.UserKey(), cancellationToken))!.Email;
        return TypedResults.Ok(new TwoStepSetUp("SetupTwoFactorModel", secret, PictureOf(Totp.AddressOf(secret, email)), Totp.RecoveryCodesOf(secret)));
    }

    private static async Task<IResult> EnableAsync(
        string providerName, EnableTwoStepRequest request, ClaimsPrincipal user, TwoStep twoStep, CancellationToken cancellationToken) =>
        providerName != TwoStep.Provider ? Unknown()
        : await twoStep.EnableAsync(user.UserKey(), request.Secret, request.Code, cancellationToken) switch
        {
            true => TypedResults.Ok(new TwoStepEnabled(NoMore)),
            false => Already(),
            null => Wrong(),
        };

    private static async Task<IResult> DisableAsync(
        string providerName, string? code, ClaimsPrincipal user, TwoStep twoStep, SecondSteps steps, CancellationToken cancellationToken)
    {
        if (providerName != TwoStep.Provider)
        {
            return Unknown();
        }

        if (!await twoStep.CheckAsync(user.UserKey(), code, cancellationToken))
        {
            return Wrong();
        }

        await steps.DisableAsync(user.UserKey(), cancellationToken);
        return TypedResults.Ok();
    }

    private static async Task<IResult> DisableOtherAsync(
        Guid id, string providerName, ClaimsPrincipal actor, SecondSteps steps, Delegation delegation, CancellationToken cancellationToken) =>
        await delegation.DeniedUsersAsync(actor, [id], cancellationToken) is { } denied ? denied
        : providerName == TwoStep.Provider && await steps.DisableAsync(id, cancellationToken) ? TypedResults.Ok()
        : Unknown();

    private static string PictureOf(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(code.GetGraphic(5)))}";
    }

    private static Problem Unknown() => Problems.NotFound("Metoden", nameof(TwoFactorOperationStatus.ProviderNameNotFound));

    private static Problem Already() => Problems.BadRequest(
        nameof(TwoFactorOperationStatus.ProviderAlreadySetup), "To trin er allerede slået til", "Slå det fra først, hvis du vil bruge en anden app.");

    private static Problem Wrong() => Problems.BadRequest(
        nameof(TwoFactorOperationStatus.InvalidCode), "Koden er forkert", "Vent på den næste kode i appen, og skriv den.");
}
