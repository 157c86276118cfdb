using System.Globalization;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Feeds.Reading;

namespace Hedensted.GraphQL.Feeds.Icalendar;

/// <summary>Dates as an iCalendar object (<see href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</see>, published as RFC 5546 §3.2.1 says).</summary>
internal static class IcalendarFeed
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string Zone = "Europe/Copenhagen";

    // A revision is a second since then; 31 bits, which clients keep it in, last until 2088.
    private static readonly DateTimeOffset FirstRevision = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The object's octets.</summary>
    public static byte[] Write(FeedChannel channel, IEnumerable<FeedEntry> entries)
    {
        var lines = new ContentLines();
        lines.Line("BEGIN", "VCALENDAR");
        lines.Line("VERSION", "2.0");
        lines.Line("PRODID", "-//Hedensted Kommune//Hedensted.Cms//DA");
        lines.Line("CALSCALE", "GREGORIAN");
        lines.Line("METHOD", "PUBLISH");

        // RFC 7986, and the names that clients had for it before.
        lines.Text("NAME", channel.Title);
        lines.Text("X-WR-CALNAME", channel.Title);
        lines.Text("DESCRIPTION", $"{channel.Description}\n\n{FeedLicence.Text}");
        lines.Text("X-WR-CALDESC", $"{channel.Description}\n\n{FeedLicence.Text}");
        lines.Line("X-WR-TIMEZONE", Zone);
        lines.Line("URL;VALUE=URI", channel.Page);
        lines.Line("SOURCE;VALUE=URI", channel.Self);
        lines.Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.Line("X-PUBLISHED-TTL", "PT1H");
        WriteZone(lines);
        foreach (var entry in entries)
        {
            Write(lines, entry, channel);
        }

        lines.Line("END", "VCALENDAR");
        return lines.ToArray();
    }

    // The European Union's rule, which Denmark has had since 1996; nothing here is older.
    private static void WriteZone(ContentLines lines)
    {
        lines.Line("BEGIN", "VTIMEZONE");
        lines.Line("TZID", Zone);
        Write("DAYLIGHT", "CEST", "+0100", "+0200", "19960331T020000", month: 3);
        Write("STANDARD", "CET", "+0200", "+0100", "19961027T030000", month: 10);
        lines.Line("END", "VTIMEZONE");

        void Write(string kind, string name, string from, string to, string start, int month)
        {
            lines.Line("BEGIN", kind);
            lines.Line("TZNAME", name);
            lines.Line("TZOFFSETFROM", from);
            lines.Line("TZOFFSETTO", to);
            lines.Line("DTSTART", start);
            lines.Line("RRULE", string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"));
            lines.Line("END", kind);
        }
    }

    private static void Write(ContentLines lines, FeedEntry entry, FeedChannel channel)
    {
        var occurrence = entry.Occurrence;
        lines.Line("BEGIN", "VEVENT");
        lines.Line("UID", occurrence.Id.ToString()); // RFC 7986 §5.3: a UUID by itself, so that it is the same under every name of the site
        lines.Line("SEQUENCE", ((long)(entry.RevisedAt - FirstRevision).TotalSeconds is var revision && revision < 0 ? 0 : revision).ToString(CultureInfo.InvariantCulture));
        lines.Line("DTSTAMP", Utc(entry.RevisedAt));
        lines.Line("LAST-MODIFIED", Utc(entry.ModifiedAt));
        lines.Line("CREATED", Utc(occurrence.Document.CreateDate));
        WriteTimes(lines, occurrence);
        lines.Text("SUMMARY", entry.Headline);
        lines.Line("STATUS", occurrence.Status switch
        {
            OccurrenceStatus.Cancelled => "CANCELLED",
            OccurrenceStatus.Postponed => "TENTATIVE",
            _ => "CONFIRMED",
        });
        lines.Line("TRANSP", occurrence.AllDay || occurrence.Status is OccurrenceStatus.Cancelled or OccurrenceStatus.Postponed ? "TRANSPARENT" : "OPAQUE");
        lines.Text("DESCRIPTION", entry.FullText);
        lines.Text("LOCATION", entry.Location);
        if (!entry.IsOnline && entry.Address is { Latitude: { } latitude, Longitude: { } longitude })
        {
            lines.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{latitude};{longitude}"));
        }

        lines.Texts("CATEGORIES", entry.Categories);
        lines.Line("URL", entry.Url);
        if (channel.Email is { } email)
        {
            lines.Line($"ORGANIZER;CN={ContentLines.Quoted(channel.Publisher)}", $"mailto:{email}");
        }

        lines.Line("END", "VEVENT");
    }

    private static void WriteTimes(ContentLines lines, Occurrence occurrence)
    {
        if (occurrence.AllDay)
        {
            lines.Line("DTSTART;VALUE=DATE", Date(occurrence.LocalDate));
            lines.Line("DTEND;VALUE=DATE", Date(occurrence.LocalEndDate.AddDays(1))); // §3.6.1: the end is the first day without it
            return;
        }

        WriteTime(lines, "DTSTART", occurrence.StartsAt);
        if (occurrence.EndIsKnown)
        {
            WriteTime(lines, "DTEND", occurrence.EndsAt);
        }
    }

    // In the hour that autumn repeats a wall time is two instants. The first is meant (§3.3.5), but readers differ, so there it is told in universal time.
    private static void WriteTime(ContentLines lines, string name, DateTimeOffset instant)
    {
        var local = WallTime.FromInstant(instant);
        var isRepeated = WallTime.FromInstant(instant.AddHours(1)) == local || WallTime.FromInstant(instant.AddHours(-1)) == local;
        if (isRepeated)
        {
            lines.Line(name, Utc(instant));
        }
        else
        {
            lines.Line($"{name};TZID={Zone}", local.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture));
        }
    }

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
