using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

internal sealed record CreateUserDataRequest(Guid? Key, string? Group, string? Identifier, string? Value);

internal sealed record UpdateUserDataRequest(Guid Key, string? Group, string? Identifier, string? Value);

internal sealed record UserDataResponse(string Group, string Identifier, string Value);

/// <summary>What extensions of the backoffice remember about whoever is signed in; nobody sees another's.</summary>
internal static class UserDataEndpoints
{
    private const int LongestName = 255;
    private const int LongestValue = 100_000;

    /// <summary>Maps <c>/user-data</c>.</summary>
    public static void MapUserData(this IEndpointRouteBuilder management)
    {
        var data = management.MapGroup("/user-data").WithTags("User Data").ForEverybodySignedIn();
        data.MapGet("", ListAsync);
        data.MapGet("/{id:guid}", FindAsync);
        data.MapPost("", CreateAsync);
        data.MapPut("", UpdateAsync);
        data.MapDelete("/{id:guid}", async (Guid id, ClaimsPrincipal user, UserDataStore store, CancellationToken cancellationToken) =>
            Answer(await store.DeleteAsync(user.UserKey(), id, cancellationToken)));
    }

    private static async Task<PagedModel<UserData>> ListAsync(
        [FromQuery] string[]? groups, [FromQuery] string[]? identifiers, [AsParameters] Paging paging, ClaimsPrincipal user, UserDataStore store, CancellationToken cancellationToken) =>
        paging.Of(await store.FindAsync(user.UserKey(), groups ?? [], identifiers ?? [], cancellationToken));

    private static async Task<Results<Ok<UserDataResponse>, Problem>> FindAsync(Guid id, ClaimsPrincipal user, UserDataStore store, CancellationToken cancellationToken) =>
        (await store.FindAsync(user.UserKey(), [], [], cancellationToken)).FirstOrDefault(data => data.Key == id) is { } found
            ? TypedResults.Ok(new UserDataResponse(found.Group, found.Identifier, found.Value))
            : Problems.NotFound("Oplysningen");

    private static async Task<IResult> CreateAsync(CreateUserDataRequest request, ClaimsPrincipal user, UserDataStore store, CancellationToken cancellationToken)
    {
        var data = new UserData(request.Key ?? Guid.CreateVersion7(), request.Group ?? "", request.Identifier ?? "", request.Value ?? "");
        if (ComplaintOf(data) is { } complaint)
        {
            return complaint;
        }

        var status = await store.AddAsync(user.UserKey(), data, cancellationToken);
        return status == UserDataOperationStatus.Success ? CreatedResource.At(data.Key, "user-data") : Answer(status);
    }

    private static async Task<IResult> UpdateAsync(UpdateUserDataRequest request, ClaimsPrincipal user, UserDataStore store, CancellationToken cancellationToken)
    {
        var data = new UserData(request.Key, request.Group ?? "", request.Identifier ?? "", request.Value ?? "");
        return ComplaintOf(data) is { } complaint ? complaint : Answer(await store.UpdateAsync(user.UserKey(), data, cancellationToken));
    }

    private static Problem? ComplaintOf(UserData data) =>
        data.Group.Length is 0 or > LongestName || data.Identifier.Length is 0 or > LongestName || data.Value.Length > LongestValue
            ? Problems.BadRequest("InvalidRequest", "Oplysningen kan ikke gemmes", "Gruppe og navn skal være der, og teksten må højst fylde 100.000 tegn.")
            : null;

    private static IResult Answer(UserDataOperationStatus status) => status switch
    {
        UserDataOperationStatus.Success => TypedResults.Ok(),
        UserDataOperationStatus.AlreadyExists => Problems.BadRequest(status.ToString(), "Oplysningen findes allerede", "Ret den, der er, i stedet."),
        _ => Problems.NotFound("Oplysningen", status.ToString()),
    };
}
