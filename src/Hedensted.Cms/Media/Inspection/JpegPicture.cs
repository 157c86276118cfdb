using System.Buffers.Binary;

namespace Hedensted.Cms.Media.Inspection;

/// <summary>Copies a JPEG part by part, leaving out what is not picture: where and when it was taken, comments, and anything after its end.</summary>
/// <remarks>ITU-T T.81 annex B. How the camera was held is the one thing kept of Exif, or half of all phone pictures would lie on their side.</remarks>
internal static class JpegPicture
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Jfif = 0xE0, Exif = 0xE1, Icc = 0xE2, Adobe = 0xEE, LastApplication = 0xEF, Comment = 0xFE;

    /// <summary>Copies the picture and reads its size as shown.</summary>
    /// <exception cref="InvalidDataException">It is not a whole JPEG.</exception>
    /// <exception cref="EndOfStreamException">It stops too early.</exception>
    public static ImageSize Copy(Stream source, Stream target)
    {
        if (source.Next() != 0xFF || source.Next() != StartOfImage)
        {
            throw new InvalidDataException("No start of image.");
        }

        target.Write([0xFF, StartOfImage]);
        var orientation = 1;
        var scanned = false;
        ImageSize? size = null;
        var marker = NextMarker(source);
        while (marker != EndOfImage)
        {
            if (marker is StartOfImage or <= 0x01 or (>= 0xD0 and <= 0xD7))
            {
                throw new InvalidDataException($"Marker {marker:X2} may not stand here.");
            }

            var segment = Segment(source);
            if (marker == Exif)
            {
                var found = OrientationOf(segment);
                if (found > 1 && orientation == 1)
                {
                    orientation = found;
                    target.Write(OrientationOnly(found));
                }
            }
            else if (IsKept(marker, segment))
            {
                WriteSegment(target, marker, segment);
            }

            if (IsFrame(marker))
            {
                size ??= SizeOf(segment);
            }

            scanned |= marker == StartOfScan;
            marker = marker == StartOfScan ? CopyScan(source, target) : NextMarker(source);
        }

        target.Write([0xFF, EndOfImage]);
        return size is { } shown && scanned
            ? orientation >= 5 ? new(shown.Height, shown.Width) : shown
            : throw new InvalidDataException("No picture in it.");
    }

    private static byte NextMarker(Stream source)
    {
        if (source.Next() != 0xFF)
        {
            throw new InvalidDataException("A marker was expected.");
        }

        byte marker;
        do
        {
            marker = source.Next();
        }
        while (marker == 0xFF);
        return marker;
    }

    private static byte[] Segment(Stream source)
    {
        var length = (source.Next() << 8) | source.Next();
        if (length < 2)
        {
            throw new InvalidDataException("A segment shorter than its own length.");
        }

        var segment = new byte[length - 2];
        source.ReadExactly(segment);
        return segment;
    }

    private static void WriteSegment(Stream target, byte marker, byte[] segment)
    {
        var length = segment.Length + 2;
        target.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        target.Write(segment);
    }

    private static bool IsKept(byte marker, byte[] segment) => marker switch
    {
        Jfif or Adobe => true,
        Icc => segment.AsSpan().StartsWith("ICC_PROFILE\0"u8),
        > Jfif and <= LastApplication => false,
        Comment => false,
        _ => true,
    };

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageSize SizeOf(byte[] frame) =>
        frame.Length >= 6
            ? new(BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1)))
            : throw new InvalidDataException("A frame without a size.");

    // Coded data runs until a marker that is neither a stuffed zero nor a restart; that marker is the next segment's.
    private static byte CopyScan(Stream source, Stream target)
    {
        while (true)
        {
            var value = source.Next();
            if (value != 0xFF)
            {
                target.WriteByte(value);
                continue;
            }

            byte next;
            do
            {
                next = source.Next();
            }
            while (next == 0xFF);
            if (next is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return next;
            }

            target.WriteByte(0xFF);
            target.WriteByte(next);
        }
    }

    // Exif 2.3 §4.6: a TIFF header, then the first directory; entry 0x0112 is the orientation, 1–8.
    private static int OrientationOf(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 20 || !segment.StartsWith("Exif\0\0"u8))
        {
            return 1;
        }

        var tiff = segment[6..];
        var little = tiff[0] == (byte)'I';
        var directory = Number32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[((int)directory + 2)..];
        var count = Math.Min(Number16(tiff[(int)directory..], little), entries.Length / 12);
        for (var index = 0; index < count; index++)
        {
            var entry = entries.Slice(index * 12, 12);
            if (Number16(entry, little) == 0x0112)
            {
                return Number16(entry[8..], little) is >= 1 and <= 8 and var orientation ? orientation : 1;
            }
        }

        return 1;
    }

    private static int Number16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static byte[] OrientationOnly(int orientation) =>
    [
        0xFF, Exif, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];
}
