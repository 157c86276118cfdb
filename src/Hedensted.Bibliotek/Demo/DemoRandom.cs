using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hedensted.Bibliotek.Demo;

/// <summary>Chance that is the same for the same seed on every machine and in every version of .NET (SplitMix64).</summary>
internal sealed class DemoRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A key that follows from a name.</summary>
    public static Guid KeyOf(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes("hedensted/demo/" + name), hash);

        // RFC 9562 version 8: a hash of our own choosing.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The chance of one thing among many, whatever came before it.</summary>
    public static DemoRandom For(int seed, int index)
    {
        Span<byte> both = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(both, seed);
        BinaryPrimitives.WriteInt32LittleEndian(both[4..], index);
        return new DemoRandom(BinaryPrimitives.ReadUInt64LittleEndian(both));
    }

    /// <summary>From 0 up to but not including <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (uint)end);

    public bool OneIn(int count) => Below(count) == 0;

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
