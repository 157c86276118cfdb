using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Common;

/// <summary>What went wrong, in the shape that the backoffice reads: <c>type</c>, <c>title</c> and <c>status</c> always, the rest never null.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The headline, in Danish.</param>
/// <param name="Detail">What to do, in Danish.</param>
/// <param name="OperationStatus">Umbraco's name for what went wrong.</param>
/// <param name="Errors">JSON path in the request → messages, for the fields.</param>
internal sealed record Problem(
    int Status,
    string Title,
    string? Detail = null,
    string? OperationStatus = null,
    IReadOnlyDictionary<string, string[]>? Errors = null) : IResult, IStatusCodeHttpResult
{
    private const string SecondsUntilBack = "3";

    /// <inheritdoc/>
    public int? StatusCode => Status;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        // The backoffice throws the bodies of 403 and 404 away. After an editor's action that would look
        // like nothing happened, so the explanation travels in the header that it does show.
        if (Status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound && !HttpMethods.IsGet(httpContext.Request.Method))
        {
            httpContext.Response.Notify(NotificationType.Error, Title, Detail ?? Title);
        }

        AddHeaders(httpContext.Response);
        return TypedResults.Problem(ToDetails()).ExecuteAsync(httpContext);
    }

    /// <summary>Adds what the status asks for beside the body: when to come back after 503 (RFC 9110 §10.2.3).</summary>
    public void AddHeaders(HttpResponse response)
    {
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = SecondsUntilBack;
        }
    }

    private ProblemDetails ToDetails()
    {
        var details = new ProblemDetails { Type = "Error", Title = Title, Status = Status, Detail = Detail };
        if (OperationStatus is not null)
        {
            details.Extensions["operationStatus"] = OperationStatus;
        }

        if (Errors is not null)
        {
            details.Extensions["errors"] = Errors;
        }

        return details;
    }
}
