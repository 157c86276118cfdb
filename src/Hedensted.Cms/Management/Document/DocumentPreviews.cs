using System.Security.Claims;
using Hedensted.Bibliotek.Addresses;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Site.Previews;
using Hedensted.Content.Model;
using Hedensted.Content.Previews;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>«Vis kladde»: the site's page, or a screen, with the draft in it.</summary>
internal static class DocumentPreviews
{
    private const string Page = "umbDocumentUrlProvider";
    private const string Screen = "hedenstedScreen";
    private const string ScreenType = "screen";

    /// <summary>Maps the address below <c>/document/{id}</c>.</summary>
    public static void MapPreviewUrl(this IEndpointRouteBuilder documents) => documents.MapGet("/{id:guid}/preview-url", UrlAsync);

    /// <summary>Maps <c>/preview</c>. The backoffice's preview window asks it with its cookie alone; that the request is from our own pages is checked for all that change something.</summary>
    public static void MapPreview(this IEndpointRouteBuilder management) => management.MapDelete("/preview", EndAsync).WithTags("Preview").AllowAnonymous();

    // Who is not signed in any more has no preview to end: it went with the session.
    private static async Task<Ok> EndAsync(HttpContext context, SignedInUsers users, PreviewStore previews, CancellationToken cancellationToken)
    {
        if (AuthCookies.Get(context, AuthCookies.Access) is { } token && await users.FindAsync(token, cancellationToken) is { } user)
        {
            await previews.EndAllAsync(user.UserKey(), cancellationToken);
        }

        return TypedResults.Ok();
    }

    private static async Task<Results<Ok<DocumentUrlInfo>, Problem>> UrlAsync(
        Guid id, string? providerAlias, string? culture, PreviewEditions editions, PreviewStore previews, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var wanted = string.IsNullOrEmpty(culture) ? null : culture;
        var provider = string.IsNullOrEmpty(providerAlias) ? Page : providerAlias;
        if (provider is not (Page or Screen))
        {
            return Problems.BadRequest("InvalidUrlProvider", "Den slags forhåndsvisning findes ikke", "Vælg «Vis kladde» eller «Vis kladde på skærm».");
        }

        if (await editions.WithDraftAsync(id, cancellationToken) is not { } edition || edition.Find(id) is not { } document)
        {
            return NodeProblems.NotFound(NodeKind.Document);
        }

        if ((provider == Screen ? ScreenOf(edition, document) : edition.PathOf(document, wanted)) is not { } path)
        {
            return TypedResults.Ok(new DocumentUrlInfo(wanted, null, "Der er ingen skærm at vise kladden på. Udgiv en skærm under «Skærme».", provider, false));
        }

        var token = await previews.OpenAsync(new Preview(id, wanted), user.UserKey(), user.SessionId(), cancellationToken);
        return TypedResults.Ok(new DocumentUrlInfo(wanted, OpenPreview.AddressOf(path, token), null, provider, false));
    }

    // A screen shows itself; anything else is shown where it happens, or on the first screen that there is.
    private static string? ScreenOf(Edition edition, PublishedDocument document)
    {
        var place = document.ValueOf("place")?.ToString();
        var screen = document.ContentType.Alias == ScreenType
            ? document
            : edition.OfType(ScreenType)
                .OrderByDescending(screen => !string.IsNullOrEmpty(place) && screen.ValueOf("branch")?.ToString().Contains(place, StringComparison.OrdinalIgnoreCase) == true)
                .ThenBy(screen => screen.SortOrder)
                .FirstOrDefault();
        return screen is null ? null : $"/skaerm/{SlugIndex.SlugOf(screen)}";
    }
}
