namespace Hedensted.Cms.Management.Types;

/// <summary>
/// What was opened, told back when it is saved: a read answers with an <c>ETag</c>, our extension of the backoffice sends it as <c>If-Match</c>,
/// and a save of what somebody else has changed since is a conflict. Clients that send none write as they do to Umbraco.
/// </summary>
internal static class Opened
{
    /// <summary>An answer with its stamp.</summary>
    public static IResult Stamped<T>(HttpResponse response, string stamp, T model)
    {
        response.Headers.ETag = $"\"{stamp}\"";
        return TypedResults.Ok(model);
    }

    /// <summary>The stamp of what the client opened; null when it does not say.</summary>
    public static string? Stamp(HttpRequest request) =>
        request.Headers.IfMatch.ToString().Trim() is { Length: > 2 } tag && tag[0] == '"' && tag[^1] == '"' ? tag[1..^1] : null;
}
