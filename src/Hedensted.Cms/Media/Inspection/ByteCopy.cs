using System.Buffers;

namespace Hedensted.Cms.Media.Inspection;

/// <summary>Copying parts of a file without holding them.</summary>
internal static class ByteCopy
{
    /// <summary>The next byte.</summary>
    /// <exception cref="EndOfStreamException">There is none.</exception>
    public static byte Next(this Stream source)
    {
        var value = source.ReadByte();
        return value < 0 ? throw new EndOfStreamException() : (byte)value;
    }

    /// <summary>Copies exactly so many bytes.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static void CopyExactly(this Stream source, Stream target, long count)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            while (count > 0)
            {
                var part = (int)Math.Min(count, buffer.Length);
                source.ReadExactly(buffer, 0, part);
                target.Write(buffer, 0, part);
                count -= part;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Passes over exactly so many bytes.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static void Skip(this Stream source, long count)
    {
        if (count > source.Length - source.Position)
        {
            throw new EndOfStreamException();
        }

        source.Position += count;
    }
}
