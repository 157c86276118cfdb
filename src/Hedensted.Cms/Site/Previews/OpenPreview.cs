using Hedensted.Content.Previews;

namespace Hedensted.Cms.Site.Previews;

/// <summary>That this page shows a draft, to whoever came with the token.</summary>
/// <param name="Token">The token of the address.</param>
internal sealed record OpenPreview(string Token)
{
    /// <summary>The part of an address that carries the token.</summary>
    public const string Parameter = "kladde";

    /// <summary>The address of a page with a draft.</summary>
    public static string AddressOf(string path, string token) => $"{path}?{Parameter}={token}";

    /// <summary>The preview of a request; null for what everybody sees.</summary>
    public static OpenPreview? Of(HttpContext? context) => context?.Features.Get<OpenPreview>();

    /// <summary>Lets pages show the draft of the token in their address. One that has ended is told, and never answered with something else than was asked for.</summary>
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Query[Parameter] is not [{ Length: > 0 } token])
        {
            return await next(context);
        }

        var reader = http.RequestServices.GetRequiredService<SiteReader>();
        if (await http.RequestServices.GetRequiredService<PreviewEditions>().FindAsync(token, http.RequestAborted) is not { } edition)
        {
            http.Response.Headers.CacheControl = "no-store";
            return SitePages.Message(
                http, reader, StatusCodes.Status410Gone, "Forhåndsvisningen er slut", "Den varer en halv time, og til du logger ud. Åbn den igen i backoffice med «Vis kladde».");
        }

        reader.ShowPreview(edition);
        http.Features.Set(new OpenPreview(token));
        return await next(context);
    }
}
