using System.Globalization;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Storage;
using Hedensted.Cms.Media.Variants;
using Hedensted.Cms.Operations;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Hedensted.Cms.Media.Delivery;

/// <summary>Files to readers, in a way that lets no file do anything but be looked at.</summary>
internal static class MediaFileEndpoints
{
    /// <summary>The rules that every file is served under: it loads nothing, runs nothing and belongs to no site.</summary>
    public const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    // Browsers show PDFs and videos in a viewer of their own, which a sandbox keeps shut; neither can reach the site from there.
    private const string Viewer = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; media-src 'self'";

    // A picture's address never changes its picture, but a picture can be withdrawn: an hour is how long that may take to be noticed.
    private const string PublicCache = "public, max-age=3600";

    /// <summary>Maps <c>/media/{folder}/{name}</c>.</summary>
    public static void MapMediaFiles(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/media/{**path}", ServeAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ServeAsync(
        string path, HttpContext context, MediaFolders folders, PublicFiles readers, ImageVariants variants, SignedInUsers editors, CancellationToken cancellationToken)
    {
        var request = VariantRequest.IsAskedFor(context.Request.Query) ? VariantRequest.From(context.Request.Query) : null;
        if (request is null && VariantRequest.IsAskedFor(context.Request.Query))
        {
            return TypedResults.Text("Billedet findes ikke i den størrelse.", statusCode: StatusCodes.Status400BadRequest);
        }

        var original = folders.Find(path);
        var live = original is null ? null : await readers.FindAsync(path, new FileInfo(original), cancellationToken);
        if (original is null || (live is null && !await IsEditorAsync(context, editors, cancellationToken)))
        {
            return readers.SuccessorOf(path) is { } successor ? MovedTo(successor, context) : TypedResults.NotFound();
        }

        var focus = live is null ? FocalPoint.Centre : readers.FocusOf(live, FocalPoint.Parse(context.Request.Query["v"]));
        var resized = request is not null && MediaUrls.IsPicture(MediaFolders.UrlPrefix + path)
            ? await variants.FindAsync(original, request with { Cut = live is null ? null : readers.CutOf(live, request.Cut) }, focus, cancellationToken)
            : null;
        return Answer(context.Response, resized ?? original, live is not null);
    }

    // For a moment only: what was replaced can be replaced again, or taken back.
    private static RedirectHttpResult MovedTo(string successor, HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Redirect($"{MediaFolders.UrlPrefix}{Uri.EscapeDataString(successor).Replace("%2F", "/", StringComparison.Ordinal)}{context.Request.QueryString}");
    }

    // The backoffice shows pictures in the recycle bin too. A browser asks for a picture without the header that other requests are known
    // by, so here the cookie alone counts; it is never sent from another site's page.
    private static async Task<bool> IsEditorAsync(HttpContext context, SignedInUsers editors, CancellationToken cancellationToken) =>
        AuthCookies.Get(context, AuthCookies.Access) is { } token && await editors.FindAsync(token, cancellationToken) is not null;

    private static PhysicalFileHttpResult Answer(HttpResponse response, string path, bool isPublic)
    {
        var file = new FileInfo(path);
        var extension = file.Extension.TrimStart('.');
        var kind = FileKind.Avif.Extensions.Contains(extension) ? FileKind.Avif : FileKind.ByExtension(extension);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = kind is { Inline: true, Content: FileContent.Other } ? Viewer : Sandbox;
        response.Headers.CacheControl = isPublic ? PublicCache : "private, no-store";
        response.Headers["Cross-Origin-Resource-Policy"] = isPublic ? "cross-origin" : "same-origin"; // what is published may stand on any page
        var changed = new DateTimeOffset(file.LastWriteTimeUtc);
        return TypedResults.PhysicalFile(
            path,
            kind?.ContentType ?? "application/octet-stream",
            kind is { Inline: true } ? null : file.Name,
            changed,
            new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{file.Length:x}-{changed.UtcTicks:x}\"")),
            enableRangeProcessing: true);
    }
}
