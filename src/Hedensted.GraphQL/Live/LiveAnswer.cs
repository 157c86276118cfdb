using Hedensted.Content.Changes;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Live;

/// <summary>One finished answer of a subscription.</summary>
/// <param name="Body">The JSON in UTF-8.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="FirstErrorCode">The code of the first error.</param>
/// <param name="Cost">What it costs, in objects.</param>
internal sealed record LiveAnswer(byte[] Body, ResponseKind Kind, string? FirstErrorCode, long Cost)
{
    /// <summary>A copy of an answer, which may be disposed.</summary>
    public static LiveAnswer Of(GraphQLResponse response) => new(response.Body.ToArray(), response.Kind, response.FirstErrorCode, response.Cost);
}

/// <summary>Where a subscription has come to.</summary>
/// <param name="Answer">The newest answer.</param>
/// <param name="ReadAt">The edition that it was last found to be true in.</param>
/// <param name="HasEnded">Whether there will be no more.</param>
internal sealed record LiveState(LiveAnswer? Answer, ChangePosition ReadAt, bool HasEnded);
