using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Document;

/// <summary>Documents in the recycle bin.</summary>
internal static class DocumentRecycleBinEndpoints
{
    private static readonly NodeRecycleBin<DocumentRecycleBinItem> Bin = new(NodeKind.Document, schema => new DocumentModels(schema).RecycleBinItem);

    /// <summary>Maps <c>/recycle-bin/document</c>.</summary>
    public static void MapDocumentRecycleBin(this IEndpointRouteBuilder management)
    {
        var bin = management.MapGroup("/recycle-bin/document").WithTags("Document").RequireAuthorization(Policies.Content);
        Bin.Map(bin.MapGroup("").RequireVerb(Verbs.Read), bin.MapGroup("").RequireVerb(Verbs.Delete));
    }
}
