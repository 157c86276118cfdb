using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.User;

internal sealed record NodePermissions(Guid NodeKey, IReadOnlyList<string> Permissions);

internal sealed record UserPermissions(IReadOnlyList<NodePermissions> Permissions);

/// <summary>What whoever is signed in may do to these documents and media.</summary>
internal static class CurrentUserPermissions
{
    public static void MapCurrentUserPermissions(this IEndpointRouteBuilder management)
    {
        var permissions = management.MapGroup("/user/current/permissions").WithTags("User").ForEverybodySignedIn();
        permissions.MapGet("", FindAsync);
        permissions.MapGet("/document", DocumentsAsync);
        permissions.MapGet("/media", MediaAsync);
    }

    private static async Task<UserPermissions> FindAsync(
        [FromQuery(Name = "id")] Guid[] ids, ClaimsPrincipal user, NodePaths paths, CancellationToken cancellationToken)
    {
        var documents = await DocumentsAsync(ids, user, paths, cancellationToken);
        var media = await MediaAsync(ids, user, paths, cancellationToken);
        return new([.. documents.Permissions, .. media.Permissions]);
    }

    private static async Task<UserPermissions> DocumentsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ClaimsPrincipal user, NodePaths paths, CancellationToken cancellationToken)
    {
        var rights = user.Rights();
        return new([.. (await paths.FindAsync(NodeKind.Document, ids, cancellationToken)).Select(node => new NodePermissions(
            node.Key, rights.Documents.Include(node.Value) ? [.. rights.Groups.SelectMany(group => group.At(node.Value)).Distinct().Order(StringComparer.Ordinal)] : []))]);
    }

    // Media have no verbs of their own: whoever reaches them may do what they may everywhere.
    private static async Task<UserPermissions> MediaAsync(
        [FromQuery(Name = "id")] Guid[] ids, ClaimsPrincipal user, NodePaths paths, CancellationToken cancellationToken)
    {
        var rights = user.Rights();
        return new([.. (await paths.FindAsync(NodeKind.Media, ids, cancellationToken)).Select(node => new NodePermissions(
            node.Key, rights.Media.Include(node.Value) ? rights.Verbs : []))]);
    }
}
