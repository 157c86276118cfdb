using Hedensted.Content.Attendance;

namespace Hedensted.Cms.Management.Counts;

/// <summary>What has been held in a half-year, and what of it is counted.</summary>
/// <param name="Period">The half-year, e.g. <c>2026H2</c>.</param>
/// <param name="Periods">Half-years to choose between, the newest first.</param>
/// <param name="Places">Branches and outreach places to choose between.</param>
/// <param name="Methods">How one counts, the usual way first.</param>
/// <param name="MayCount">Whether the one who asks may count anything at all.</param>
/// <param name="MissingTotal">How many dates miss a count.</param>
/// <param name="Missing">The newest of them first.</param>
/// <param name="CountedTotal">How many dates are counted.</param>
/// <param name="Counted">The newest of them first.</param>
/// <param name="People">How many came to those.</param>
/// <param name="MissingBefore">How many dates of the half-year before miss a count.</param>
internal sealed record CountsResponse(
    string Period,
    IReadOnlyList<CountPeriod> Periods,
    IReadOnlyList<CountPlace> Places,
    IReadOnlyList<string> Methods,
    bool MayCount,
    int MissingTotal,
    IReadOnlyList<CountItem> Missing,
    int CountedTotal,
    IReadOnlyList<CountItem> Counted,
    int People,
    int MissingBefore);

/// <summary>A half-year.</summary>
/// <param name="Value">E.g. <c>2026H2</c>.</param>
/// <param name="Label">In Danish.</param>
internal sealed record CountPeriod(string Value, string Label);

/// <summary>A place.</summary>
internal sealed record CountPlace(Guid Id, string Name);

/// <summary>A date that was held.</summary>
/// <param name="Id">The date's permanent id.</param>
/// <param name="DocumentId">The document that it comes from.</param>
/// <param name="IsThere">Whether citizens still see it.</param>
/// <param name="Title">What it is called, or was when it was counted.</param>
/// <param name="Text">When it was, in Danish.</param>
/// <param name="Place">Where; null when that is not known.</param>
/// <param name="Count">What was counted; null when it misses a count.</param>
internal sealed record CountItem(Guid Id, Guid DocumentId, bool IsThere, string Title, string Text, string? Place, CountModel? Count);

/// <summary>A count.</summary>
/// <param name="Total">All who came.</param>
/// <param name="Children">Of these 0–14 years; null when not known.</param>
/// <param name="Young">Of these young.</param>
/// <param name="Adults">Of these adults.</param>
/// <param name="VeryAdult">Of these «meget voksne».</param>
/// <param name="Method">How they were counted.</param>
/// <param name="Note">More about it.</param>
/// <param name="By">Who counted; null when that user is gone.</param>
/// <param name="At">When it was written down; who corrects it sends this along.</param>
internal sealed record CountModel(int Total, int? Children, int? Young, int? Adults, int? VeryAdult, string Method, string? Note, string? By, DateTimeOffset At)
{
    /// <summary>The count as the form reads it.</summary>
    public static CountModel Of(AttendanceCount count, string? by) => new(
        count.People.Total, count.People.Children, count.People.Young, count.People.Adults, count.People.VeryAdult, count.Method, count.Note, by, count.CountedAt);
}

/// <summary>A count to write down.</summary>
/// <param name="Total">All who came.</param>
/// <param name="Children">Of these 0–14 years; null when not known.</param>
/// <param name="Young">Of these young.</param>
/// <param name="Adults">Of these adults.</param>
/// <param name="VeryAdult">Of these «meget voksne».</param>
/// <param name="Method">How they were counted.</param>
/// <param name="Note">More about it.</param>
/// <param name="Known">The <c>at</c> of the count that is corrected; null for a date without one.</param>
internal sealed record CountRequest(int? Total, int? Children, int? Young, int? Adults, int? VeryAdult, string? Method, string? Note, DateTimeOffset? Known);
