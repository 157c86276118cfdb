using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>Messages that go before everything else on a screen.</summary>
internal static class Campaigns
{
    /// <summary>Those for a screen that have not ended, the most urgent first.</summary>
    public static IEnumerable<PublishedDocument> For(PublishedDocument screen, ReadScope scope)
    {
        var mine = screen.Keys("groups").Add(screen.Key);
        var coming = new List<PublishedDocument>();
        foreach (var campaign in scope.OfType("campaign"))
        {
            var screens = campaign.Keys("screens");
            if (!screens.IsEmpty && !screens.Any(mine.Contains))
            {
                continue;
            }

            var ends = campaign.Moment("endsAt");
            scope.LimitTo(campaign.Moment("startsAt"));
            scope.LimitTo(ends);
            if (ends is null || ends > scope.Now())
            {
                coming.Add(campaign);
            }
        }

        return coming.OrderByDescending(UrgencyOf).ThenBy(campaign => campaign.Moment("startsAt")).ThenBy(campaign => campaign.Key);
    }

    public static Urgency UrgencyOf(PublishedDocument campaign) => campaign.Text("level") switch
    {
        "Akut" => Urgency.Urgent,
        "Vigtig" => Urgency.Important,
        _ => Urgency.Info,
    };
}
