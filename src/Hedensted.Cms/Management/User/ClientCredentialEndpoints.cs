using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

internal sealed record CreateClientCredentialsRequest(string? ClientId, string? ClientSecret);

/// <summary>The keys of programs; a secret is written once and never shown.</summary>
internal static class ClientCredentialEndpoints
{
    private const int ShortestSecret = 16;
    private const int LongestSecret = 256;

    public static void MapClientCredentials(this IEndpointRouteBuilder management)
    {
        var credentials = management.MapGroup("/user/{id:guid}/client-credentials").WithTags("User").RequireAuthorization(Policies.Users);
        credentials.MapGet("", (Guid id, ApiClients clients, CancellationToken cancellationToken) => clients.OfAsync(id, cancellationToken));
        credentials.MapPost("", CreateAsync);
        credentials.MapDelete("/{clientId}", DeleteAsync);
    }

    private static async Task<IResult> CreateAsync(
        Guid id,
        CreateClientCredentialsRequest request,
        ClaimsPrincipal actor,
        ApiClients clients,
        Delegation delegation,
        Passwords passwords,
        CancellationToken cancellationToken)
    {
        if (await delegation.DeniedUsersAsync(actor, [id], cancellationToken) is { } denied)
        {
            return denied;
        }

        if (ClientCredentials.IdOf(request.ClientId) is not { } clientId)
        {
            return Answer(UserClientCredentialsOperationStatus.InvalidClientId);
        }

        if (request.ClientSecret is not { Length: >= ShortestSecret and <= LongestSecret } secret)
        {
            return Problems.BadRequest("InvalidClientSecret", "Hemmeligheden kan ikke bruges", $"Den skal være på mindst {ShortestSecret} og højst {LongestSecret} tegn.");
        }

        return Answer(await clients.AddAsync(id, clientId, await passwords.HashAsync(secret, cancellationToken), cancellationToken));
    }

    private static async Task<IResult> DeleteAsync(
        Guid id,
        string clientId,
        ClaimsPrincipal actor,
        ApiClients clients,
        Delegation delegation,
        SignedInUsers signedIn,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await delegation.DeniedUsersAsync(actor, [id], cancellationToken) is { } denied)
        {
            return denied;
        }

        var status = await clients.RemoveAsync(id, ClientCredentials.IdOf(clientId) ?? clientId, time.GetUtcNow(), cancellationToken);
        signedIn.Forget();
        return Answer(status);
    }

    private static IResult Answer(UserClientCredentialsOperationStatus status) => status switch
    {
        UserClientCredentialsOperationStatus.Success => TypedResults.Ok(),
        UserClientCredentialsOperationStatus.DuplicateClientId => Problems.BadRequest(status.ToString(), "Id'et er i brug", "Skriv et andet klient-id."),
        UserClientCredentialsOperationStatus.InvalidUser => Problems.BadRequest(status.ToString(), "Brugeren er ikke en API-bruger", "Kun API-brugere logger ind med nøgler."),
        _ => Problems.BadRequest(status.ToString(), "Id'et kan ikke bruges", "Brug bogstaver fra a til z, tal, punktum, bindestreg og understreg."),
    };
}
