using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>A line of a node's log.</summary>
/// <param name="User">Who; the zero key for the system.</param>
/// <param name="Timestamp">When.</param>
/// <param name="LogType">What.</param>
/// <param name="Comment">Danish, or null.</param>
/// <param name="Parameters">What the backoffice writes in place of <c>%0%</c> in its own sentence; for a line of our own it is the whole sentence.</param>
internal sealed record AuditLogResponse(Reference User, DateTimeOffset Timestamp, AuditType LogType, string? Comment, string? Parameters);

/// <summary>What was done to a node, by whom.</summary>
internal static class NodeAudit
{
    /// <summary>Maps the address below a resource.</summary>
    public static void MapAudit(this IEndpointRouteBuilder resource) => resource.MapGet("/{id:guid}/audit-log", AuditAsync);

    // The backoffice has no words for the birth of a node, and would show the raw name; being saved is what it sees of it.
    private static AuditType Known(AuditType type) => type == AuditType.New ? AuditType.Save : type;

    private static async Task<Ok<PagedModel<AuditLogResponse>>> AuditAsync(
        Guid id, string? orderDirection, DateTimeOffset? sinceDate, [AsParameters] Paging paging, History history, CancellationToken cancellationToken)
    {
        var descending = !string.Equals(orderDirection, "Ascending", StringComparison.OrdinalIgnoreCase);
        var page = await history.AuditAsync(id, descending, sinceDate, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<AuditLogResponse>(page.Total, [.. page.Items.Select(entry =>
            new AuditLogResponse(new Reference(entry.UserKey ?? Guid.Empty), entry.At, Known(entry.Type), entry.Comment, entry.Type == AuditType.Custom ? entry.Comment : null))]));
    }
}
