using Hedensted.Cms.Operations;
using Microsoft.Net.Http.Headers;

namespace Hedensted.Cms.Backoffice;

/// <summary>Serves the built client: compressed beforehand, and for ever when the address names the build.</summary>
internal static class ClientEndpoints
{
    private const string Immutable = "public, max-age=31536000, immutable";

    // The names that the backoffice asks the server for, and the pictures of ours that answer.
    private static readonly (string Name, string File)[] Graphics =
    [
        ("logo", "assets/favicon.svg"),
        ("logo-alternative", "assets/favicon.svg"),
        ("login-logo", "assets/login-logo.svg"),
        ("login-logo-alternative", "assets/umbraco-logo.svg"),
        ("login-background", "assets/installer-illustration.svg"),
    ];

    public static void MapClient(this IEndpointRouteBuilder app)
    {
        app.MapRead("/umbraco/backoffice/{**address}", (string? address, HttpContext context, ClientFiles files) =>
            SendAsync(context, files, address ?? string.Empty)).AllowAnonymous().ExcludeFromDescription();

        foreach (var (name, file) in Graphics)
        {
            app.MapRead($"/umbraco/management/api/v1/security/back-office/graphics/{name}", (HttpContext context, ClientFiles files) =>
                SendAsync(context, files, file)).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static Task SendAsync(HttpContext context, ClientFiles files, string address)
    {
        var named = address.StartsWith(files.Hash, StringComparison.Ordinal) && address.Length > files.Hash.Length && address[files.Hash.Length] == '/';
        var file = files.At(named ? address[(files.Hash.Length + 1)..] : address);
        var response = context.Response;
        if (file is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        SecurityHeaders.AddToFile(response, file.ContentType);
        response.Headers.CacheControl = named ? Immutable : "no-cache";
        response.Headers.ETag = $"\"{files.Hash}\"";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch.Contains($"\"{files.Hash}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (path, encoding) = Choose(file, context.Request.Headers.AcceptEncoding.ToString());
        response.ContentType = file.ContentType;
        response.Headers.ContentEncoding = encoding;
        response.ContentLength = new FileInfo(path).Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.SendFileAsync(path, context.RequestAborted);
    }

    private static (string Path, string? Encoding) Choose(ClientFile file, string accepted) =>
        file.HasBrotli && accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (file.Path + ".br", "br")
        : file.HasGzip && accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (file.Path + ".gz", "gzip")
        : (file.Path, null);
}
