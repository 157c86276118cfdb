using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http;

/// <summary>Which edition a request reads: the newest, or the first that holds what it says it knows of (<c>Hedensted-Min-Position</c>).</summary>
internal sealed class EditionChoice(EditionSource editions, IOptions<PublicGraphQLOptions> options, TimeProvider time)
{
    /// <summary>The header with the position that a client wants to see at least.</summary>
    public const string MinPositionHeader = "Hedensted-Min-Position";

    /// <summary>The edition; null before there is any. Someone who has just published waits a little to see that; everyone else takes what there is.</summary>
    public async ValueTask<Edition?> ForAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!ChangePosition.TryParse(request.Headers[MinPositionHeader], out var minimum))
        {
            return editions.IsReady ? editions.Current : null;
        }

        if (editions.IsReady && editions.Current is var current && current.Position.Includes(minimum))
        {
            return current;
        }

        using var patience = new CancellationTokenSource(options.Value.MaxWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await editions.WaitForAsync(minimum, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return editions.IsReady ? editions.Current : null;
        }
    }
}
