using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.OpeningHours;

/// <summary>A time that a branch is open on one day.</summary>
/// <param name="Block">The block that the editor wrote it in: of an ordinary week, or of a day with other hours.</param>
/// <param name="Date">The day.</param>
/// <param name="Category">Betjent, Selvbetjent, Borgerservice, Telefon.</param>
/// <param name="Opens">When it opens.</param>
/// <param name="Closes">When it closes; before <paramref name="Opens"/> is after midnight.</param>
/// <param name="IsWeekly">Whether it is so every week; else it is this day's own.</param>
/// <param name="LastDate">The last day that it is so; null for until further notice.</param>
public sealed record OpeningTime(Guid Block, DateOnly Date, string Category, TimeOnly Opens, TimeOnly Closes, bool IsWeekly, DateOnly? LastDate);

/// <summary>When branches are open, day by day: the ordinary week, without the days when all are closed, and with each branch's days that are different.</summary>
public static class OpeningTimes
{
    /// <summary>The category of a day with other hours, which has none of its own: somebody is there.</summary>
    private const string Staffed = "Betjent";

    private static readonly Words<DayOfWeek> Weekdays = new(
        ("Mandag", DayOfWeek.Monday),
        ("Tirsdag", DayOfWeek.Tuesday),
        ("Onsdag", DayOfWeek.Wednesday),
        ("Torsdag", DayOfWeek.Thursday),
        ("Fredag", DayOfWeek.Friday),
        ("Lørdag", DayOfWeek.Saturday),
        ("Søndag", DayOfWeek.Sunday));

    /// <summary>The times of a branch from one day to another, both included, by day and hour. One that is closed for good or for a while has none.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="closedDays">Days when every branch is closed.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static IEnumerable<OpeningTime> Of(PublishedDocument branch, IReadOnlySet<DateOnly> closedDays, DateOnly from, DateOnly to)
    {
        if (branch.Text("status") is "Lukket" or "Midlertidigt lukket")
        {
            yield break;
        }

        var week = branch.Blocks("openingHours");
        var exceptions = branch.Blocks("exceptions").ToLookup(block => block.ValueOf("date").AsDate());
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            // What a branch says about a day wins over what all of them have.
            var times = exceptions.Contains(date) ? exceptions[date].Select(block => Special(block, date))
                : closedDays.Contains(date) ? []
                : week.Select(block => Ordinary(block, date));
            foreach (var time in times.OfType<OpeningTime>().OrderBy(time => time.Opens).ThenBy(time => time.Category, StringComparer.Ordinal))
            {
                yield return time;
            }
        }
    }

    /// <summary>The days when every branch is closed.</summary>
    /// <param name="home">The front page, where they are set; null for none.</param>
    public static IReadOnlySet<DateOnly> ClosedDays(PublishedDocument? home) =>
        home is null ? new HashSet<DateOnly>() : home.Blocks("closedDays").Select(block => block.ValueOf("date").AsDate()).OfType<DateOnly>().ToHashSet();

    private static OpeningTime? Ordinary(Block block, DateOnly date)
    {
        var last = block.ValueOf("validTo").AsDate();
        return block.ValueOf("weekdays").AsTexts().Any(word => Weekdays.Find(word) == date.DayOfWeek)
            && !(block.ValueOf("validFrom").AsDate() > date) && !(last < date)
            && Hours(block) is var (opens, closes)
            ? new OpeningTime(block.Key, date, block.Text("category") ?? Staffed, opens, closes, IsWeekly: true, last)
            : null;
    }

    private static OpeningTime? Special(Block block, DateOnly date) => !(block.ValueOf("closed").AsFlag() ?? true) && Hours(block) is var (opens, closes)
        ? new OpeningTime(block.Key, date, Staffed, opens, closes, IsWeekly: false, date)
        : null;

    private static (TimeOnly Opens, TimeOnly Closes)? Hours(Block block) =>
        WallTime.ReadTime(block.ValueOf("opens")) is { } opens && WallTime.ReadTime(block.ValueOf("closes")) is { } closes ? (opens, closes) : null;
}
