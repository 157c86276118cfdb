using System.Text;

namespace Hedensted.Cms.Media.Inspection;

/// <summary>What a file is, which decides how it is checked and served.</summary>
internal enum FileContent
{
    /// <summary>A picture made of pixels; dimensions are read and it can be resized.</summary>
    Picture,

    /// <summary>A drawing in XML; rebuilt from what is known to be harmless.</summary>
    Drawing,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Known by its first bytes and otherwise kept as it is.</summary>
    Other,
}

/// <summary>A kind of file that may be uploaded.</summary>
/// <param name="Name">Danish, with its article: «et JPEG-billede».</param>
/// <param name="Extensions">Lower case, without the dot; the first is the usual one.</param>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Content">How it is checked.</param>
/// <param name="Inline">Whether a browser may show it; otherwise it downloads.</param>
internal sealed record FileKind(string Name, string[] Extensions, string ContentType, FileContent Content, bool Inline)
{
    /// <summary>JPEG.</summary>
    public static readonly FileKind Jpeg = new("et JPEG-billede", ["jpg", "jpeg", "jfif"], "image/jpeg", FileContent.Picture, true);

    /// <summary>PNG.</summary>
    public static readonly FileKind Png = new("et PNG-billede", ["png"], "image/png", FileContent.Picture, true);

    /// <summary>GIF.</summary>
    public static readonly FileKind Gif = new("et GIF-billede", ["gif"], "image/gif", FileContent.Picture, true);

    /// <summary>WebP.</summary>
    public static readonly FileKind WebP = new("et WebP-billede", ["webp"], "image/webp", FileContent.Picture, true);

    /// <summary>SVG.</summary>
    public static readonly FileKind Svg = new("en SVG-tegning", ["svg"], "image/svg+xml", FileContent.Drawing, true);

    /// <summary>AVIF, which is only made here: resized pictures are kept in it for those who ask.</summary>
    public static readonly FileKind Avif = new("et AVIF-billede", ["avif"], "image/avif", FileContent.Picture, true);

    private static readonly FileKind Pdf = new("en PDF-fil", ["pdf"], "application/pdf", FileContent.Other, true);
    private static readonly FileKind Mp4 = new("en MP4-video", ["mp4", "m4v"], "video/mp4", FileContent.Other, true);
    private static readonly FileKind WebM = new("en WebM-video", ["webm"], "video/webm", FileContent.Other, false);
    private static readonly FileKind Mp3 = new("en MP3-lydfil", ["mp3"], "audio/mpeg", FileContent.Other, false);
    private static readonly FileKind M4A = new("en M4A-lydfil", ["m4a"], "audio/mp4", FileContent.Other, false);
    private static readonly FileKind Ogg = new("en Ogg-lydfil", ["ogg", "oga"], "audio/ogg", FileContent.Other, false);
    private static readonly FileKind Wav = new("en WAV-lydfil", ["wav"], "audio/wav", FileContent.Other, false);

    private static readonly FileKind[] Office =
    [
        new("et Word-dokument", ["docx"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileContent.Other, false),
        new("et Excel-ark", ["xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileContent.Other, false),
        new("en PowerPoint", ["pptx"], "application/vnd.openxmlformats-officedocument.presentationml.presentation", FileContent.Other, false),
        new("et ODT-dokument", ["odt"], "application/vnd.oasis.opendocument.text", FileContent.Other, false),
        new("et ODS-ark", ["ods"], "application/vnd.oasis.opendocument.spreadsheet", FileContent.Other, false),
        new("en ODP-præsentation", ["odp"], "application/vnd.oasis.opendocument.presentation", FileContent.Other, false),
    ];

    private static readonly FileKind[] Texts =
    [
        new("en tekstfil", ["txt"], "text/plain; charset=utf-8", FileContent.Text, false),
        new("en CSV-fil", ["csv"], "text/csv; charset=utf-8", FileContent.Text, false),
        new("en kalenderfil", ["ics"], "text/calendar; charset=utf-8", FileContent.Text, false),
        new("en undertekstfil", ["vtt"], "text/vtt; charset=utf-8", FileContent.Text, false),
    ];

    /// <summary>Every kind that may be uploaded.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
        [Jpeg, Png, Gif, WebP, Svg, Pdf, Mp4, WebM, Mp3, M4A, Ogg, Wav, .. Office, .. Texts];

    /// <summary>The extensions of pictures made of pixels, which the backoffice shows as thumbnails.</summary>
    public static IReadOnlyList<string> PictureExtensions { get; } =
        [.. All.Where(kind => kind.Content is FileContent.Picture).SelectMany(kind => kind.Extensions)];

    /// <summary>The kind that files of this extension must be; null when they may not be uploaded.</summary>
    public static FileKind? ByExtension(string extension) =>
        All.FirstOrDefault(kind => kind.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a file that starts like this can be of this kind.</summary>
    public bool Matches(ReadOnlySpan<byte> start)
    {
        if (Content is FileContent.Text or FileContent.Drawing)
        {
            return true; // read to the end by their own checks
        }

        return Office.Contains(this) ? start.StartsWith("PK\u0003\u0004"u8) : Recognise(start) == this;
    }

    /// <summary>The kind that the first bytes tell of, or null.</summary>
    public static FileKind? Recognise(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => Wav,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'M', (byte)'4', (byte)'A', ..] => M4A,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] => IsVideoBrand(start[8..12]) ? Mp4 : null,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => WebM,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => Ogg,
        [(byte)'I', (byte)'D', (byte)'3', ..] => Mp3,
        [0xFF, 0xFB or 0xFA or 0xF3 or 0xF2, ..] => Mp3,
        _ => null,
    };

    private static bool IsVideoBrand(ReadOnlySpan<byte> brand) =>
        Encoding.ASCII.GetString(brand) is "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "dash" or "M4V " or "MSNV" or "3gp4" or "3gp5";
}
