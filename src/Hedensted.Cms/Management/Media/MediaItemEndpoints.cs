using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Media;

/// <summary>Media by key and by name, for pickers and search.</summary>
internal static class MediaItemEndpoints
{
    private static readonly NodeItems<MediaItem> Items = new(NodeKind.Media, schema => new MediaModels(schema).Item);

    /// <summary>Maps <c>/item/media</c>.</summary>
    public static void MapMediaPickers(this IEndpointRouteBuilder management) =>
        Items.Map(management.MapGroup("/item/media").WithTags("Media").RequireAuthorization(Policies.Trees));
}
