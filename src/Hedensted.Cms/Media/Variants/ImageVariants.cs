using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hedensted.Cms.Media.Delivery;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Storage;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Media.Variants;

/// <summary>Pictures at other sizes: made when first asked for, then kept on disk.</summary>
internal sealed class ImageVariants(MediaFolders folders, Vips vips, IOptions<MediaOptions> options, TimeProvider clock)
{
    private const int MostWaiting = 64;
    private const int MostHopeless = 10_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _making = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _hopeless = new(StringComparer.Ordinal);

    /// <summary>Whether pictures are served at full size because the program that resizes them is not installed.</summary>
    public bool IsDegraded => !vips.IsAvailable;

    /// <summary>The file of a picture at a size; null when the original must do.</summary>
    /// <param name="original">Where the original lies.</param>
    /// <param name="request">The size.</param>
    /// <param name="focus">What a cut must not lose.</param>
    /// <param name="cancellationToken">Stops waiting; the picture is made all the same, for the next reader.</param>
    public async Task<string?> FindAsync(string original, VariantRequest request, FocalPoint focus, CancellationToken cancellationToken)
    {
        if (!vips.IsAvailable)
        {
            return null;
        }

        var path = PathOf(original, request, focus);
        if (File.Exists(path))
        {
            return path;
        }

        if (_making.Count >= MostWaiting || _hopeless.ContainsKey(path))
        {
            return null;
        }

        var making = _making.GetOrAdd(path, _ => new(() => MakeAsync(original, path, request, focus)));
        return await making.Value.WaitAsync(cancellationToken) ? path : null;
    }

    /// <summary>Removes the oldest pictures until they fill no more than four fifths of what they may, when they fill more than all of it.</summary>
    public void Sweep()
    {
        var limit = options.Value.VariantCacheMb * 1024L * 1024L;
        var files = new DirectoryInfo(folders.Variants).EnumerateFiles("*", SearchOption.AllDirectories).ToArray();
        var total = files.Sum(file => file.Length);
        if (total <= limit)
        {
            return;
        }

        foreach (var file in files.OrderBy(file => file.LastAccessTimeUtc))
        {
            if (total <= limit / 5 * 4)
            {
                return;
            }

            total -= file.Length;
            file.Delete();
        }
    }

    private async Task<bool> MakeAsync(string original, string path, VariantRequest request, FocalPoint focus)
    {
        try
        {
            if (Measure(original) is not { } size)
            {
                return GiveUp(path);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $"{clock.GetTimestamp():x}-{Guid.NewGuid():N}.{request.Format}");
            try
            {
                if (!await vips.MakeAsync(original, unfinished, Geometry.For(size, request, focus), CancellationToken.None))
                {
                    return GiveUp(path);
                }

                File.Move(unfinished, path, overwrite: true);
                if (File.Exists(original))
                {
                    return true;
                }

                File.Delete(path); // removed for good while we drew
                return false;
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (IOException)
        {
            return false; // no room for the copy; the original is still there
        }
        finally
        {
            _making.TryRemove(path, out _);
        }
    }

    // Remembered, so that a picture that cannot be read does not start a process for every reader.
    private bool GiveUp(string path)
    {
        if (_hopeless.Count >= MostHopeless)
        {
            _hopeless.Clear();
        }

        _hopeless[path] = true;
        return false;
    }

    private ImageSize? Measure(string original)
    {
        try
        {
            using var source = new FileStream(original, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920);
            var kind = FileKind.ByExtension(Path.GetExtension(original).TrimStart('.'));
            var size = kind == FileKind.Jpeg ? JpegPicture.Copy(source, Stream.Null)
                : kind == FileKind.Png ? PngPicture.Copy(source, Stream.Null)
                : kind == FileKind.WebP ? WebPPicture.Measure(source)
                : default;
            return size.Width > 0 && size.Height > 0 && size.Pixels <= options.Value.MaxPixels ? size : null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            return null; // imported from elsewhere and not a picture that we would have taken
        }
    }

    private string PathOf(string original, VariantRequest request, FocalPoint focus)
    {
        var about = request.Mode is VariantMode.Crop ? string.Create(CultureInfo.InvariantCulture, $"{focus.Left:0.###},{focus.Top:0.###}") : "";
        var address = Path.GetRelativePath(folders.Stored, original);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}|{request}|{about}")))[..32];
        return Path.Combine(folders.VariantsOf(original), $"{name}.{request.Format}");
    }
}
