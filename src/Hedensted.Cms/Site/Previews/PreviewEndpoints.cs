using Hedensted.Content.Previews;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Site.Previews;

/// <summary>«Afslut forhåndsvisning».</summary>
internal static class PreviewEndpoints
{
    /// <summary>Where the bar's button sends its token.</summary>
    public const string End = "/forhaandsvisning/afslut";

    private const int LargestForm = 4 * 1024;

    /// <summary>Maps the address. Whoever has the token may end it, and nobody else can.</summary>
    public static void MapPreviews(this IEndpointRouteBuilder app) =>
        app.MapPost(End, EndAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));

    private static async Task<IResult> EndAsync(HttpContext context, PreviewStore previews, EditionSource editions)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (form[OpenPreview.Parameter] is not [{ Length: > 0 } token])
        {
            return Results.BadRequest();
        }

        // The page as citizens see it, when they do.
        var shown = await previews.FindAsync(token, context.RequestAborted) is { } preview && editions.Current.Find(preview.DocumentKey) is { } document
            ? editions.Current.PathOf(document, preview.Culture)
            : "/";
        await previews.EndAsync(token, context.RequestAborted);
        return Results.LocalRedirect(shown);
    }
}
