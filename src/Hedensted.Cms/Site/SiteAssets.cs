using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Hedensted.Cms.Backoffice;
using Hedensted.Cms.Operations;
using Microsoft.Net.Http.Headers;

namespace Hedensted.Cms.Site;

/// <summary>The style sheets, scripts and pictures of site and screens, from the assembly; the address names their content.</summary>
internal static class SiteAssets
{
    private const string Prefix = "Hedensted.Cms.Assets.";

    private static readonly FrozenDictionary<string, Asset> Files = Load();
    private static readonly string Hash = HashOf(Files);

    /// <summary>The address of a file, which may be kept for ever.</summary>
    public static string Url(string name) => $"/site/{Hash}/{name}";

    /// <summary>Maps every file, and the fonts that come with the backoffice's packages.</summary>
    public static void MapSiteAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/site/{hash}/{name}", (string name, HttpContext context) => SendAsync(context, name)).AllowAnonymous();
        routes.MapRead("/site/{hash}/fonts/{name}", (string name, HttpContext context, ClientFiles client) => SendFontAsync(context, client, name)).AllowAnonymous();
    }

    /// <summary>A file's text, for what must stand in the page itself.</summary>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Files[name].Bytes);

    /// <summary>Sends a file that there is, as small as the reader can unpack it; the caller has said who may read it and keep it.</summary>
    /// <remarks>A reader who has it already gets 304. Over plain HTTP browsers unpack gzip only.</remarks>
    public static async Task WriteAsync(HttpContext context, string name)
    {
        var file = Files[name];
        var (request, response) = (context.Request, context.Response);
        var accepted = request.Headers.AcceptEncoding.ToString();
        var (bytes, encoding) = accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (file.Brotli, "br")
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (file.Gzip, "gzip")
            : (file.Bytes, null);
        var tag = new EntityTagHeaderValue($"\"{file.Hash}{(encoding is null ? "" : "-" + encoding)}\"");
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.ETag = tag.ToString();
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.ContentType;
        response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, string name)
    {
        if (!Files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        SecurityHeaders.AddToFile(context.Response, file.ContentType);
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await WriteAsync(context, name);
    }

    private static Task SendFontAsync(HttpContext context, ClientFiles client, string name)
    {
        if (client.At($"assets/fonts/{name}") is not { ContentType: "font/woff2" } font)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        SecurityHeaders.AddToFile(context.Response, font.ContentType);
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.ContentType = font.ContentType;
        return context.Response.SendFileAsync(font.Path, context.RequestAborted);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Read(assembly, name), StringComparer.Ordinal);
    }

    private static Asset Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        return new Asset(
            bytes,
            Pack(bytes, into => new BrotliStream(into, CompressionLevel.SmallestSize, leaveOpen: true)),
            Pack(bytes, into => new GZipStream(into, CompressionLevel.SmallestSize, leaveOpen: true)),
            Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)),
            Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                var other => throw new InvalidOperationException($"No content type is known for {other}."),
            });
    }

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string HashOf(FrozenDictionary<string, Asset> files)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            sum.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            sum.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset().AsSpan(0, 6));
    }

    private sealed record Asset(byte[] Bytes, byte[] Brotli, byte[] Gzip, string Hash, string ContentType);
}
