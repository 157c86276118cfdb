using System.Buffers.Binary;
using System.Text;

namespace Hedensted.Cms.Media.Inspection;

/// <summary>Copies a WebP chunk by chunk, leaving out Exif, XMP and anything after its end.</summary>
/// <remarks>RFC 9649 §2 (container), RFC 6386 §9.1 and §19.1 (lossy), RFC 9649 §3.4 (lossless).</remarks>
internal static class WebPPicture
{
    private const int ExifAndXmp = 0b0000_1100;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP" };

    /// <summary>Copies the picture and reads its size.</summary>
    /// <exception cref="InvalidDataException">It is not a whole WebP.</exception>
    /// <exception cref="EndOfStreamException">It stops too early.</exception>
    public static ImageSize Copy(Stream source, Stream target)
    {
        var start = new byte[12];
        source.ReadExactly(start);
        target.Write(start);
        var left = BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(4)) - 4L;
        ImageSize? size = null;
        var hasPicture = false;
        var header = new byte[8];
        while (left >= header.Length)
        {
            source.ReadExactly(header);
            var type = Encoding.ASCII.GetString(header, 0, 4);
            var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            var padded = length + (length & 1);
            left -= header.Length + padded;
            if (left < 0)
            {
                throw new InvalidDataException("A chunk longer than the file.");
            }

            hasPicture |= type is "VP8 " or "VP8L" or "ANMF";
            if (!Kept.Contains(type))
            {
                source.Skip(padded);
            }
            else if (size is null)
            {
                var head = new byte[Math.Min(10, padded)];
                source.ReadExactly(head);
                size = SizeOf(type, head);
                if (type == "VP8X")
                {
                    head[0] &= unchecked((byte)~ExifAndXmp);
                }

                target.Write(header);
                target.Write(head);
                source.CopyExactly(target, padded - head.Length);
            }
            else
            {
                target.Write(header);
                source.CopyExactly(target, padded);
            }
        }

        if (size is not { } shown || !hasPicture)
        {
            throw new InvalidDataException("No picture in it.");
        }

        Span<byte> total = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(total, checked((uint)(target.Length - 8)));
        target.Position = 4;
        target.Write(total);
        target.Position = target.Length;
        return shown;
    }

    /// <summary>Reads the size only.</summary>
    /// <exception cref="InvalidDataException">It is not a WebP.</exception>
    /// <exception cref="EndOfStreamException">It stops too early.</exception>
    public static ImageSize Measure(Stream source)
    {
        Span<byte> start = stackalloc byte[30];
        source.ReadExactly(start);
        return SizeOf(Encoding.ASCII.GetString(start[12..16]), start[20..]);
    }

    private static ImageSize SizeOf(string type, ReadOnlySpan<byte> head) => type switch
    {
        "VP8X" when head.Length == 10 => new(1 + Number24(head[4..]), 1 + Number24(head[7..])),
        "VP8 " when head is [_, _, _, 0x9D, 0x01, 0x2A, _, _, _, _] => new(Number16(head[6..]) & 0x3FFF, Number16(head[8..]) & 0x3FFF),
        "VP8L" when head is [0x2F, _, _, _, _, ..] => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(head[1..])),
        _ => throw new InvalidDataException("The first chunk has no size."),
    };

    private static ImageSize Lossless(uint bits) => new(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static int Number16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
