using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Published;
using Hedensted.Content.Redirects;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.RedirectManagement;

/// <summary>An old address, and where it leads now.</summary>
internal sealed record RedirectResponse(Guid Id, string OriginalUrl, string DestinationUrl, DateTimeOffset Created, Reference Document, string? Culture);

/// <summary>Whether old addresses are remembered.</summary>
internal sealed record RedirectStatus(string Status, bool UserIsAdmin);

/// <summary>Old addresses of documents.</summary>
internal static class RedirectEndpoints
{
    private const string Enabled = nameof(Enabled);
    private const string Disabled = nameof(Disabled);

    /// <summary>Maps <c>/redirect-management</c>.</summary>
    public static void MapRedirects(this IEndpointRouteBuilder management)
    {
        var redirects = management.MapGroup("/redirect-management").WithTags("Redirect Management").RequireAuthorization(Policies.Content);
        redirects.MapGet("", (string? filter, [AsParameters] Paging paging, RedirectStore store, EditionSource editions, CancellationToken cancellationToken) =>
            ListAsync(filter, null, paging, store, editions, cancellationToken));
        redirects.MapGet("/{id:guid}", (Guid id, [AsParameters] Paging paging, RedirectStore store, EditionSource editions, CancellationToken cancellationToken) =>
            ListAsync(null, id, paging, store, editions, cancellationToken));
        redirects.MapDelete("/{id:guid}", DeleteAsync);
        redirects.MapGet("/status", StatusAsync);
        redirects.MapPost("/status", SetStatusAsync).RequireAuthorization(Policies.Settings);
    }

    private static async Task<Ok<PagedModel<RedirectResponse>>> ListAsync(
        string? filter, Guid? documentKey, Paging paging, RedirectStore store, EditionSource editions, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync(filter, documentKey, paging.Offset, paging.Limit, cancellationToken);
        var edition = editions.Current;
        return TypedResults.Ok(new PagedModel<RedirectResponse>(page.Total, [.. page.Items.Select(redirect => ResponseOf(redirect, edition))]));
    }

    private static async Task<Results<Ok, Problem>> DeleteAsync(Guid id, RedirectStore store, CancellationToken cancellationToken) =>
        await store.DeleteAsync(id, cancellationToken) ? TypedResults.Ok() : Problems.NotFound("Omdirigeringen");

    private static async Task<Ok<RedirectStatus>> StatusAsync(RedirectStore store, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RedirectStatus(await store.AreEnabledAsync(cancellationToken) ? Enabled : Disabled, IsAdministrator(user)));

    private static async Task<Results<Ok, Problem>> SetStatusAsync(string? status, RedirectStore store, CancellationToken cancellationToken)
    {
        if (status is not (Enabled or Disabled))
        {
            return Problems.BadRequest("InvalidStatus", "Ukendt tilstand", "Vælg «Enabled» eller «Disabled».");
        }

        await store.EnableAsync(status == Enabled, cancellationToken);
        return TypedResults.Ok();
    }

    // A document that readers do not see has no address; the old one then leads nowhere, and the list says so by showing none.
    private static RedirectResponse ResponseOf(Redirect redirect, Edition edition) => new(
        redirect.Key,
        redirect.Path,
        edition.Find(redirect.DocumentKey) is { } document ? edition.PathOf(document, redirect.Culture) : "",
        redirect.Created,
        new Reference(redirect.DocumentKey),
        redirect.Culture);

    // Whoever looks after the settings may switch it, the webmaster as well as the administrator.
    private static bool IsAdministrator(ClaimsPrincipal user) => user.HasClaim(UserClaims.Section, "Umb.Section.Settings");
}
