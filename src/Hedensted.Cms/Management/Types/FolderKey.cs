using System.Security.Cryptography;
using System.Text;

namespace Hedensted.Cms.Management.Types;

/// <summary>Folders of types are only a path on each type; the backoffice wants a key, so a path always gets the same one.</summary>
internal static class FolderKey
{
    /// <summary>The key of a folder.</summary>
    /// <param name="tree">The tree's name, so that equal paths in two trees differ.</param>
    /// <param name="path">Segments joined by <c>/</c>.</param>
    public static Guid Of(string tree, string path)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{tree}:{path}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8: made from a name in a way of our own (RFC 9562 §5.8)
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
