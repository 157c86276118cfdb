namespace Hedensted.Cms.Management.Nodes;

/// <summary>Documents and media: what both have in common lies here, the rest in the folders named after the resources.</summary>
internal static class NodesRoom
{
    /// <summary>Adds what the resources need.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services) => services;

    /// <summary>Maps the addresses of version 1.</summary>
    public static void MapNodes(this IEndpointRouteBuilder management) => _ = management;

    /// <summary>Maps the addresses of version 1.1.</summary>
    public static void MapNodes11(this IEndpointRouteBuilder management) => _ = management;
}
