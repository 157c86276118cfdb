using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>What a person may do to a document: the verb must be allowed at it, and it must lie at or below where they start.</summary>
internal sealed class DocumentPermissions(NodePaths paths)
{
    /// <summary>The refusal; null when it is allowed. <paramref name="key"/> null is the root.</summary>
    public async ValueTask<Problem?> DeniedAsync(ClaimsPrincipal user, string verb, Guid? key, CancellationToken cancellationToken) =>
        await MayAsync(user, verb, key, cancellationToken) ? null : Problems.Forbidden(Verbs.Describe(verb));

    /// <summary>The refusal of something that is done to a document and all below it; null when it is allowed at every one of them.</summary>
    public async ValueTask<Problem?> DeniedInBranchAsync(ClaimsPrincipal user, string verb, Guid key, CancellationToken cancellationToken)
    {
        if (!await MayAsync(user, verb, key, cancellationToken))
        {
            return Problems.Forbidden(Verbs.Describe(verb));
        }

        var rights = user.Rights();
        foreach (var path in (await paths.FindAsync(NodeKind.Document, [.. rights.DocumentsOfTheirOwn], cancellationToken)).Values)
        {
            if (path.Contains(key) && !rights.MayAt(path, verb))
            {
                return Problems.Forbidden($"{Verbs.Describe(verb)} sammen med alt, hvad der ligger under den");
            }
        }

        return null;
    }

    /// <summary>The refusal when one of these languages is not the user's to write in; null when all are.</summary>
    public static Problem? DeniedLanguage(ClaimsPrincipal user, IEnumerable<string?> cultures)
    {
        var rights = user.Rights();
        return cultures.FirstOrDefault(culture => !rights.MayWriteIn(culture)) is { } culture
            ? Problems.Forbidden($"skrive og udgive på sproget {culture}")
            : null;
    }

    /// <summary>Whether it is allowed. <paramref name="key"/> null is the root.</summary>
    public async ValueTask<bool> MayAsync(ClaimsPrincipal user, string verb, Guid? key, CancellationToken cancellationToken)
    {
        var rights = user.Rights();
        if (rights.Documents.Root && !rights.DocumentsOfTheirOwn.Any())
        {
            return rights.MayAt([], verb);
        }

        var path = key is { } id ? await paths.FindAsync(NodeKind.Document, id, cancellationToken) : [];
        return rights.Documents.Include(path) && rights.MayAt(path, verb);
    }
}

/// <summary>Puts the check on an endpoint.</summary>
internal static class DocumentPermissionEndpoints
{
    /// <summary>Asks for a verb on the document that the route's <c>id</c> names, or anywhere at all when it names none.</summary>
    public static TBuilder RequireVerb<TBuilder>(this TBuilder endpoint, string verb)
        where TBuilder : IEndpointConventionBuilder => endpoint
        .WithMetadata(new RequiredVerb(verb))
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var permissions = http.RequestServices.GetRequiredService<DocumentPermissions>();
            var denied = Guid.TryParse(http.GetRouteValue("id") as string, out var key)
                ? await permissions.DeniedAsync(http.User, verb, key, http.RequestAborted)
                : http.User.Rights().MaySomewhere(verb) ? null : Problems.Forbidden(Verbs.Describe(verb));
            return denied ?? await next(context);
        });

    /// <summary>Asks for a verb anywhere at all, where the route names something else than a document; the endpoint asks about the document itself.</summary>
    public static TBuilder RequireVerbSomewhere<TBuilder>(this TBuilder endpoint, string verb)
        where TBuilder : IEndpointConventionBuilder => endpoint
        .WithMetadata(new RequiredVerb(verb))
        .AddEndpointFilter((context, next) => context.HttpContext.User.Rights().MaySomewhere(verb)
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Forbidden(Verbs.Describe(verb))));

    /// <summary>Asks for a verb on the route's document and on everything below it, for it is done to all of them.</summary>
    public static TBuilder RequireVerbInBranch<TBuilder>(this TBuilder endpoint, string verb)
        where TBuilder : IEndpointConventionBuilder => endpoint
        .WithMetadata(new RequiredVerb(verb))
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var key = Guid.TryParse(http.GetRouteValue("id") as string, out var id) ? id : Guid.Empty;
            var permissions = http.RequestServices.GetRequiredService<DocumentPermissions>();
            return await permissions.DeniedInBranchAsync(http.User, verb, key, http.RequestAborted) ?? await next(context);
        });
}

/// <summary>The verb that an endpoint asks for; a test sees to it that none is forgotten.</summary>
/// <param name="Verb">E.g. <c>Umb.Document.Publish</c>.</param>
internal sealed record RequiredVerb(string Verb);
