using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Media;

/// <summary>Media in the recycle bin.</summary>
internal static class MediaRecycleBinEndpoints
{
    private static readonly NodeRecycleBin<MediaRecycleBinItem> Bin = new(NodeKind.Media, schema => new MediaModels(schema).RecycleBinItem);

    /// <summary>Maps <c>/recycle-bin/media</c>.</summary>
    public static void MapMediaRecycleBin(this IEndpointRouteBuilder management)
    {
        var bin = management.MapGroup("/recycle-bin/media").WithTags("Media").RequireAuthorization(Policies.Media).RequireReach();
        Bin.Map(bin, bin);
    }
}
