using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.UserGroup;
using Hedensted.Content.Users;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;

namespace Hedensted.Cms.Management.User;

/// <summary>Who is signed in and what the backoffice may show them.</summary>
internal sealed record CurrentUserResponse(
    Guid Id,
    string Email,
    string UserName,
    string Name,
    string LanguageIsoCode,
    IReadOnlyList<Reference> DocumentStartNodeIds,
    bool HasDocumentRootAccess,
    IReadOnlyList<Reference> MediaStartNodeIds,
    bool HasMediaRootAccess,
    IReadOnlyList<Reference> ElementStartNodeIds,
    bool HasElementRootAccess,
    IReadOnlyList<string> AvatarUrls,
    IReadOnlyList<string> Languages,
    bool HasAccessToAllLanguages,
    bool HasAccessToSensitiveData,
    IReadOnlyList<string> FallbackPermissions,
    IReadOnlyList<PermissionModel> Permissions,
    IReadOnlyList<string> AllowedSections,
    bool IsAdmin,
    IReadOnlyList<Reference> UserGroupIds);

internal sealed record UpdateProfileRequest(string? LanguageIsoCode);

internal sealed record ChangePasswordRequest(string? OldPassword, string? NewPassword);

/// <summary>What a user sees and changes about themselves.</summary>
internal static class CurrentUserEndpoints
{
    public static void MapCurrentUser(this IEndpointRouteBuilder management)
    {
        var current = management.MapGroup("/user/current").WithTags("User").ForEverybodySignedIn();
        current.MapGet("/", GetAsync);
        current.MapGet("/configuration", GetConfiguration);
        current.MapGet("/login-providers", () => TypedResults.Ok(Array.Empty<object>()));
        current.MapPut("/profile", UpdateProfileAsync);
        current.MapPost("/change-password", ChangePasswordAsync);
    }

    private static async Task<CurrentUserResponse> GetAsync(ClaimsPrincipal principal, UserStore users, CancellationToken cancellationToken)
    {
        var user = await WhoAsync(principal, users, cancellationToken);
        var groups = await users.FindGroupsAsync(user.GroupKeys, cancellationToken);
        var rights = principal.Rights();
        return new CurrentUserResponse(
            user.Key,
            user.Email,
            user.Email,
            user.Name,
            user.LanguageIsoCode,
            UserModels.References(rights.Documents.Nodes),
            rights.Documents.Root,
            UserModels.References(rights.Media.Nodes),
            rights.Media.Root,
            ElementStartNodeIds: [],
            HasElementRootAccess: true,
            Avatars.UrlsOf(user),
            rights.Languages,
            rights.AllLanguages,
            HasAccessToSensitiveData: rights.IsAdministrator || user.GroupKeys.Contains(Constants.Security.SensitiveDataGroupKey),
            rights.Verbs,
            rights.IsAdministrator ? [] : [.. groups.SelectMany(PermissionModel.Of)],
            rights.Sections,
            rights.IsAdministrator,
            UserModels.References(user.GroupKeys));
    }

    private static CurrentUserConfiguration GetConfiguration(IOptions<AuthOptions> options) =>
        new(options.Value.KeepUserLoggedIn, PasswordConfiguration.Ours, AllowChangePassword: true, AllowTwoFactor: true);

    private static async Task<IResult> UpdateProfileAsync(
        UpdateProfileRequest request, ClaimsPrincipal principal, UserStore users, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.LanguageIsoCode is not { Length: >= 2 and <= 14 } language)
        {
            return Problems.BadRequest("InvalidIsoCode", "Sproget kan ikke bruges", "Vælg et sprog på listen.");
        }

        await users.SetLanguageAsync(principal.UserKey(), language, time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok();
    }

    // Whoever knew the old password, or has a browser open somewhere, is out; this browser stays.
    private static async Task<IResult> ChangePasswordAsync(
        ChangePasswordRequest request, ClaimsPrincipal principal, UserStore users, UserAdministration administration, SignedInUsers signedIn,
        LoginAttempts attempts, Passwords passwords, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var user = await WhoAsync(principal, users, cancellationToken);
        if (await attempts.LockedUntilAsync(user.Email, now, cancellationToken) is not null)
        {
            return Problems.BadRequest("UserIsLockedOut", "Adgangskoden er ikke ændret", "Der har været for mange forkerte forsøg. Vent lidt, og prøv igen.");
        }

        var credentials = await users.FindCredentialsAsync(user.Email, cancellationToken);
        var answer = await passwords.CheckAsync(credentials?.PasswordHash, request.OldPassword ?? string.Empty, cancellationToken);
        if (!answer.IsRight)
        {
            await attempts.FailAsync(user.Email, now, cancellationToken);
            return Problems.BadRequest("OldPasswordIncorrect", "Adgangskoden er ikke ændret", "Den nuværende adgangskode er forkert.");
        }

        var password = request.NewPassword ?? string.Empty;
        if (PasswordPolicy.Complaint(password, user) is { } complaint)
        {
            return Problems.BadRequest("InvalidPassword", "Adgangskoden er ikke ændret", complaint);
        }

        var session = Guid.TryParse(principal.FindFirstValue(SignedInUsers.SessionClaim), out var id) ? id : (Guid?)null;
        await administration.SetPasswordAsync(user.Key, await passwords.HashAsync(password, cancellationToken), session, now, cancellationToken);
        signedIn.Forget();
        return TypedResults.Ok();
    }

    private static async Task<Content.Model.User> WhoAsync(ClaimsPrincipal principal, UserStore users, CancellationToken cancellationToken) =>
        await users.FindAsync(principal.UserKey(), cancellationToken) ?? throw new InvalidOperationException("The signed-in user is gone.");
}
