using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Media;

/// <summary>The media library.</summary>
internal static class MediaTreeEndpoints
{
    private static readonly NodeTree<MediaTreeItem> Tree = new(NodeKind.Media, schema => new MediaModels(schema).TreeItem);

    /// <summary>Maps <c>/tree/media</c>.</summary>
    public static void MapMediaTree(this IEndpointRouteBuilder management) =>
        Tree.Map(management.MapGroup("/tree/media").WithTags("Media").RequireAuthorization(Policies.Trees));
}
