using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>What an info screen shows at the request's moment.</summary>
/// <param name="Screen">The screen.</param>
internal sealed record ScreenProgram(PublishedDocument Screen)
{
    /// <summary>The parts of the screen that have something to play.</summary>
    public IEnumerable<ScreenRegion> Regions(ReadScope scope) => new[]
    {
        new ScreenRegion(ScreenRegionName.Main, Playing("playlists", scope)),
        new ScreenRegion(ScreenRegionName.Side, Playing("sidePlaylists", scope)),
        new ScreenRegion(ScreenRegionName.Strip, Playing("stripPlaylists", scope)),
    }.Where(region => region.Playlists.Count > 0);

    /// <summary>Campaigns that have begun and not ended, the most urgent first.</summary>
    public IEnumerable<PublishedDocument> Campaigns(ReadScope scope) =>
        Reading.Campaigns.For(Screen, scope).Where(campaign => campaign.Moment("startsAt") is not { } starts || starts <= scope.Now());

    /// <summary>The dates that its first playlist with events asks for; without such a playlist, those of its branch.</summary>
    public (OccurrenceIndex Rows, Predicate<Occurrence> Fits) Dates(ReadScope scope)
    {
        var rules = Playing("playlists", scope).FirstOrDefault(playlist => playlist.Flag("showEvents", otherwise: true));
        var branch = scope.Find(Screen.Key("branch"), EventTypes.Branch)?.Key;
        var own = branch is not null && (rules?.Flag("ownBranchOnly", otherwise: true) ?? true);
        var hideSoldOut = rules?.Flag("hideSoldOut") ?? false;
        var audiences = rules?.Audiences() ?? [];
        var areas = rules?.Keys("focusAreas") ?? [];
        var now = scope.Now();
        var end = rules?.Number("daysAhead") is { } days and >= 0 and < 3_660 ? EndOf(days, scope) : (DateTimeOffset?)null;
        return (own ? scope.Calendar.At(branch!.Value) : scope.Calendar.All, Fits);

        bool Fits(Occurrence date) => date.Listed && date.ShowOnScreens && date.EndsAt > now
            && (end is null || date.StartsAt < end)
            && !(hideSoldOut && date.Status == OccurrenceStatus.SoldOut)
            && (audiences.Count == 0 || date.Audiences.Any(audiences.Contains))
            && (areas.IsEmpty || date.FocusAreaKeys.Any(areas.Contains));
    }

    private static DateTimeOffset EndOf(int days, ReadScope scope)
    {
        var today = DateOnly.FromDateTime(WallTime.InDenmark(scope.Now()).DateTime);
        scope.LimitTo(WallTime.StartOfDay(today.AddDays(1)));
        return WallTime.StartOfDay(today.AddDays(days + 1));
    }

    private List<PublishedDocument> Playing(string alias, ReadScope scope) =>
        [.. scope.FindAll(Screen.Keys(alias), "playlist").Where(playlist => Times(playlist).Include(scope))];

    private static ShowTimes Times(PublishedDocument playlist) => new(
        playlist.Moment("publishFrom"),
        playlist.Moment("publishUntil"),
        playlist.Texts("weekdays"),
        WallTime.ReadTime(playlist.ValueOf("dailyFrom")),
        WallTime.ReadTime(playlist.ValueOf("dailyUntil")));
}
