using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>The days that series may skip, as the front page's document lists them: closed days and school holidays.</summary>
public sealed class FreeDays
{
    private const string Home = "home";
    private static readonly ConditionalWeakTable<PublishedDocument, FreeDays> Known = [];

    private readonly Dictionary<LocalDate, string> _closed;
    private readonly ImmutableArray<(LocalDate First, LocalDate Last, string Name)> _holidays;

    private FreeDays(Dictionary<LocalDate, string> closed, ImmutableArray<(LocalDate First, LocalDate Last, string Name)> holidays) =>
        (_closed, _holidays) = (closed, holidays);

    /// <summary>No days at all.</summary>
    public static FreeDays None { get; } = new([], []);

    /// <summary>The days of an edition; the same object as long as its front page is the same.</summary>
    public static FreeDays Of(Edition edition) => edition.OfType(Home).FirstOrDefault() is { } home ? Known.GetValue(home, Read) : None;

    /// <summary>What the libraries are closed for on a day, e.g. <c>Juleaften</c>; null when they are not.</summary>
    public string? ClosedFor(LocalDate date) => _closed.GetValueOrDefault(date);

    /// <summary>The school holiday that a day lies in, e.g. <c>Efterårsferie</c>; null when it lies in none.</summary>
    public string? HolidayOn(LocalDate date) => _holidays.FirstOrDefault(holiday => holiday.First <= date && date <= holiday.Last).Name;

    private static FreeDays Read(PublishedDocument home)
    {
        var closed = new Dictionary<LocalDate, string>();
        foreach (var block in home.Blocks("closedDays"))
        {
            if (DateIn(block, "date") is { } date)
            {
                closed.TryAdd(date, block.Text("name") ?? "Lukkedag");
            }
        }

        var holidays = from block in home.Blocks("schoolHolidays")
                       let first = DateIn(block, "validFrom")
                       where first is not null
                       select (first.Value, DateIn(block, "validTo") ?? first.Value, block.Text("name") ?? "Skoleferie");
        return new FreeDays(closed, [.. holidays]);
    }

    private static LocalDate? DateIn(Block block, string alias) => WallTime.Read(block.ValueOf(alias))?.Date;
}
