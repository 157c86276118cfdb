using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Ids of occurrences, computed from what never changes about them.</summary>
/// <remarks>
/// A single event has one date, so its document decides. A date that an editor has written into a series is known by its block,
/// which stays when the date changes; one that the series' rule makes by its day, so that it stays while the rule still makes that
/// day. Moving a date (<c>occurrenceOverride</c>) changes neither: partners, calendars and printed QR codes keep the id.
/// </remarks>
public static class OccurrenceIds
{
    /// <summary>The one date of a document.</summary>
    public static Guid Of(Guid document) => Derive("hedensted/dates\0"u8, document, default);

    /// <summary>One date of a series.</summary>
    /// <param name="series">The series' document.</param>
    /// <param name="date">The key of the block that holds the date.</param>
    public static Guid Of(Guid series, Guid date) => Derive("hedensted/dates\0"u8, series, date);

    /// <summary>One date that the rule of a series makes.</summary>
    /// <param name="series">The series' document.</param>
    /// <param name="date">The day that the rule makes.</param>
    public static Guid Of(Guid series, LocalDate date)
    {
        Span<byte> part = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(part, (date.Year * 10_000) + (date.Month * 100) + date.Day);
        return Derive("hedensted/rules\0"u8, series, new Guid(part, bigEndian: true));
    }

    private static Guid Derive(ReadOnlySpan<byte> kind, Guid document, Guid part)
    {
        Span<byte> name = stackalloc byte[16 + 32];
        kind.CopyTo(name);
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
