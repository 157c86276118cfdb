using System.Globalization;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Lists;
using Hedensted.Cms.Management.Common;
using NodaTime;

namespace Hedensted.Cms.Management.Events;

/// <summary>What an editor looks for in the list of events; everything may be absent or empty.</summary>
/// <param name="When"><c>upcoming</c>, <c>past</c> or <c>all</c>.</param>
/// <param name="Place">Key of a branch or place.</param>
/// <param name="Kind">Key of a document type, or a word of the field «Type».</param>
/// <param name="Status">A word of the field «Status».</param>
/// <param name="Published"><c>true</c> or <c>false</c>.</param>
/// <param name="From">The first day, <c>2026-11-28</c>.</param>
/// <param name="Until">The last day.</param>
internal readonly record struct EventListQuery(string? When, string? Place, string? Kind, string? Status, string? Published, string? From, string? Until)
{
    /// <summary>The question to the library's list; the problem says which part cannot be read.</summary>
    public (EventFilter? Filter, Problem? Problem) Read(string? text)
    {
        var when = EventTime.All;
        if (IsSet(When) && !(Enum.TryParse(When, ignoreCase: true, out when) && Enum.IsDefined(when)))
        {
            return Unreadable("Tid", When!, "Vælg kommende, afholdte eller alle.");
        }

        if (IsSet(Place) && !Guid.TryParse(Place, out _))
        {
            return Unreadable("Sted", Place!, "Vælg et sted i listen.");
        }

        if (IsSet(Status) && Vocabulary.Statuses.Find(Status) is null)
        {
            return Unreadable("Status", Status!, "Vælg en status i listen.");
        }

        if (IsSet(Published) && !bool.TryParse(Published, out _))
        {
            return Unreadable("Udgivelse", Published!, "Vælg udgivet eller ikke udgivet.");
        }

        if (!TryDay(From, out var from))
        {
            return Unreadable("Fra", From!, "Skriv en dato som 28-11-2026.");
        }

        if (!TryDay(Until, out var until))
        {
            return Unreadable("Til", Until!, "Skriv en dato som 28-11-2026.");
        }

        var type = Guid.TryParse(Kind, out var typeKey) ? typeKey : (Guid?)null;
        return (new EventFilter
        {
            When = when,
            From = from,
            Until = until,
            PlaceKey = IsSet(Place) ? Guid.Parse(Place!) : null,
            ContentTypeKey = type,
            Kind = type is null && IsSet(Kind) ? Kind : null,
            Status = IsSet(Status) ? Vocabulary.Statuses.Find(Status) : null,
            Published = IsSet(Published) ? bool.Parse(Published!) : null,
            Text = text?.Trim().ToLowerInvariant() ?? "",
        }, null);
    }

    private static bool IsSet(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool TryDay(string? text, out LocalDate? day)
    {
        day = null;
        if (!IsSet(text))
        {
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }

        day = LocalDate.FromDateOnly(read);
        return true;
    }

    private static (EventFilter?, Problem?) Unreadable(string field, string value, string remedy) =>
        (null, Problems.BadRequest("InvalidFilter", $"Filteret «{field}» kan ikke læses", $"«{value}» er ikke noget, der kan filtreres på. {remedy}"));
}
