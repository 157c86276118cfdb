using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Attendance;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Engagement;

/// <summary>What came of one half-year, in figures.</summary>
/// <remarks>
/// Held is what the calendar has as held, and what was counted, also when its document is gone. A date that was counted is what it was then; any other is what
/// the calendar says now. A date belongs to the half-year in which it began. Nothing here is held back: whoever publishes it asks <see cref="Disclosure"/>.
/// </remarks>
/// <param name="Period">The half-year.</param>
/// <param name="Held">Dates that were held.</param>
/// <param name="Counted">Of these, counted.</param>
/// <param name="Attendance">Who came to those that were counted.</param>
/// <param name="OutsideHouse">Dates at places of others.</param>
/// <param name="CitizenLed">Dates that citizens arranged.</param>
/// <param name="Communities">Series of which at least <see cref="DatesOfACommunity"/> dates were held: people met again.</param>
/// <param name="Feedback">What those who came thought.</param>
/// <param name="ByFocusArea">The same for each focus area that is published, by number.</param>
public sealed record EngagementFigures(
    HalfYear Period,
    int Held,
    int Counted,
    AttendanceSum Attendance,
    int OutsideHouse,
    int CitizenLed,
    int Communities,
    FeedbackSum Feedback,
    ImmutableArray<FocusAreaFigures> ByFocusArea)
{
    /// <summary>So many dates of a series make a community.</summary>
    public const int DatesOfACommunity = 4;

    /// <summary>Held, and not counted.</summary>
    public int MissingCounts => Held - Counted;

    /// <summary>Adds up a half-year.</summary>
    /// <param name="edition">What citizens see: the calendar and the focus areas.</param>
    /// <param name="page">The counts and answers.</param>
    /// <param name="period">The half-year.</param>
    /// <param name="now">What is not over by then was not held yet.</param>
    /// <param name="areas">The focus areas to tell of, in order.</param>
    public static EngagementFigures Of(Edition edition, EngagementPage page, HalfYear period, DateTimeOffset now, IEnumerable<PublishedDocument> areas)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(areas);
        var (from, to) = (period.StartsAt, period.EndsAt);
        var counted = page.Counts.Values.Where(count => count.Date.StartsAt >= from && count.Date.StartsAt < to).ToList();
        var dates = new HeldDates(edition);
        var uncounted = dates.Between(from, to, now).Where(date => !page.Counts.ContainsKey(date.Id)).ToList();
        return new EngagementFigures(
            period,
            counted.Count + uncounted.Count,
            counted.Count,
            AttendanceSum.Of(counted),
            counted.Count(count => count.Date.IsOutsideHouse) + uncounted.Count(dates.IsOutsideHouse),
            counted.Count(count => count.Date.IsCitizenLed) + uncounted.Count(dates.IsCitizenLed),
            counted.Select(count => count.Date.EventKey).Concat(uncounted.Select(date => date.Document.Key)).CountBy(key => key).Count(series => series.Value >= DatesOfACommunity),
            FeedbackSum.Of(page.Feedback.Where(tally => tally.StartsAt >= from && tally.StartsAt < to)),
            [.. areas.Select(area => AreaOf(area, counted, uncounted))]);
    }

    private static FocusAreaFigures AreaOf(PublishedDocument area, List<AttendanceCount> counted, List<Occurrence> uncounted)
    {
        var own = counted.Where(count => count.Date.FocusAreas.Any(one => one.Key == area.Key)).ToList();
        return new FocusAreaFigures(area, own.Count + uncounted.Count(date => date.FocusAreaKeys.Contains(area.Key)), own.Sum(count => count.People.Total));
    }
}

/// <summary>Who came, added up; a part is what is known of it.</summary>
/// <param name="Total">All.</param>
/// <param name="Children">0–14 years.</param>
/// <param name="Young">Young.</param>
/// <param name="Adults">Adults.</param>
/// <param name="VeryAdult">«Meget voksne».</param>
public sealed record AttendanceSum(int Total, int Children, int Young, int Adults, int VeryAdult)
{
    internal static AttendanceSum Of(List<AttendanceCount> counts) => new(
        counts.Sum(count => count.People.Total),
        counts.Sum(count => count.People.Children ?? 0),
        counts.Sum(count => count.People.Young ?? 0),
        counts.Sum(count => count.People.Adults ?? 0),
        counts.Sum(count => count.People.VeryAdult ?? 0));
}

/// <summary>What they thought.</summary>
/// <param name="Answers">So many answered.</param>
/// <param name="Points">The sum of their scores, 1 to 5 each.</param>
public sealed record FeedbackSum(int Answers, long Points)
{
    /// <summary>1 to 5, with two decimals; 0 when nobody answered.</summary>
    public double Average => Answers == 0 ? 0 : Math.Round((double)Points / Answers, 2, MidpointRounding.AwayFromZero);

    internal static FeedbackSum Of(IEnumerable<FeedbackTally> tallies) =>
        tallies.Aggregate(new FeedbackSum(0, 0), (sum, tally) => new(sum.Answers + tally.Answers, sum.Points + ((long)tally.Score * tally.Answers)));
}

/// <summary>One focus area's part. A date with several areas counts in each of them.</summary>
/// <param name="Area">The focus area.</param>
/// <param name="Held">Its dates that were held.</param>
/// <param name="Attendance">Who came to those that were counted.</param>
public sealed record FocusAreaFigures(PublishedDocument Area, int Held, int Attendance);
