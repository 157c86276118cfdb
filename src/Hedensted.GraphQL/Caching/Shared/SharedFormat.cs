using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Hedensted.Content.Changes;

namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>An answer as bytes, sealed with a secret of the database: what was changed on the way, what another database gave out, and what is no answer at all is nothing.</summary>
/// <remarks>
/// The seal (HMAC-SHA-256, the last 32 bytes) is over everything, the question among it, so that no answer can be put in another's place. Nothing is read before it fits.
/// </remarks>
internal static class SharedFormat
{
    private const byte Version = 1;

    /// <summary>Larger ones are not given to others.</summary>
    public const int MaxBytes = 1 << 20;

    private const int SealLength = HMACSHA256.HashSizeInBytes;

    /// <summary>The bytes of an answer.</summary>
    public static byte[] Write(SharedAnswer answer, ReadOnlySpan<byte> secret)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(answer.Key.First);
            writer.Write(answer.Key.Second);
            writer.Write(answer.AsOf.Value);
            writer.Write(answer.Read.Bits);
            writer.Write(answer.MadeAt.UtcTicks);
            writer.Write(answer.ValidUntil?.UtcTicks ?? 0);
            writer.Write(answer.TrueSince?.UtcTicks ?? 0);
            writer.Write(answer.Cost);
            writer.Write(answer.OperationName ?? "");
            writer.Write(answer.DocumentHash.Length);
            writer.Write(answer.DocumentHash);
            writer.Write(answer.Body.Length);
            writer.Write(answer.Brotli is not null);
            writer.Write(answer.Brotli ?? answer.Body);
        }

        var length = (int)bytes.Length;
        var sealedBytes = new byte[length + SealLength];
        bytes.GetBuffer().AsSpan(0, length).CopyTo(sealedBytes);
        HMACSHA256.HashData(secret, sealedBytes.AsSpan(0, length), sealedBytes.AsSpan(length));
        return sealedBytes;
    }

    /// <summary>The answer to a question; null when these bytes are not one that somebody with the secret wrote.</summary>
    public static SharedAnswer? Read(byte[] bytes, CacheKey key, ReadOnlySpan<byte> secret)
    {
        var length = bytes.Length - SealLength;
        Span<byte> seal = stackalloc byte[SealLength];
        if (length <= 0 || bytes[0] != Version)
        {
            return null;
        }

        HMACSHA256.HashData(secret, bytes.AsSpan(0, length), seal);
        if (!CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(length)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, 1, length - 1, writable: false), Encoding.UTF8);
        var found = new CacheKey(reader.ReadUInt64(), reader.ReadUInt64());
        return found == key ? Read(reader, found) : null;
    }

    private static SharedAnswer? Read(BinaryReader reader, CacheKey key)
    {
        var asOf = new ChangePosition(reader.ReadInt64());
        var read = new Areas(reader.ReadUInt64());
        var (madeAt, validUntil, trueSince) = (Moment(reader.ReadInt64()), Moment(reader.ReadInt64()), Moment(reader.ReadInt64()));
        var cost = reader.ReadInt64();
        var operation = reader.ReadString();
        var hash = reader.ReadBytes(reader.ReadInt32());
        var length = reader.ReadInt32();
        var isPacked = reader.ReadBoolean();
        var sent = reader.ReadBytes((int)(reader.BaseStream.Length - reader.BaseStream.Position));
        var body = isPacked ? new byte[length] : sent;
        return !isPacked || (BrotliDecoder.TryDecompress(sent, body, out var written) && written == length)
            ? new SharedAnswer(key, asOf, read, madeAt ?? default, validUntil, trueSince, cost, operation.Length == 0 ? null : operation, hash, body, isPacked ? sent : null)
            : null;
    }

    private static DateTimeOffset? Moment(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
