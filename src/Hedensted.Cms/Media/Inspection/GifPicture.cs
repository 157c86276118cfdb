namespace Hedensted.Cms.Media.Inspection;

/// <summary>Copies a GIF block by block, leaving out comments, texts and anything after its end, where scripts are hidden.</summary>
/// <remarks>GIF89a specification, chapters 17–26.</remarks>
internal static class GifPicture
{
    private const byte Image = 0x2C, Extension = 0x21, Trailer = 0x3B, GraphicControl = 0xF9, Application = 0xFF;

    /// <summary>Copies the picture and reads its size.</summary>
    /// <exception cref="InvalidDataException">It is not a whole GIF.</exception>
    /// <exception cref="EndOfStreamException">It stops too early.</exception>
    public static ImageSize Copy(Stream source, Stream target)
    {
        Span<byte> screen = stackalloc byte[13];
        source.ReadExactly(screen);
        target.Write(screen);
        source.CopyExactly(target, ColourTableLength(screen[10]));
        var pictures = 0;
        while (true)
        {
            switch (source.Next())
            {
                case Image:
                    CopyImage(source, target);
                    pictures++;
                    break;
                case Extension:
                    CopyExtension(source, target);
                    break;
                case Trailer when pictures > 0:
                    target.WriteByte(Trailer);
                    return new(screen[6] | (screen[7] << 8), screen[8] | (screen[9] << 8));
                default:
                    throw new InvalidDataException("A block that is not known.");
            }
        }
    }

    private static void CopyImage(Stream source, Stream target)
    {
        Span<byte> descriptor = stackalloc byte[9];
        source.ReadExactly(descriptor);
        target.WriteByte(Image);
        target.Write(descriptor);
        source.CopyExactly(target, ColourTableLength(descriptor[8]));
        var codeSize = source.Next();
        if (codeSize is < 2 or > 11)
        {
            throw new InvalidDataException("A code size out of range.");
        }

        target.WriteByte(codeSize);
        CopyBlocks(source, target);
    }

    private static void CopyExtension(Stream source, Stream target)
    {
        var label = source.Next();
        if (label == GraphicControl)
        {
            target.Write([Extension, label]);
            CopyBlocks(source, target);
            return;
        }

        var length = source.Next();
        var first = new byte[length];
        source.ReadExactly(first);
        if (label == Application && (first.AsSpan().SequenceEqual("NETSCAPE2.0"u8) || first.AsSpan().SequenceEqual("ANIMEXTS1.0"u8)))
        {
            target.Write([Extension, label, length]);
            target.Write(first);
            CopyBlocks(source, target);
        }
        else if (length > 0)
        {
            CopyBlocks(source, Stream.Null);
        }
    }

    private static void CopyBlocks(Stream source, Stream target)
    {
        byte length;
        do
        {
            length = source.Next();
            target.WriteByte(length);
            source.CopyExactly(target, length);
        }
        while (length > 0);
    }

    private static int ColourTableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
}
