using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.DynamicRoot;

/// <summary>Where a picker starts when that depends on the document it stands on.</summary>
internal static class DynamicRootEndpoints
{
    private const int Most = 500;

    /// <summary>Maps <c>/dynamic-root/query</c>.</summary>
    public static void MapDynamicRoots(this IEndpointRouteBuilder management) =>
        management.MapPost("/dynamic-root/query", QueryAsync).WithTags("Dynamic Root").RequireAuthorization(Policies.Trees);

    private static async Task<IResult> QueryAsync(DynamicRootRequest request, ContentTree tree, CancellationToken cancellationToken)
    {
        // A body without a query says nothing about where to begin.
        if (request is not { Query.Origin: not null, Context: not null } || await OriginAsync(request, tree, cancellationToken) is not { } roots)
        {
            return Problems.BadRequest("InvalidOrigin", "Vælgeren har et ukendt startpunkt", "Ret datatypens startpunkt.");
        }

        foreach (var step in request.Query.Steps ?? [])
        {
            if (await StepAsync(step, roots, tree, cancellationToken) is not { } next)
            {
                return Problems.BadRequest("InvalidStep", $"Vælgeren kender ikke trinnet «{step.Alias}»", "Ret datatypens startpunkt.");
            }

            roots = next;
        }

        return TypedResults.Ok(new DynamicRootModel([.. roots.Distinct()]));
    }

    private static async Task<IReadOnlyList<Guid>?> OriginAsync(DynamicRootRequest request, ContentTree tree, CancellationToken cancellationToken)
    {
        var origin = request.Query.Origin;
        switch (origin.Alias)
        {
            case "ContentRoot":
                var roots = await tree.ChildrenAsync(NodeKind.Document, null, 0, Most, cancellationToken);
                return request.Query.Steps is { Count: > 0 } ? [.. roots.Items.Select(node => node.Key)] : [];
            case "ByKey":
                return origin.Id is { } key ? [key] : [];
            case "Parent":
                return request.Context.Parent is { } parent ? [parent.Id] : [];
            case "Current":
                return request.Context.Id is { } current ? [current] : [];
            case "Root" or "Site":
                // A document that is not saved yet has no place of its own; then its parent's counts.
                var path = await PathAsync(request.Context.Id, tree, cancellationToken) is { Count: > 0 } own
                    ? own
                    : await PathAsync(request.Context.Parent?.Id, tree, cancellationToken);
                return path.Count > 0 ? [path[0].Key] : [];
            default:
                return null;
        }
    }

    private static async Task<IReadOnlyList<Guid>?> StepAsync(DynamicRootStep step, IReadOnlyList<Guid> from, ContentTree tree, CancellationToken cancellationToken)
    {
        var types = (step.DocumentTypeIds ?? []).ToHashSet();
        var found = new List<Guid>();
        foreach (var key in from)
        {
            var path = await PathAsync(key, tree, cancellationToken);
            var above = path.Where(node => types.Contains(node.ContentTypeKey)).ToArray();
            switch (step.Alias)
            {
                case "NearestAncestorOrSelf":
                    found.AddRange(above.TakeLast(1).Select(node => node.Key));
                    break;
                case "FurthestAncestorOrSelf":
                    found.AddRange(above.Take(1).Select(node => node.Key));
                    break;
                case "NearestDescendantOrSelf" or "FurthestDescendantOrSelf":
                    var search = new NodeSearch(NodeKind.Document, null, false, key, types, 0, Most);
                    var below = types.Count == 0 ? [] : (await tree.SearchAsync(search, cancellationToken)).Items;
                    var levels = below.Concat(path.TakeLast(1).Where(node => types.Contains(node.ContentTypeKey))).DistinctBy(node => node.Key).ToLookup(node => node.Ancestors.Length);
                    var level = levels.OrderBy(nodes => step.Alias[0] == 'N' ? nodes.Key : -nodes.Key).FirstOrDefault();
                    found.AddRange(level?.Select(node => node.Key) ?? []);
                    break;
                default:
                    return null;
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<NodeSummary>> PathAsync(Guid? key, ContentTree tree, CancellationToken cancellationToken) =>
        key is { } known ? await tree.AncestorsAsync(NodeKind.Document, known, cancellationToken) : [];

    private sealed record DynamicRootRequest(DynamicRootContext Context, DynamicRootQuery Query);

    private sealed record DynamicRootContext(Guid? Id, Reference? Parent);

    private sealed record DynamicRootQuery(DynamicRootOrigin Origin, IReadOnlyList<DynamicRootStep>? Steps);

    private sealed record DynamicRootOrigin(string Alias, Guid? Id);

    private sealed record DynamicRootStep(string Alias, IReadOnlyList<Guid>? DocumentTypeIds);

    private sealed record DynamicRootModel(IReadOnlyList<Guid> Roots);
}
