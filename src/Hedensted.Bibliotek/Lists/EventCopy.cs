using System.Collections.Frozen;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Lists;

/// <summary>«Kopiér arrangement»: what a new event takes over from an old one.</summary>
public static class EventCopy
{
    // When it was, how it went, how one signed up for that one date, and where it came from. An old ticket link on a new event
    // sells the wrong tickets; an address of its own belongs to one page only.
    private static readonly FrozenSet<string> LeftBehind = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "startsAt", "endsAt", "previousStart", "recurrence", "extraDates", "skippedDates",
        "status", "statusReason",
        "bookingOpens", "bookingCloses", "ticketUrl", "onlineUrl",
        "followUp", "followUpDue", "linkedActions", "internalLearning",
        "sourceSystem", "sourceId", "sourceUrl", "lockedFields",
        "umbracoUrlName");

    /// <summary>The content without what belongs to the old event alone; everything else is as it was.</summary>
    public static NodeContent Of(NodeContent content) => content with { Values = [.. content.Values.Where(value => !LeftBehind.Contains(value.Alias))] };
}
