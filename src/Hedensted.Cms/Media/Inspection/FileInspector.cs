using System.Globalization;
using System.Xml;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Media.Inspection;

/// <summary>A file that is what it says, cleaned of what nobody meant to publish.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Extension">Lower case, without the dot.</param>
/// <param name="Size">A picture's or drawing's size; null when it has none.</param>
/// <param name="Bytes">Length after cleaning.</param>
internal sealed record FileFacts(FileKind Kind, string Extension, ImageSize? Size, long Bytes);

/// <summary>What came of an inspection: facts, or why the file is refused.</summary>
/// <param name="Facts">Set when the file can be used.</param>
/// <param name="Refusal">Danish, says what to do; set when it cannot.</param>
internal readonly record struct Inspection(FileFacts? Facts, string? Refusal);

/// <summary>Decides by a file's bytes whether it is what its name says, and writes the copy that is kept.</summary>
internal sealed partial class FileInspector(IOptions<MediaOptions> options, ILogger<FileInspector> logger)
{
    private const string Suggestion = "Vælg f.eks. en JPG-, PNG-, WebP-, SVG-, PDF- eller MP4-fil.";

    /// <summary>Why files of this extension are refused; null when they may be uploaded.</summary>
    public static string? RefuseExtension(string extension) => FileKind.ByExtension(extension) is not null ? null : extension switch
    {
        "heic" or "heif" => "Filen er et HEIC-billede fra en iPhone, som browsere ikke kan vise. Gem billedet som JPG, og vælg det igen.",
        "htm" or "html" or "xhtml" or "js" or "mjs" => "Filen er en webside eller et program og kan ikke bruges her. " + Suggestion,
        "svgz" => "Filen er en pakket SVG-tegning. Gem den som almindelig SVG, og vælg den igen.",
        "tif" or "tiff" or "bmp" => "Filen er et billede, som browsere ikke kan vise. Gem det som JPG eller PNG, og vælg det igen.",
        "doc" or "xls" or "ppt" => "Filen er i et gammelt Office-format. Gem den som PDF eller i det nye format, og vælg den igen.",
        "" => "Filen har ingen filtype i sit navn. Giv den en endelse som .jpg eller .pdf, og vælg den igen.",
        _ => $"Filer af typen .{extension} kan ikke bruges her. {Suggestion}",
    };

    /// <summary>Reads the file at one path and writes its clean copy to another, which is left unwritten or unfinished when it is refused.</summary>
    public Inspection Inspect(string path, string cleanPath, string extension)
    {
        if (FileKind.ByExtension(extension) is not { } kind)
        {
            return new(null, RefuseExtension(extension));
        }

        try
        {
            using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920);
            if (source.Length == 0)
            {
                return new(null, "Filen er tom. Vælg en anden fil.");
            }

            Span<byte> start = stackalloc byte[16];
            start = start[..source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            source.Position = 0;
            if (!kind.Matches(start))
            {
                return new(null, Mismatch(kind, start, extension));
            }

            using var clean = new FileStream(cleanPath, FileMode.Create, FileAccess.Write, FileShare.None, 81_920);
            return Copy(kind, source, clean, extension);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or XmlException)
        {
            Log.Damaged(logger, extension, damaged.Message);
            return new(null, kind == FileKind.Svg
                ? "SVG-tegningen kan ikke læses. Gem den igen som «almindelig SVG» (plain SVG), eller vælg en anden fil."
                : $"Filen er beskadiget eller er ikke {kind.Name}. Åbn og gem den igen, eller vælg en anden fil.");
        }
    }

    private Inspection Copy(FileKind kind, FileStream source, FileStream clean, string extension)
    {
        ImageSize? size = null;
        if (kind.Content is FileContent.Picture)
        {
            var shown = CopyPicture(kind, source, clean);
            size = shown;
            if (shown.Width < 1 || shown.Height < 1)
            {
                throw new InvalidDataException("A picture without extent.");
            }

            if (shown.Pixels > options.Value.MaxPixels)
            {
                return new(null, string.Create(CultureInfo.InvariantCulture, $"Billedet er {shown.Width} × {shown.Height} pixel og dermed for stort. Gør det mindre end {options.Value.MaxMegapixels} megapixel, og vælg det igen."));
            }
        }
        else if (kind.Content is FileContent.Drawing)
        {
            size = SvgDrawing.Rebuild(source, clean) is { Width: > 0 } drawn ? drawn : null;
        }
        else if (kind.Content is FileContent.Text && !PlainText.IsPlain(source))
        {
            return new(null, $"Filen er ikke {kind.Name}, selv om den hedder .{extension}. {Suggestion}");
        }
        else
        {
            source.Position = 0;
            source.CopyTo(clean);
        }

        clean.Flush(flushToDisk: true);
        return new(new(kind, extension, size, clean.Length), null);
    }

    private static ImageSize CopyPicture(FileKind kind, FileStream source, FileStream clean) =>
        kind == FileKind.Jpeg ? JpegPicture.Copy(source, clean)
        : kind == FileKind.Png ? PngPicture.Copy(source, clean)
        : kind == FileKind.Gif ? GifPicture.Copy(source, clean)
        : WebPPicture.Copy(source, clean);

    private static string Mismatch(FileKind claimed, ReadOnlySpan<byte> start, string extension) => FileKind.Recognise(start) is { } actual
        ? $"Filen er {actual.Name}, men hedder .{extension}. Giv den endelsen .{actual.Extensions[0]}, og vælg den igen."
        : $"Filen er ikke {claimed.Name}, selv om den hedder .{extension}. {Suggestion}";

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Information, "An uploaded .{Extension} file was refused: {Reason}")]
        public static partial void Damaged(ILogger logger, string extension, string reason);
    }
}
