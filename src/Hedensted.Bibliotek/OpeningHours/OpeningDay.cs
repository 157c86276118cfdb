using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.OpeningHours;

/// <summary>When a branch is open on one day.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Date">The day, in Denmark.</param>
/// <param name="Times">By hour. Empty: nobody can come.</param>
/// <param name="IsKnown">Whether somebody has written when the branch is open on such a day; else nothing is to be concluded from <paramref name="Times"/>.</param>
/// <param name="Note">What is special about the day, in the editors' words.</param>
public sealed record OpeningDay(PublishedDocument Branch, DateOnly Date, ImmutableArray<OpeningTime> Times, bool IsKnown, string? Note)
{
    /// <summary><c>kl. 10.00–18.00</c>, <c>Lukket</c>, <c>Selvbetjent kl. 7.00–10.00, betjent kl. 10.00–18.00</c>; null when nobody has written it.</summary>
    public string? Display => !IsKnown ? null
        : Times.IsEmpty ? "Lukket"
        : Times.Select(time => time.Category).Distinct().Count() == 1 && Times[0].Category == OpeningTime.Staffed ? string.Join(" og ", Times.Select(time => DanishDates.Hours(time.Opens, time.Closes)))
        : Sentence(string.Join(", ", Times.Select(time => $"{time.Category.ToLowerInvariant()} {DanishDates.Hours(time.Opens, time.Closes)}")));

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
