using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>What a person may do to a document: the verb must be granted, and the document must lie at or below where they start.</summary>
internal sealed class DocumentPermissions(ContentTree tree)
{
    /// <summary>The refusal; null when it is allowed. <paramref name="key"/> null is the root.</summary>
    public async ValueTask<Problem?> DeniedAsync(ClaimsPrincipal user, string verb, Guid? key, CancellationToken cancellationToken) =>
        user.HasClaim(UserClaims.DocumentVerb, verb) && await ReachesAsync(user, key, cancellationToken)
            ? null
            : Problems.Forbidden(Verbs.Describe(verb));

    private async ValueTask<bool> ReachesAsync(ClaimsPrincipal user, Guid? key, CancellationToken cancellationToken)
    {
        var starts = user.FindAll(UserClaims.DocumentStartNode).Select(claim => Guid.Parse(claim.Value)).ToHashSet();
        if (starts.Count == 0)
        {
            return true;
        }

        return key is { } id && (await tree.AncestorsAsync(NodeKind.Document, id, cancellationToken)).Any(node => starts.Contains(node.Key));
    }
}

/// <summary>Puts the check on an endpoint.</summary>
internal static class DocumentPermissionEndpoints
{
    /// <summary>Asks for a verb on the document that the route's <c>id</c> names, or at all when it names none.</summary>
    public static TBuilder RequireVerb<TBuilder>(this TBuilder endpoint, string verb)
        where TBuilder : IEndpointConventionBuilder => endpoint
        .WithMetadata(new RequiredVerb(verb))
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var permissions = http.RequestServices.GetRequiredService<DocumentPermissions>();
            var denied = Guid.TryParse(http.GetRouteValue("id") as string, out var key)
                ? await permissions.DeniedAsync(http.User, verb, key, http.RequestAborted)
                : http.User.HasClaim(UserClaims.DocumentVerb, verb) ? null : Problems.Forbidden(Verbs.Describe(verb));
            return denied ?? await next(context);
        });
}

/// <summary>The verb that an endpoint asks for; a test sees to it that none is forgotten.</summary>
/// <param name="Verb">E.g. <c>Umb.Document.Publish</c>.</param>
internal sealed record RequiredVerb(string Verb);
