using System.Security.Cryptography;
using System.Text;

namespace Hedensted.Bibliotek.Values;

/// <summary>Makes keys of names, so that the same thing has the same key everywhere and every time.</summary>
internal static class NamedUuid
{
    /// <summary>A version 8 UUID (RFC 9562 §5.8) of the name.</summary>
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
