using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Hedensted.EndToEnd;

/// <summary>An authenticator app on a colleague's telephone: RFC 6238. It shows no code twice, as a person would not wait for it either.</summary>
internal sealed class AuthenticatorApp(string secret)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private long _last;

    /// <summary>The code to write now: the server takes one step either way, and each only once.</summary>
    public string Next()
    {
        _last = Math.Max(_last + 1, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        return CodeOf(_last);
    }

    private string CodeOf(long step)
    {
        var bits = string.Concat(secret.Select(sign => Convert.ToString(Alphabet.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
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
