using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>Asks for the right at each document, and does one after the other.</summary>
internal sealed class ManyDocumentsWriter(ContentTree tree, SchemaSource schemas, DocumentPermissions permissions, IEnumerable<IContentAdvice> advisers)
{
    private const int Most = 500;

    /// <summary>How it went with each of them, in the order asked for.</summary>
    public async Task<Results<Ok<IReadOnlyList<DocumentOutcome>>, Problem>> EachAsync(
        ManyDocumentsRequest request,
        string verb,
        ClaimsPrincipal user,
        HttpResponse response,
        Func<NodeSummary, IReadOnlyList<string>, Task<PublishResult>> act,
        CancellationToken cancellationToken)
    {
        var ids = (request.Ids ?? []).Distinct().ToArray();
        if (ids.Length is 0 or > Most)
        {
            return Problems.BadRequest(
                "InvalidSelection", ids.Length == 0 ? "Der er ikke valgt nogen sider" : "Der er valgt for mange sider", $"Vælg mellem 1 og {Most} sider i listen.");
        }

        var schema = await schemas.CurrentAsync(cancellationToken);
        var nodes = (await tree.SummariesAsync(NodeKind.Document, ids, cancellationToken)).ToDictionary(node => node.Key);
        var outcomes = new Dictionary<Guid, DocumentOutcome>();
        ChangePosition? reached = null;

        // What stands above comes first, for what stands below can be published only after it.
        foreach (var id in ids.OrderBy(id => nodes.GetValueOrDefault(id)?.Ancestors.Length ?? 0))
        {
            var (outcome, position) = await OneAsync(id, nodes.GetValueOrDefault(id), verb, user, schema, act, cancellationToken);
            outcomes[id] = outcome;
            reached = position ?? reached;
        }

        response.ReachesReadersAt(reached);
        return TypedResults.Ok<IReadOnlyList<DocumentOutcome>>([.. ids.Select(id => outcomes[id])]);
    }

    private async Task<(DocumentOutcome Outcome, ChangePosition? Position)> OneAsync(
        Guid id,
        NodeSummary? node,
        string verb,
        ClaimsPrincipal user,
        ContentSchema schema,
        Func<NodeSummary, IReadOnlyList<string>, Task<PublishResult>> act,
        CancellationToken cancellationToken)
    {
        var denied = await permissions.DeniedAsync(user, verb, id, cancellationToken);
        if (denied is not null || node is null)
        {
            // Whoever may not see it learns nothing of its name.
            var seen = node is not null && await permissions.MayAsync(user, Verbs.Read, id, cancellationToken);
            return (Refused(id, seen ? node!.NameIn(null) : "", denied ?? NodeProblems.NotFound(NodeKind.Document), []), null);
        }

        string[] cultures = [.. node.Variants.Select(variant => variant.Culture).OfType<string>()];
        if (DocumentPermissions.DeniedLanguage(user, cultures) is { } foreign)
        {
            return (Refused(id, node.NameIn(null), foreign, []), null);
        }

        var result = await act(node, cultures);
        var hidden = HiddenFields.Of(schema, user.Rights());
        return result.Succeeded
            ? (new DocumentOutcome(id, node.NameIn(null), true, null, null, [], await AdviceAsync(id, schema, hidden, cancellationToken)), result.Position)
            : (Refused(id, node.NameIn(null), NodeProblems.From(result.Status), FaultsOf(result, schema, node, hidden)), null);
    }

    // Of what readers see: what was taken down is read by nobody.
    private async Task<IReadOnlyList<string>> AdviceAsync(Guid id, ContentSchema schema, HiddenFields hidden, CancellationToken cancellationToken)
    {
        if (await tree.FindAsync(NodeKind.Document, id, cancellationToken) is not { Published: { } content } node || schema.FindType(node.ContentTypeKey) is not { } type)
        {
            return [];
        }

        var unread = hidden.ByType.GetValueOrDefault(type.Key);
        return [.. advisers.SelectMany(adviser => adviser.Of(type, content)).Where(advice => unread?.Contains(advice.Alias) != true).Select(advice => advice.Message)];
    }

    private static DocumentOutcome Refused(Guid id, string name, Problem problem, IReadOnlyList<FieldFault> fields) =>
        new(id, name, false, problem.Title, problem.Detail, fields, []);

    private static FieldFault[] FaultsOf(PublishResult result, ContentSchema schema, NodeSummary node, HiddenFields hidden) => result.Errors.IsDefaultOrEmpty ? [] :
    [
        .. hidden.Told(node.ContentTypeKey, result.Errors)
            .Select(error => new FieldFault(LabelOf(error.Alias, schema, node), error.Message))
            .Distinct(),
    ];

    private static string LabelOf(string? alias, ContentSchema schema, NodeSummary node) =>
        alias is null ? "Navn"
        : schema.FindType(node.ContentTypeKey) is { } type && schema.FindProperty(type, alias) is { } property ? property.Name
        : alias;
}
