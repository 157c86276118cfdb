using System.Globalization;

namespace Hedensted.Cms.Site;

/// <summary>What a citizen asked the calendar for, read from the address and written to it; unknown values are left out.</summary>
public sealed record CalendarFilter
{
    /// <summary>Occurrences on one page.</summary>
    public const int PageSize = 24;

    /// <summary>The choices of the audience filter: enum value → what citizens call it.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> AudienceChoices =
    [
        ("TODDLERS", "Småbørn 0–5"),
        ("CHILDREN", "Børn"),
        ("YOUNG_PEOPLE", "Unge"),
        ("ADULTS", "Voksne"),
        ("VERY_ADULT", "Meget voksne"),
        ("FAMILIES", "Familier"),
        ("PROFESSIONALS", "Fagfolk"),
    ];

    /// <summary>The first day; null is today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null is no end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The branch's slug.</summary>
    public string? Branch { get; init; }

    /// <summary>The focus areas' slugs; any of them.</summary>
    public IReadOnlyList<string> FocusAreas { get; init; } = [];

    /// <summary>The audience as the API names it.</summary>
    public string? Audience { get; init; }

    /// <summary>Words that are searched for.</summary>
    public string? Text { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => From is not null || To is not null || Branch is not null || FocusAreas.Count > 0 || Audience is not null || Text is not null;

    /// <summary>Reads <c>?fra&amp;til&amp;hus&amp;fokus&amp;for&amp;s&amp;efter</c>.</summary>
    public static CalendarFilter Read(IQueryCollection query)
    {
        return new CalendarFilter
        {
            From = Date(query["fra"]),
            To = Date(query["til"]),
            Branch = Word(query["hus"]),
            FocusAreas = [.. query["fokus"].Select(Word).OfType<string>().Distinct().Take(8)],
            Audience = AudienceChoices.Any(choice => choice.Value == query["for"]) ? query["for"].ToString() : null,
            Text = Word(query["s"]),
            After = Word(query["efter"]),
        };
    }

    /// <summary>The API's <c>where</c>.</summary>
    /// <param name="today">The first day to show when none is asked for.</param>
    public object Where(DateOnly today)
    {
        var where = new Dictionary<string, object>
        {
            ["listed"] = new { eq = true },
            ["overlaps"] = To is { } to ? new { from = Day(From ?? today), to = (string?)Day(to) } : new { from = Day(From ?? today), to = (string?)null },
        };

        // Asked for today and on: what is over by now is left out. Asked for a day that has passed: it is shown.
        if (From is null || From > today)
        {
            where["relative"] = "UPCOMING";
        }

        if (Branch is not null)
        {
            where["branch"] = new { slug = new { eq = Branch } };
        }

        if (FocusAreas.Count > 0)
        {
            where["focusAreas"] = new { some = new { slug = new { @in = FocusAreas } } };
        }

        if (Audience is not null)
        {
            where["audiences"] = new { some = new { eq = Audience } };
        }

        if (Text is not null)
        {
            where["search"] = Text;
        }

        return where;
    }

    /// <summary>The address of the calendar with this filter and another place to go on from.</summary>
    public string Address(string? after)
    {
        var query = new QueryString();
        query = Add(query, "s", Text);
        query = Add(query, "fra", From is { } from ? Day(from) : null);
        query = Add(query, "til", To is { } to ? Day(to) : null);
        query = Add(query, "hus", Branch);
        query = FocusAreas.Aggregate(query, (soFar, area) => Add(soFar, "fokus", area));
        query = Add(query, "for", Audience);
        query = Add(query, "efter", after);
        return "/" + query.ToUriComponent();
    }

    /// <summary>The same choice of house, focus areas and audience in the feeds' words: what one can subscribe to. Dates and words are left out, they are of a day.</summary>
    public string FeedQuery => Add(Add(Add(default, "branch", Branch), "focusArea", FocusAreas.Count == 0 ? null : string.Join(',', FocusAreas)), "audience", Audience).ToUriComponent();

    private static QueryString Add(QueryString query, string name, string? value) => value is null ? query : query.Add(name, value);

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, 200)];

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
