using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hedensted.Cms.Auth;

/// <summary>RFC 6238 over RFC 4226 as authenticator apps know it: SHA-1, 30 seconds, six digits.</summary>
internal static class Totp
{
    private const int SecretBytes = 20;
    private const int Period = 30;
    private const int Modulus = 1_000_000;
    private const int RecoveryCodes = 10;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret, in base 32 as apps want it.</summary>
    public static string NewSecret() => Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Whether this can be a secret of ours.</summary>
    public static bool IsSecret(string? secret) => secret is not null && secret.Length == SecretBytes * 8 / 5 && secret.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal));

    /// <summary>What an app reads from the picture.</summary>
    public static string AddressOf(string secret, string account) =>
        $"otpauth://totp/Hedensted:{Uri.EscapeDataString(account)}?secret={secret}&issuer=Hedensted&digits=6&period={Period}";

    /// <summary>The code of a step.</summary>
    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 4226 says SHA-1, and apps know nothing else; its weakness to collisions does not touch HMAC.
        HMACSHA1.HashData(Decode(secret), counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step of a moment.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Period;

    /// <summary>The step whose code this is, now or one before or after, for clocks that differ; null when it is none of them.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var given = Encoding.ASCII.GetBytes(code);
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeAt(secret, step))))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The codes for whoever loses the app. They follow from the secret, so that they can be shown before it is in use and stored as hashes.</summary>
    public static IReadOnlyList<string> RecoveryCodesOf(string secret) =>
    [
        .. Enumerable.Range(0, RecoveryCodes).Select(number =>
        {
            var code = Encode(HMACSHA256.HashData(Decode(secret), Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"recovery:{number}"))))[..16];
            return $"{code[..4]}-{code[4..8]}-{code[8..12]}-{code[12..]}";
        }),
    ];

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 / 5) + 1);
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            (buffer, bits) = ((buffer << 8) | value, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return text.ToString();
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var sign in text)
        {
            (buffer, bits) = ((buffer << 5) | Alphabet.IndexOf(sign, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
