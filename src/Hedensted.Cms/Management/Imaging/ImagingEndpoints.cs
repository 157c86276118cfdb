using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Imaging;

/// <summary>Addresses of thumbnails.</summary>
internal static class ImagingEndpoints
{
    /// <summary>Maps <c>/imaging/resize/urls</c>.</summary>
    public static void MapImaging(this IEndpointRouteBuilder management) =>
        management.MapGet("/imaging/resize/urls", ResizeAsync).WithTags("Imaging").RequireAuthorization(Policies.Trees);

    private static async Task<List<MediaUrlInfo>> ResizeAsync(
        [FromQuery(Name = "id")] Guid[] ids, int? height, int? width, string? mode, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, CancellationToken cancellationToken)
    {
        var nodes = await reaches.WithinAsync(NodeKind.Media, user, await tree.NodesAsync(NodeKind.Media, ids, cancellationToken), cancellationToken);
        return [.. nodes.Select(node => new MediaUrlInfo(node.Key, UrlOf(node, width ?? 300, height ?? width ?? 300, mode) is { } url ? [new(null, url)] : []))];
    }

    // The backoffice asks for any size; it gets the nearest that exists and is large enough, and scales it itself.
    private static string? UrlOf(ContentNode node, int width, int height, string? mode)
    {
        if (node.Draft.ValueOf("umbracoFile") is not { ValueKind: JsonValueKind.Object } file
            || !file.TryGetProperty("src", out var source)
            || source.GetString() is not { } url)
        {
            return null;
        }

        if (!MediaUrls.IsPicture(url))
        {
            return Path.GetExtension(url).ToLowerInvariant() is ".svg" or ".gif" ? url : null;
        }

        var wide = MediaUrls.WidthFor(Math.Max(width, height));
        return string.Equals(mode, "Crop", StringComparison.OrdinalIgnoreCase)
            ? MediaUrls.Variant(url, width, height, FocusOf(file))
            : string.Equals(mode, "Min", StringComparison.OrdinalIgnoreCase)
                ? string.Create(CultureInfo.InvariantCulture, $"{url}?width={wide}&height={wide}&mode=min")
                : MediaUrls.Variant(url, width);
    }

    private static string? FocusOf(JsonElement file) =>
        file.TryGetProperty("focalPoint", out var point) && point.ValueKind == JsonValueKind.Object
            ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(point.GetRawText())))[..8]
            : null;

    private sealed record MediaUrlInfo(Guid Id, IReadOnlyList<MediaUrl> UrlInfos);

    private sealed record MediaUrl(string? Culture, string Url);
}
