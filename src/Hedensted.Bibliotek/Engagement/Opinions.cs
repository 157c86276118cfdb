using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Attendance;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Engagement;

/// <summary>What those who came think: one number, from nobody in particular.</summary>
/// <remarks>What is kept is how many said what of a date. No answer is a row, so none has a time, an address or a sender.</remarks>
public sealed class Opinions(AttendanceLedger ledger, TimeProvider time)
{
    /// <summary>The lowest score.</summary>
    public const int Lowest = 1;

    /// <summary>The highest score.</summary>
    public const int Highest = 5;

    // Later nobody remembers.
    private static readonly TimeSpan Open = TimeSpan.FromDays(30);

    /// <summary>The date of a document that one may tell about now: the latest that was held; null when that is too long ago.</summary>
    public Occurrence? AskedAbout(Edition edition, Guid documentKey)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Projection<EventCalendar>().Of(documentKey).LastOrDefault(IsOpen);
    }

    /// <summary>Counts an answer.</summary>
    /// <returns>The date; null when one cannot tell about it, and nothing was kept.</returns>
    public async Task<Occurrence?> AnswerAsync(Edition edition, Guid occurrenceId, int score, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (score is < Lowest or > Highest || edition.Projection<EventCalendar>().Find(occurrenceId) is not { } occurrence || !IsOpen(occurrence))
        {
            return null;
        }

        await ledger.AnswerAsync(occurrence.Id, occurrence.Document.Key, occurrence.StartsAt, score, cancellationToken);
        return occurrence;
    }

    private bool IsOpen(Occurrence occurrence)
    {
        var now = time.GetUtcNow();
        return HeldDates.WasHeld(occurrence, now) && occurrence.EndsAt + Open > now;
    }
}
