using System.Buffers.Binary;
using System.Text;

namespace Hedensted.Cms.Media.Inspection;

/// <summary>Copies a PNG chunk by chunk, leaving out texts, times, Exif and anything after its end.</summary>
/// <remarks>PNG specification, third edition, chapters 5 and 11.</remarks>
internal static class PngPicture
{
    private const int SignatureLength = 8;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    };

    /// <summary>Copies the picture and reads its size.</summary>
    /// <exception cref="InvalidDataException">It is not a whole PNG.</exception>
    /// <exception cref="EndOfStreamException">It stops too early.</exception>
    public static ImageSize Copy(Stream source, Stream target)
    {
        source.CopyExactly(target, SignatureLength);
        ImageSize? size = null;
        var hasData = false;
        Span<byte> header = stackalloc byte[8];
        while (true)
        {
            source.ReadExactly(header);
            var length = BinaryPrimitives.ReadUInt32BigEndian(header);
            var type = Encoding.ASCII.GetString(header[4..]);
            if (length > int.MaxValue || !type.All(char.IsAsciiLetter) || (size is null) != (type == "IHDR"))
            {
                throw new InvalidDataException($"Chunk «{type}» of {length} bytes may not stand here.");
            }

            hasData |= type == "IDAT";
            if (type == "IHDR")
            {
                size = CopyHeader(source, target, header, length);
            }
            else if (Kept.Contains(type))
            {
                target.Write(header);
                source.CopyExactly(target, length + 4L); // the data and its checksum
            }
            else if (char.IsAsciiLetterUpper(type[0]))
            {
                throw new InvalidDataException($"Chunk «{type}» is not known and may not be ignored.");
            }
            else
            {
                source.Skip(length + 4L);
            }

            if (type == "IEND")
            {
                return hasData && size is { } shown ? shown : throw new InvalidDataException("No picture in it.");
            }
        }
    }

    private static ImageSize CopyHeader(Stream source, Stream target, ReadOnlySpan<byte> header, uint length)
    {
        if (length != 13)
        {
            throw new InvalidDataException("A header of the wrong length.");
        }

        Span<byte> data = stackalloc byte[17];
        source.ReadExactly(data);
        target.Write(header);
        target.Write(data);
        var width = BinaryPrimitives.ReadUInt32BigEndian(data);
        var height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        return width <= int.MaxValue && height <= int.MaxValue
            ? new((int)width, (int)height)
            : throw new InvalidDataException("A size out of range.");
    }
}
