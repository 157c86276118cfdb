using System.Security.Cryptography;
using System.Text;

namespace Hedensted.Bibliotek.Examples;

/// <summary>Makes keys from names, so that an example has the same key everywhere.</summary>
internal static class ExampleKey
{
    /// <summary>A version 8 UUID (RFC 9562 §5.8) of the name.</summary>
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes("hedensted/examples/" + name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
