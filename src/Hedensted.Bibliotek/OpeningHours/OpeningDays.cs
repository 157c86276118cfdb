using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using NodaTime;

namespace Hedensted.Bibliotek.OpeningHours;

/// <summary>When branches are open, day by day: the ordinary week, without the days when all are closed, and with each branch's days that are different.</summary>
public static class OpeningDays
{
    private static readonly Words<DayOfWeek> Weekdays = new(
        ("Mandag", DayOfWeek.Monday),
        ("Tirsdag", DayOfWeek.Tuesday),
        ("Onsdag", DayOfWeek.Wednesday),
        ("Torsdag", DayOfWeek.Thursday),
        ("Fredag", DayOfWeek.Friday),
        ("Lørdag", DayOfWeek.Saturday),
        ("Søndag", DayOfWeek.Sunday));

    /// <summary>The days of a branch from one to another, both included. One that is closed for good or for a while is closed on all of them.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="free">The days when every branch is closed.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static IEnumerable<OpeningDay> Of(PublishedDocument branch, FreeDays free, DateOnly from, DateOnly to)
    {
        var isClosed = branch.Text("status") is "Lukket" or "Midlertidigt lukket";
        var week = branch.Blocks("openingHours").ToList();
        var exceptions = branch.Blocks("exceptions").ToLookup(block => block.ValueOf("date").AsDate());
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            // What a branch says about a day wins over what all of them have.
            yield return isClosed ? Closed(date, branch.Text("statusText"))
                : exceptions.Contains(date) ? Exception(date, [.. exceptions[date]])
                : free.ClosedFor(LocalDate.FromDateOnly(date)) is { } name ? Closed(date, name)
                : Day(date, week.Select(block => Ordinary(block, date)), isKnown: week.Count > 0, note: null);
        }

        OpeningDay Closed(DateOnly date, string? note) => new(branch, date, [], IsKnown: true, note);

        OpeningDay Exception(DateOnly date, Block[] blocks) => Day(
            date,
            blocks.Select(block => Special(block, date)),
            isKnown: Array.TrueForAll(blocks, block => IsClosed(block) || Hours(block) is not null),
            blocks.Select(block => block.Text("text")).FirstOrDefault(text => text is not null));

        OpeningDay Day(DateOnly date, IEnumerable<OpeningTime?> times, bool isKnown, string? note) => new(
            branch, date, [.. times.OfType<OpeningTime>().OrderBy(time => time.Opens).ThenBy(time => time.Category, StringComparer.Ordinal)], isKnown, note);
    }

    private static OpeningTime? Ordinary(Block block, DateOnly date)
    {
        var last = block.ValueOf("validTo").AsDate();
        return block.ValueOf("weekdays").AsTexts().Any(word => Weekdays.Find(word) == date.DayOfWeek)
            && !(block.ValueOf("validFrom").AsDate() > date) && !(last < date)
            && Hours(block) is var (opens, closes)
            ? new OpeningTime(block.Key, date, block.Text("category") ?? OpeningTime.Staffed, opens, closes, IsWeekly: true, last)
            : null;
    }

    private static OpeningTime? Special(Block block, DateOnly date) => !IsClosed(block) && Hours(block) is var (opens, closes)
        ? new OpeningTime(block.Key, date, OpeningTime.Staffed, opens, closes, IsWeekly: false, date)
        : null;

    private static bool IsClosed(Block block) => block.ValueOf("closed").AsFlag() ?? true;

    private static (TimeOnly Opens, TimeOnly Closes)? Hours(Block block) =>
        WallTime.ReadTime(block.ValueOf("opens")) is { } opens && WallTime.ReadTime(block.ValueOf("closes")) is { } closes ? (opens, closes) : null;
}
