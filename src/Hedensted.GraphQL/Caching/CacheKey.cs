using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hedensted.GraphQL.Caching;

/// <summary>What was asked, as a hash that nobody can make two questions share.</summary>
internal readonly record struct CacheKey(ulong First, ulong Second)
{
    private const int Lengths = 16;
    private const int OnStack = 2_048;

    /// <summary>The key of a document, an operation in it, its variables and the language of the answer.</summary>
    public static CacheKey Of(ReadOnlySpan<byte> document, string? operationName, ReadOnlySpan<byte> variables, string? language = null)
    {
        // One hash over everything in a row costs a third of hashing piece by piece.
        var nameLength = operationName is null ? 0 : Encoding.UTF8.GetByteCount(operationName);
        var languageLength = language is null ? 0 : Encoding.UTF8.GetByteCount(language);
        var length = Lengths + document.Length + nameLength + variables.Length + languageLength;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var row = rented is null ? stackalloc byte[length] : rented.AsSpan(0, length);
        BinaryPrimitives.WriteInt32LittleEndian(row, document.Length);
        BinaryPrimitives.WriteInt32LittleEndian(row[4..], nameLength);
        BinaryPrimitives.WriteInt32LittleEndian(row[8..], variables.Length);
        BinaryPrimitives.WriteInt32LittleEndian(row[12..], languageLength);
        var rest = row[Lengths..];
        document.CopyTo(rest);
        rest = rest[document.Length..];
        Encoding.UTF8.GetBytes(operationName, rest);
        rest = rest[nameLength..];
        variables.CopyTo(rest);
        Encoding.UTF8.GetBytes(language, rest[variables.Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return new CacheKey(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
    }
}
