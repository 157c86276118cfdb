using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Hedensted.Cms.Tests.Media;

/// <summary>Small files made byte by byte, with exactly the good and bad parts that a test is about.</summary>
internal static class Pictures
{
    /// <summary>What must never survive an upload.</summary>
    public const string Secret = "55.7704N 9.7012E Hedensted";

    /// <summary>A whole grey PNG, with any extra chunks before its data.</summary>
    public static byte[] Png(int width = 40, int height = 20, params (string Type, byte[] Data)[] extra)
    {
        using var data = new MemoryStream();
        using (var zip = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                zip.WriteByte(0);
                zip.Write(Enumerable.Range(0, width).Select(column => (byte)(column * 255 / width)).ToArray());
            }
        }

        return PngOf(Header(width, height), [.. extra, ("IDAT", data.ToArray())]);
    }

    /// <summary>A PNG that says it is enormous and is only a few bytes.</summary>
    public static byte[] PngBomb(int width, int height) => PngOf(Header(width, height), [("IDAT", [0x78, 0x9C, 0x03, 0x00, 0, 0, 0, 1])]);

    /// <summary>The smallest JPEG structure with a frame and a scan, with Exif (place and orientation) and a comment.</summary>
    public static byte[] Jpeg(int width = 40, int height = 20, int orientation = 1, string after = "") =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, Exif(orientation)),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(Secret)]),
        .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Encoding.UTF8.GetBytes(Secret)]),
        .. Segment(0xFE, Encoding.UTF8.GetBytes(Secret)),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0x34, 0xFF, 0x00, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
        .. Encoding.UTF8.GetBytes(after),
    ];

    /// <summary>A GIF of one frame, with a comment.</summary>
    public static byte[] Gif(int width = 40, int height = 20, string after = "") =>
    [
        .. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x21, 0xFE, (byte)Secret.Length, .. Encoding.ASCII.GetBytes(Secret), 0,
        0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 2, 2, 0x44, 0x01, 0,
        0x3B, .. Encoding.ASCII.GetBytes(after),
    ];

    /// <summary>An extended WebP with Exif and XMP.</summary>
    public static byte[] WebP(int width = 40, int height = 20)
    {
        byte[] chunks =
        [
            .. Chunk("VP8X", [0b0000_1100, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), 0, (byte)(height - 1), (byte)((height - 1) >> 8), 0]),
            .. Chunk("VP8L", [0x2F, 1, 2, 3, 4, 5, 6]),
            .. Chunk("EXIF", Encoding.UTF8.GetBytes(Secret)),
            .. Chunk("XMP ", Encoding.UTF8.GetBytes(Secret)),
        ];
        return [.. "RIFF"u8, .. Little(chunks.Length + 4), .. "WEBP"u8, .. chunks];
    }

    /// <summary>A GIF that is also a script.</summary>
    public static byte[] GifScript() => Encoding.ASCII.GetBytes("GIF89a/*\0\0\0\0*/=1;alert(document.cookie);//;");

    private static byte[] PngOf(byte[] header, (string Type, byte[] Data)[] chunks)
    {
        using var result = new MemoryStream();
        result.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        foreach (var (type, data) in (IEnumerable<(string, byte[])>)[("IHDR", header), .. chunks, ("IEND", [])])
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
            result.Write([.. Big(data.Length), .. body, .. Big((int)Crc(body))]);
        }

        return result.ToArray();
    }

    private static byte[] Header(int width, int height) => [.. Big(width), .. Big(height), 8, 0, 0, 0, 0];

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Exif(int orientation) =>
    [
        .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0x0E, 0x01, 2, 0, (byte)Secret.Length, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret),
    ];

    private static byte[] Chunk(string type, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(type), .. Little(data.Length), .. data, .. data.Length % 2 == 1 ? new byte[] { 0 } : []];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
