using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Which media a person may touch: what lies at or below where they start. Media have no verbs.</summary>
internal sealed class MediaReach(NodePaths paths)
{
    /// <summary>The refusal; null when it is allowed. <paramref name="key"/> null is the root.</summary>
    public async ValueTask<Problem?> DeniedAsync(ClaimsPrincipal user, Guid? key, CancellationToken cancellationToken)
    {
        var starts = user.Rights().Media;
        return starts.Root || (key is { } id && starts.Include(await paths.FindAsync(NodeKind.Media, id, cancellationToken)))
            ? null
            : Problems.Forbidden("bruge denne del af mediebiblioteket");
    }
}

/// <summary>Puts the check on an endpoint.</summary>
internal static class MediaReachEndpoints
{
    /// <summary>Asks that the route's <c>id</c> is within reach; routes without one look after themselves.</summary>
    public static TBuilder RequireReach<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            return Guid.TryParse(http.GetRouteValue("id") as string, out var key)
                && await http.RequestServices.GetRequiredService<MediaReach>().DeniedAsync(http.User, key, http.RequestAborted) is { } denied
                ? denied
                : await next(context);
        });
}
