using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Overview;

/// <summary>A document as it stands in the form, saved or not.</summary>
/// <param name="Type">Its document type.</param>
/// <param name="Values">By alias what advice looks at.</param>
internal sealed record AdviceRequest(Guid Type, IReadOnlyDictionary<string, JsonElement>? Values);

/// <summary>What the editor does well to know; none of it keeps the document from being published.</summary>
/// <param name="Advice">The most important first.</param>
internal sealed record AdviceResponse(IReadOnlyList<AdviceItem> Advice);

/// <summary>A warning.</summary>
/// <param name="Alias">The property that it is about.</param>
/// <param name="Message">What is missing and what to do.</param>
internal sealed record AdviceItem(string Alias, string Message);

/// <summary>What a document could do better, asked while an editor writes. It tells nothing of any other document.</summary>
internal static class AdviceEndpoints
{
    /// <summary>Maps <c>/advice</c>.</summary>
    public static void MapAdvice(this IEndpointRouteBuilder overview) => overview.MapPost("/advice", FindAsync);

    private static async Task<Ok<AdviceResponse>> FindAsync(
        [FromBody] AdviceRequest request, SchemaSource schemas, IEnumerable<IContentAdvice> advisers, CancellationToken cancellationToken)
    {
        if ((await schemas.CurrentAsync(cancellationToken)).FindType(request.Type) is not { } type)
        {
            return TypedResults.Ok(new AdviceResponse([]));
        }

        var content = FormContent.Of(request.Values);
        return TypedResults.Ok(new AdviceResponse([.. advisers.SelectMany(adviser => adviser.Of(type, content)).Select(advice => new AdviceItem(advice.Alias, advice.Message))]));
    }
}
