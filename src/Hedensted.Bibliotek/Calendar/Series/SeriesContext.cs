using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>What the dates of a series depend on besides the series itself.</summary>
/// <param name="Free">The days that it may skip.</param>
/// <param name="Last">The last day that a rule is followed to.</param>
public sealed record SeriesContext(FreeDays Free, LocalDate Last)
{
    private const int YearsAhead = 2;

    /// <summary>The context of an edition at a moment: rules are followed to the end of the year after the next.</summary>
    public static SeriesContext Of(Edition edition, DateTimeOffset now) =>
        new(FreeDays.Of(edition), new LocalDate(WallTime.FromInstant(now).Year + YearsAhead, 12, 31));
}
