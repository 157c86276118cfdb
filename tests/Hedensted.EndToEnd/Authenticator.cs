using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Hedensted.EndToEnd;

/// <summary>The app on a colleague's telephone: RFC 6238, as everybody's does it.</summary>
internal static class Authenticator
{
    /// <summary>The six digits for a secret in Base32, now or – because a code works once – for the half minute after.</summary>
    public static string CodeOf(string secret, bool next = false)
    {
        var step = (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + (next ? 1 : 0);
        var bits = string.Concat(secret.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What the standard says.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
