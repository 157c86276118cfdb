using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Attendance;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Engagement;

/// <summary>What was held, and what is told of it when it is counted.</summary>
/// <param name="edition">What citizens see.</param>
public sealed class HeldDates(Edition edition)
{
    // The kinds of partner that consist of citizens; the others are administrations, schools, firms and libraries.
    private static readonly ImmutableArray<string> Citizens = ["Borgergruppe", "Forening", "Klub", "Frivillige"];

    private readonly Dictionary<Guid, bool> _citizens = [];
    private readonly EventCalendar _calendar = edition.Projection<EventCalendar>();

    /// <summary>Whether a date can be counted: it has begun, and neither cancelled nor postponed, and is no example that came with the site.</summary>
    public static bool HasBegun(Occurrence occurrence, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return occurrence.StartsAt <= now
            && occurrence.Status is not (OccurrenceStatus.Cancelled or OccurrenceStatus.Postponed)
            && !occurrence.Document.IsExample;
    }

    /// <summary>Whether a date was held: it is over, and could be counted.</summary>
    public static bool WasHeld(Occurrence occurrence, DateTimeOffset now) => HasBegun(occurrence, now) && occurrence.EndsAt <= now;

    /// <summary>What began in a time, its end not included, and is over by now; by start.</summary>
    public IEnumerable<Occurrence> Between(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var all = _calendar.All;
        for (var index = all.IndexOfStart(from); index < all.Count && all[index].StartsAt < to; index++)
        {
            if (WasHeld(all[index], now))
            {
                yield return all[index];
            }
        }
    }

    /// <summary>What a date is, in the words that a count keeps.</summary>
    public AttendedDate Describe(Occurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        var place = Place(occurrence);
        return new AttendedDate(
            occurrence.Id,
            occurrence.Document.Key,
            occurrence.Title,
            occurrence.StartsAt,
            occurrence.PlaceKey,
            place?.NameIn(),
            IsOutsideHouse(occurrence),
            IsCitizenLed(occurrence),
            [.. occurrence.FocusAreaKeys.Distinct().Select(edition.Find).OfType<PublishedDocument>().Select(area => new AttendedFocusArea(area.Key, area.Text("title") ?? area.NameIn()))]);
    }

    /// <summary>Where it was; null when that is not published.</summary>
    public PublishedDocument? Place(Occurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return occurrence.PlaceKey is { } key ? edition.Find(key) : null;
    }

    internal bool IsOutsideHouse(Occurrence occurrence) => Place(occurrence)?.ContentType.Alias == EventTypes.OutreachPlace;

    internal bool IsCitizenLed(Occurrence occurrence)
    {
        if (occurrence.OrganiserKey is not { } organiser)
        {
            return false;
        }

        if (!_citizens.TryGetValue(organiser, out var known))
        {
            known = edition.Find(organiser) is { ContentType.Alias: "partner" } partner && Citizens.Contains(partner.Text("partnerType") ?? "");
            _citizens[organiser] = known;
        }

        return known;
    }
}
