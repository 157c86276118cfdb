using System.Text;

namespace Hedensted.Cms.Media.Inspection;

/// <summary>Tells text from programs and pages.</summary>
internal static class PlainText
{
    /// <summary>Whether the file is text from end to end, and neither a web page nor XML.</summary>
    public static bool IsPlain(Stream source)
    {
        var buffer = new byte[81_920];
        var length = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var start = Encoding.UTF8.GetString(buffer, 0, Math.Min(length, 512)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith('<'))
        {
            return false;
        }

        while (length > 0)
        {
            if (buffer.AsSpan(0, length).ContainsAnyInRange<byte>(0x00, 0x08) || buffer.AsSpan(0, length).ContainsAnyInRange<byte>(0x0E, 0x1F))
            {
                return false;
            }

            length = source.Read(buffer);
        }

        return true;
    }
}
