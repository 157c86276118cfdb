using Hedensted.GraphQL.Engine;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Http;

/// <summary>Why a request is not answered.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Message">For people: what is wrong and what to do.</param>
/// <param name="Status">The HTTP status; null when it is told as a GraphQL request that was refused is, see <see cref="StatusOf"/>.</param>
internal sealed record Refusal(string Code, string Message, int? Status = null)
{
    /// <summary>The request is not a GraphQL request.</summary>
    public static Refusal BadRequest(string message) => new("BAD_REQUEST", message, StatusCodes.Status400BadRequest);

    /// <summary>The status of an answer in a media type: clients of the older one expect 200 whenever the server understood them.</summary>
    public static int StatusOf(ResponseKind kind, string mediaType) =>
        kind == ResponseKind.Rejected && mediaType == MediaTypes.GraphQLJson ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
}
