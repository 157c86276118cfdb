using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.OpeningHours;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Feeds.Dpl;

/// <summary><c>/api/v1/opening_hours</c> in the shape of DPL CMS.</summary>
internal static class DplOpeningHours
{
    private const int UsualDays = 92;
    private const int MostDays = 366;

    private static readonly ApiParameter Branch = new("branch_id", "Only this branch, by the number that the answer has for it.", "7") { Range = (1, int.MaxValue) };

    private static readonly ApiParameter FromDate = new("from_date", "The first day, in Denmark; today when left out.", "2026-12-01") { Format = "date" };

    private static readonly ApiParameter ToDate = new("to_date", "The last day, in Denmark, at most a year after the first; three months after it when left out.", "2026-12-31") { Format = "date" };

    public static Feed Hours { get; } = new(
        "/api/v1/opening_hours",
        new ApiOperation(
            "dpl_opening_hours_list:GET",
            "DPL",
            "Opening hours, as DPL CMS tells of them",
            "When the branches are open, a row for each time on each day. Days when all are closed, and each branch's days with other hours, are reckoned in.",
            [DplParameters.Format, Branch, FromDate, ToDate],
            DplFormat.MediaType,
            "The opening hours.")
        {
            IsLenient = true,
            Rows = [typeof(DplOpening)],
            Example = """
                [{
                  "id": 165806117, "category": { "title": "Betjent", "color": "#0b4f45" }, "date": "2026-12-01",
                  "start_time": "10:00", "end_time": "18:00", "branch_id": 7, "branch_isil_id": "DK-776600",
                  "repetition": { "id": 402, "type": "weekly" }
                }]
                """,
        },
        Write);

    private static FeedBody Write(FeedRequest request)
    {
        var (query, scope) = (request.Query, request.Scope);
        query.Word(DplParameters.Format.Name, "json");
        var numbers = new DplNumbers(scope.OfType(EventTypes.Branch));
        var id = query.Number(Branch.Name, 1, int.MaxValue);
        if (id is { } asked && !numbers.Branches.Values.Contains(asked))
        {
            query.Refuse(Branch.Name, $"No branch has the number {asked}. There are {string.Join(", ", numbers.Branches.Values.Order())}.");
        }

        var from = query.Date(FromDate.Name) ?? scope.Today();
        var to = query.Date(ToDate.Name) ?? from.AddDays(UsualDays);
        if (from.Year < DplNumbers.Years.First || to.Year > DplNumbers.Years.Last)
        {
            query.Refuse(FromDate.Name, $"Opening hours have numbers from {DplNumbers.Years.First} to {DplNumbers.Years.Last}. Ask for days of these years.");
        }
        else if (to < from || to > from.AddDays(MostDays))
        {
            query.Refuse(ToDate.Name, to < from
                ? "The last day comes before the first one (from_date). Swap them."
                : $"That is more than a year after the first day. Ask for {MostDays} days at a time.");
        }

        if (query.Problem is not null)
        {
            return FeedBody.Nothing;
        }

        var free = scope.FreeDays;
        var rows = numbers.Branches.Where(branch => id is null || branch.Value == id)
            .SelectMany(branch => OpeningDays.Of(branch.Key, free, from, to).SelectMany(day => day.Times).Select(time => RowOf(branch.Key, branch.Value, time, numbers)))
            .OrderBy(row => row.Date).ThenBy(row => row.BranchId).ThenBy(row => row.StartTime, StringComparer.Ordinal)
            .ToList();
        return new FeedBody(DplFormat.Write(rows), rows.Count);
    }

    private static DplOpening RowOf(PublishedDocument branch, int number, OpeningTime time, DplNumbers numbers) => new()
    {
        Id = numbers.Of(branch, time),
        Category = new DplCategory(time.Category, ColourOf(time.Category)),
        Date = time.Date,
        StartTime = time.Opens.ToString("HH:mm", CultureInfo.InvariantCulture),
        EndTime = time.Closes.ToString("HH:mm", CultureInfo.InvariantCulture),
        BranchId = number,
        Isil = branch.Text("isil"),
        Repetition = new DplRepetition(numbers.OfRepetition(branch, time), time.IsWeekly ? "weekly" : "none", time is { IsWeekly: true, LastDate: { } last } ? new DplWeekly(last) : null),
    };

    // Colours that can be told apart, also on white.
    private static string ColourOf(string category) => category switch
    {
        "Betjent" => "#0b4f45",
        "Selvbetjent" => "#8a5a00",
        "Borgerservice" => "#1d4f91",
        "Telefon" => "#6b3fa0",
        _ => "#4b5a54",
    };
}

// The shape of DPL CMS's /api/v1/opening_hours, with its own names. What is null is left out.
internal sealed record DplOpening
{
    [JsonPropertyName("id"), Description("The same every time for the same time on the same day.")]
    public required int Id { get; init; }

    [JsonPropertyName("category"), Description("What kind of opening it is.")]
    public required DplCategory Category { get; init; }

    [JsonPropertyName("date"), Description("The day.")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("start_time"), Description("HH:MM.")]
    public required string StartTime { get; init; }

    [JsonPropertyName("end_time"), Description("HH:MM; before `start_time` is after midnight.")]
    public required string EndTime { get; init; }

    [JsonPropertyName("branch_id"), Description("The branch: the number that it has in DPL CMS when an editor has written it, else one of our own.")]
    public required int BranchId { get; init; }

    [JsonPropertyName("branch_isil_id"), Description("The branch's ISIL.")]
    public string? Isil { get; init; }

    [JsonPropertyName("repetition"), Description("What it is repeated with.")]
    public required DplRepetition Repetition { get; init; }
}

internal sealed record DplCategory(
    [property: JsonPropertyName("title"), Description("Betjent, Selvbetjent, Borgerservice or Telefon.")] string Title,
    [property: JsonPropertyName("color"), Description("A colour for it.")] string Color);

internal sealed record DplRepetition(
    [property: JsonPropertyName("id"), Description("The same for all that are repeated together.")] int Id,
    [property: JsonPropertyName("type"), Description("`weekly`, or `none` for a day of its own.")] string Type,
    [property: JsonPropertyName("weekly_data"), Description("Left out for what is so until further notice.")] DplWeekly? Weekly);

internal sealed record DplWeekly([property: JsonPropertyName("end_date"), Description("The last day.")] DateOnly EndDate);
