using System.Security.Cryptography;
using System.Text;

namespace Hedensted.Cms.Management.Common;

/// <summary>Keys for what has only a name on this side, where the backoffice wants a key: a name always gets the same one.</summary>
internal static class KeyOfName
{
    /// <summary>The key of a name.</summary>
    /// <param name="kind">What is named, so that equal names of two kinds differ.</param>
    /// <param name="name">The name.</param>
    public static Guid Of(string kind, string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{name}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8: made from a name in a way of our own (RFC 9562 §5.8)
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
