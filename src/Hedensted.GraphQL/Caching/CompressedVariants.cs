using System.IO.Compression;

namespace Hedensted.GraphQL.Caching;

/// <summary>A kept body as Brotli and gzip: each is made once, away from the request that first asks for it, and kept.</summary>
/// <param name="body">The body.</param>
/// <param name="brotli">The body as Brotli, when somebody has made it already.</param>
internal sealed class CompressedVariants(byte[] body, byte[]? brotli = null)
{
    /// <summary>What is smaller fits into one packet anyway.</summary>
    private const int SmallestWorthwhile = 1_024;

    private const int BrotliQuality = 5;
    private const int BrotliWindow = 22;
    private Lazy<Task<byte[]?>>? _brotli = brotli is null ? null : new(Task.FromResult<byte[]?>(brotli));
    private Lazy<Task<byte[]?>>? _gzip;

    /// <summary>The body in the best encoding that the client takes and that is ready; null sends it as it is.</summary>
    /// <param name="acceptEncoding">The header's value.</param>
    /// <param name="encoding">The name of the encoding, for <c>Content-Encoding</c>.</param>
    public byte[]? Find(string acceptEncoding, out string encoding)
    {
        encoding = "br";
        if (body.Length < SmallestWorthwhile)
        {
            return null;
        }

        if (AcceptedEncodings.Takes(acceptEncoding, "br"))
        {
            return Ready(ref _brotli, Brotli);
        }

        encoding = "gzip";
        return AcceptedEncodings.Takes(acceptEncoding, "gzip") ? Ready(ref _gzip, Gzip) : null;
    }

    /// <summary>The body as Brotli, soon; null when that is no smaller.</summary>
    public Task<byte[]?> BrotliAsync()
    {
        if (body.Length < SmallestWorthwhile)
        {
            return Task.FromResult<byte[]?>(null);
        }

        Ready(ref _brotli, Brotli);
        return _brotli!.Value;
    }

    /// <summary>Ends when the variants that have been asked for are there.</summary>
    internal Task WhenReadyAsync() => Task.WhenAll(_brotli?.Value ?? Task.FromResult<byte[]?>(null), _gzip?.Value ?? Task.FromResult<byte[]?>(null));

    private static byte[]? Ready(ref Lazy<Task<byte[]?>>? variant, Func<byte[]?> compress)
    {
        var making = Volatile.Read(ref variant);
        if (making is null)
        {
            var mine = new Lazy<Task<byte[]?>>(() => Task.Run(compress));
            making = Interlocked.CompareExchange(ref variant, mine, null) ?? mine;
        }

        return making.Value is { IsCompletedSuccessfully: true } done ? done.Result : null;
    }

    private byte[]? Brotli()
    {
        var packed = new byte[body.Length];
        return BrotliEncoder.TryCompress(body, packed, out var length, BrotliQuality, BrotliWindow) ? packed[..length] : null;
    }

    private byte[]? Gzip()
    {
        using var packed = new MemoryStream(body.Length / 4);
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return packed.Length < body.Length ? packed.ToArray() : null;
    }
}
