using System.Globalization;

namespace Hedensted.Bench;

/// <summary>What is asked of the calendar, another time, place and word each round, so that nothing can be answered from memory.</summary>
internal static class CalendarQuestions
{
    private static readonly string[] Branches = ["hedensted", "juelsminde", "toerring", "hornsyld"];
    private static readonly string[] Audiences = ["CHILDREN", "YOUNG_PEOPLE", "ADULTS", "VERY_ADULT", "FAMILIES"];
    private static readonly string[] Words = ["havnen", "begyndere", "kaffe", "kor", "læsesalen", "samling", "oplæg"];

    /// <summary>Each filter by its name, and with it what to ask in a round.</summary>
    public static IEnumerable<(string Name, Func<int, object> Where)> Filters()
    {
        yield return ("{}", _ => new { });
        yield return ("startsAt", round => new { startsAt = new { gte = Moment(round) } });
        yield return ("endsAt", round => new { endsAt = new { gte = Moment(round), lt = Moment(round + 900) } });
        yield return ("overlaps (a day)", round => new { overlaps = new { from = Day(round), to = Day(round) } });
        yield return ("overlaps (a month)", round => new { overlaps = new { from = Day(round), to = Day(round + 30) } });
        yield return ("relative: UPCOMING", _ => new { relative = "UPCOMING" });
        yield return ("relative: ONGOING", _ => new { relative = "ONGOING" });
        yield return ("relative: PAST", _ => new { relative = "PAST" });
        yield return ("weekday", round => new { weekday = new { @in = new[] { "SATURDAY", "SUNDAY" } }, startsAt = new { gte = Moment(round) } });
        yield return ("time", round => new { time = new { gte = $"{17 + (round % 3)}:00:00" }, startsAt = new { gte = Moment(round) } });
        yield return ("status", round => new { status = new { eq = "CANCELLED" }, startsAt = new { gte = Moment(round) } });
        yield return ("status (none)", _ => new { status = new { eq = "MOVED_ONLINE" } });
        yield return ("source", _ => new { source = new { eq = "DIALOGUE_MEETING" } });
        yield return ("kind", round => new { kind = new { eq = "EVENT" }, startsAt = new { gte = Moment(round) } });
        yield return ("attendanceMode", round => new { attendanceMode = new { eq = "ONLINE" }, startsAt = new { gte = Moment(round) } });
        yield return ("audiences", round => new { audiences = new { some = new { eq = Audiences[round % Audiences.Length] } }, startsAt = new { gte = Moment(round) } });
        yield return ("branch", round => new { branch = new { slug = new { eq = Branches[round % Branches.Length] } }, startsAt = new { gte = Moment(round) } });
        yield return ("place", round => new { place = new { title = new { contains = "Bibliotek" } }, startsAt = new { gte = Moment(round) } });
        yield return ("focusAreas", round => new { focusAreas = new { some = new { number = new { eq = 1 + (round % 4) } } }, startsAt = new { gte = Moment(round) } });
        yield return ("event", round => new { @event = new { title = new { startsWith = "Koncert" } }, startsAt = new { gte = Moment(round) } });
        yield return ("series", _ => new { series = new { title = new { contains = "a" } } });
        yield return ("partner", _ => new { partner = new { title = new { contains = "forening" } } });
        yield return ("isFree", round => new { isFree = new { eq = false }, startsAt = new { gte = Moment(round) } });
        yield return ("title", round => new { title = new { contains = Words[round % Words.Length] } });
        yield return ("search", round => new { search = Words[round % Words.Length] });
        yield return ("or", round => new { or = new object[] { new { isFree = new { eq = false } }, new { audiences = new { some = new { eq = "YOUNG_PEOPLE" } } } }, startsAt = new { gte = Moment(round) } });
        yield return ("a calendar page: branch, audience, month, evening", round => new
        {
            branch = new { slug = new { eq = Branches[round % Branches.Length] } },
            audiences = new { some = new { eq = Audiences[round % Audiences.Length] } },
            overlaps = new { from = Day(round), to = Day(round + 30) },
            time = new { gte = "17:00:00" },
        });
    }

    /// <summary>What is not a filter.</summary>
    public static IEnumerable<(string Name, Func<int, object> Question)> Others()
    {
        const string Grouped = "query ($where: OccurrenceFilterInput, $group: OccurrenceGrouping!) { occurrences(first: 20, group: $group, where: $where) { nodes { id title moreDates } } }";
        yield return ("`group: SERIES`", round => new { query = Grouped, variables = new { group = "SERIES", where = new { startsAt = new { gte = Moment(round) } } } });
        yield return ("`group: DAY`", round => new { query = Grouped, variables = new { group = "DAY", where = new { startsAt = new { gte = Moment(round) } } } });
        yield return ("the last page of all", _ => new { query = "{ occurrences(last: 20) { nodes { id title } } }" });
        yield return ("ordered by title", round => new { query = "query ($where: OccurrenceFilterInput) { occurrences(first: 20, where: $where, order: [{ title: ASC }]) { nodes { id title } } }", variables = new { where = new { startsAt = new { gte = Moment(round) } } } });
        yield return ("all facets", round => new { query = "query ($where: OccurrenceFilterInput) { facets(where: $where) { branches { count } audiences { count } focusAreas { count } kinds { count } months { count } } }", variables = new { where = new { startsAt = new { gte = Moment(round) } } } });
        yield return ("all facets, a branch and a month chosen", round => new { query = "query ($where: OccurrenceFilterInput) { facets(where: $where) { branches { count } audiences { count } focusAreas { count } kinds { count } months { count } } }", variables = new { where = new { branch = new { slug = new { eq = Branches[round % Branches.Length] } }, overlaps = new { from = Day(round), to = Day(round + 30) } } } });
        yield return ("opening hours of all branches, a month", round => new { query = "query ($from: LocalDate, $to: LocalDate) { openingHours(from: $from, to: $to) { date display note } }", variables = new { from = Day(round), to = Day(round + 30) } });
        yield return ("`changes { until }`", round => new { query = $"{{ changes {{ until }} a{round.ToString(CultureInfo.InvariantCulture)}: __typename }}" });
    }

    /// <summary>Each feed by its name, and the address to fetch in a round.</summary>
    public static IEnumerable<(string Name, Func<int, string> Address)> Feeds()
    {
        yield return ("/feeds/events.ics?branch", round => $"/feeds/events.ics?branch={Branches[round % Branches.Length]}&from={Day(round)}");
        yield return ("/feeds/events.ics (500)", round => $"/feeds/events.ics?limit=500&from={Day(round)}");
        yield return ("/feeds/events.rss", round => $"/feeds/events.rss?from={Day(round)}");
        yield return ("/feeds/events.json", round => $"/feeds/events.json?from={Day(round)}");
        yield return ("/api/v1/events (the last days of the year)", round => $"/api/v1/events?_format=json&from_date={Day(330 + (round % 30))}");
        yield return ("/api/v1/opening_hours", round => $"/api/v1/opening_hours?from_date={Day(round)}");
    }

    /// <summary>A page of cards.</summary>
    public static object Page(object where, bool counted) => new
    {
        query = $$"""
            query ($where: OccurrenceFilterInput) { occurrences(first: 20, where: $where) { {{(counted ? "totalCount" : "")}} nodes {
              id title path displayDate displayTime status statusText audiences price branch { title slug } focusAreas { shortName colour } image { url(width: 640) alt }
            } } }
            """,
        variables = new { where },
    };

    private static string Moment(int round) => new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(7 * (round % 1_200)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Day(int round) => new DateOnly(2027, 1, 1).AddDays(round % 361).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
