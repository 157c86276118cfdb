using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hedensted.GraphQL.Caching;

/// <summary>What was asked, as a hash that nobody can make two questions share.</summary>
internal readonly record struct CacheKey(ulong First, ulong Second)
{
    public static CacheKey Of(ReadOnlySpan<byte> document, string? operationName, ReadOnlySpan<byte> variables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> lengths = stackalloc byte[12];
        var name = operationName is null ? [] : Encoding.UTF8.GetBytes(operationName);
        BinaryPrimitives.WriteInt32LittleEndian(lengths, document.Length);
        BinaryPrimitives.WriteInt32LittleEndian(lengths[4..], name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(lengths[8..], variables.Length);
        hash.AppendData(lengths);
        hash.AppendData(document);
        hash.AppendData(name);
        hash.AppendData(variables);
        Span<byte> result = stackalloc byte[32];
        hash.GetHashAndReset(result);
        return new CacheKey(BinaryPrimitives.ReadUInt64LittleEndian(result), BinaryPrimitives.ReadUInt64LittleEndian(result[8..]));
    }
}
