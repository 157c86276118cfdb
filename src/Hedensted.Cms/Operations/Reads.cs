namespace Hedensted.Cms.Operations;

/// <summary>Addresses that are read: by <c>GET</c>, and by <c>HEAD</c>, as monitors and link checkers ask (RFC 9110 §9.3.2).</summary>
internal static class Reads
{
    /// <summary>The methods that read.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a page or file. What answers <c>HEAD</c> is the same handler; the server keeps its body back.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Methods, handler);
}
