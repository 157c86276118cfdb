using System.Security.Cryptography;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Ids of occurrences, computed from what never changes about them.</summary>
/// <remarks>
/// A single event has one date, so its document decides. A date of a series is known by the block that the editor made it
/// in, which stays when the date changes. The id must not depend on the date: partners, calendars and printed QR codes keep it.
/// </remarks>
public static class OccurrenceIds
{
    /// <summary>The one date of a document.</summary>
    public static Guid Of(Guid document) => Derive(document, default);

    /// <summary>One date of a series.</summary>
    /// <param name="series">The series' document.</param>
    /// <param name="date">The key of the block that holds the date.</param>
    public static Guid Of(Guid series, Guid date) => Derive(series, date);

    private static Guid Derive(Guid document, Guid part)
    {
        Span<byte> name = stackalloc byte[16 + 32];
        "hedensted/dates\0"u8.CopyTo(name);
        document.TryWriteBytes(name[16..], bigEndian: true, out _);
        part.TryWriteBytes(name[32..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(name, hash);

        // RFC 9562 version 8: a hash of our own choosing.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
