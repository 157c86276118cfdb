using Hedensted.Cms.Management.Common;

namespace Hedensted.Cms.Management.Segment;

/// <summary>Segments are not used; the backoffice asks all the same.</summary>
internal static class SegmentEndpoints
{
    /// <summary>Maps <c>/segment</c>.</summary>
    public static void MapSegments(this IEndpointRouteBuilder management) =>
        management.MapGet("/segment", () => PagedModel<SegmentModel>.Empty).WithTags("Segment").ForEverybodySignedIn();

    private sealed record SegmentModel(string Name, string Alias, IReadOnlyList<string>? Cultures);
}
