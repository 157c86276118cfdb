using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Document;
using Hedensted.Cms.Management.DocumentVersion;
using Hedensted.Cms.Management.Media;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Documents and media: what both have in common lies here, the rest in the folders named after the resources.</summary>
internal static class NodesRoom
{
    /// <summary>Adds what the resources need.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services) => services
        .AddScoped<UserNames>()
        .AddScoped<EditConflicts>()
        .AddScoped<NodeWriter>()
        .AddScoped<ManyDocumentsWriter>()
        .AddScoped<NodePaths>()
        .AddScoped<NodeReaches>()
        .AddScoped<NewestEdition>()
        .AddScoped<MediaReach>()
        .AddScoped<DocumentPermissions>();

    /// <summary>Maps the addresses of version 1.</summary>
    public static void MapNodes(this IEndpointRouteBuilder management)
    {
        management.MapDocuments();
        management.MapDocumentTree();
        management.MapDocumentItems();
        management.MapDocumentRecycleBin();
        management.MapDocumentCollection();
        management.MapDocumentVersions();
        management.MapManyDocuments();
        management.MapPreview();

        management.MapMediaItems();
        management.MapMediaTree();
        management.MapMediaPickers();
        management.MapMediaRecycleBin();
        management.MapMediaCollection();
    }

    /// <summary>Maps the addresses of version 1.1.</summary>
    public static void MapNodes11(this IEndpointRouteBuilder management) => management.MapDocuments11();
}
