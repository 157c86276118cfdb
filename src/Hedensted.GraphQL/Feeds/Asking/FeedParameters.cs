using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Feeds.Asking;

/// <summary>The parameters that feeds share.</summary>
internal static class FeedParameters
{
    /// <summary>So many dates a feed has when nobody says otherwise.</summary>
    public const int UsualLimit = 1_000;

    /// <summary>So many dates a feed has at most.</summary>
    public const int HighestLimit = 10_000;

    public static ApiParameter Branch { get; } = new("branch", "Only what happens at this branch, or other place, by its slug. Several, with commas: at any of them.", "hedensted-bibliotek") { IsList = true };

    public static ApiParameter Series { get; } = new("series", "Only the dates of this series, by its slug.", "strik-og-snak") { IsList = true };

    public static ApiParameter FocusArea { get; } = new("focusArea", "Only what belongs to this focus area of the strategy, by its slug.", "store-eller-svaere-emner") { IsList = true };

    public static ApiParameter Audience { get; } = new("audience", "Only what is for these people.", "CHILDREN") { IsList = true, Choices = Names<Audience>() };

    public static ApiParameter Kind { get; } = new("kind", "Only this kind of thing.", "EXHIBITION") { IsList = true, Choices = Names<EventKind>() };

    public static ApiParameter From { get; } = new("from", "The first day, in Denmark. What has begun before and is on that day is there. Left out: everything that is not over yet.", "2026-12-01") { Format = "date" };

    public static ApiParameter To { get; } = new("to", "The last day, in Denmark. Left out: no end.", "2026-12-31") { Format = "date" };

    public static ApiParameter Limit { get; } = new("limit", "At most so many dates, the first ones; 1,000 when left out. `Hedensted-Total-Count` tells how many there are; go on with `from`.", "100") { Range = (1, HighestLimit) };

    /// <summary>What every feed of dates takes.</summary>
    public static IReadOnlyList<ApiParameter> All { get; } = [Branch, Series, FocusArea, Audience, Kind, From, To, Limit];

    /// <summary>What clients call the values of an enum.</summary>
    public static IReadOnlyList<string> Names<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(Enums.NameOf)];
}
