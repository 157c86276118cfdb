using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.OpeningHours;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>Answers when branches are open, day by day.</summary>
internal static class OpeningHoursQuery
{
    private const int UsualDays = 7;
    private const int MostDays = 92;
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>What a list of days costs: as many as there are in a month or so.</summary>
    public static FieldCost Cost { get; } = new() { AssumedSize = 31 };

    /// <summary>What the days of one branch cost.</summary>
    public static FieldCost CostOfBranch { get; } = new() { SizeArguments = ["days"], AssumedSize = UsualDays };

    public static InputValue[] Arguments() =>
    [
        new("from", Scalars.LocalDate, "The first day, in Denmark; today when left out."),
        new("to", Scalars.LocalDate, $"The last day, at most {MostDays} days in all; a week when left out."),
        new("branch", Scalars.String, "Only this branch, by slug; all when left out."),
    ];

    public static InputValue[] ArgumentsOfBranch() =>
    [
        new("from", Scalars.LocalDate, "The first day, in Denmark; today when left out."),
        new("days", Scalars.Int, $"How many, 1 to {MostDays}; {UsualDays} when left out."),
    ];

    /// <summary>Every branch's days, or those of one, by day and then in the editors' order of branches.</summary>
    public static IEnumerable<OpeningDay> Of(ReadScope scope, FieldContext context)
    {
        var first = First(scope, context);
        var last = context.Arguments.GetOrDefault<DateOnly?>("to") ?? first.AddDays(UsualDays - 1);
        if (last < first || last.DayNumber - first.DayNumber >= MostDays)
        {
            throw new GraphQLException(
                last < first ? "The last day (to) comes before the first one (from). Swap them." : $"Ask for at most {MostDays} days at once: bring from and to closer.", "INVALID_PERIOD");
        }

        var branches = context.Arguments.GetOrDefault<string>("branch") is { } slug
            ? [scope.FindBySlugOrId(slug, null, EventTypes.Branch) ?? throw Unknown(slug, scope)]
            : scope.InTreeOrder(EventTypes.Branch).ToArray();
        return branches.SelectMany(branch => OpeningDays.Of(branch, scope.FreeDays, first, last)).OrderBy(day => day.Date);
    }

    /// <summary>The days of one branch.</summary>
    public static IEnumerable<OpeningDay> Of(PublishedDocument branch, FieldContext context)
    {
        var scope = context.State<ReadScope>();
        var days = context.Arguments.GetOrDefault<int?>("days") ?? UsualDays;
        var first = First(scope, context);
        return days is >= 1 and <= MostDays
            ? OpeningDays.Of(branch, scope.FreeDays, first, first.AddDays(days - 1))
            : throw new GraphQLException($"Ask for 1 to {MostDays} days at once.", "INVALID_PERIOD");
    }

    /// <summary>Whether one can come in now; null when nobody has written today's hours. The answer is true until a branch opens or closes, or the day ends.</summary>
    public static bool? IsOpenNow(PublishedDocument branch, ReadScope scope)
    {
        var (now, today) = (scope.Now(), scope.Today());

        // What opened yesterday may close today.
        var days = OpeningDays.Of(branch, scope.FreeDays, today.AddDays(-1), today).ToList();
        var times = days.SelectMany(day => day.Times).Where(time => time.IsForVisitors).ToList();
        foreach (var time in times)
        {
            scope.LimitTo(time.OpensAt);
            scope.LimitTo(time.ClosesAt);
        }

        return times.Exists(time => time.OpensAt <= now && time.ClosesAt > now) ? true : days[^1].IsKnown ? false : null;
    }

    private static DateOnly First(ReadScope scope, FieldContext context) => context.Arguments.GetOrDefault<DateOnly?>("from") switch
    {
        null => scope.Today(),
        { Year: >= FirstYear and <= LastYear } date => date,
        _ => throw new GraphQLException($"Opening hours are told for the years {FirstYear} to {LastYear}. Ask from a day in these.", "INVALID_PERIOD"),
    };

    private static GraphQLException Unknown(string slug, ReadScope scope) => new(
        $"No branch is called '{slug}'. There are {string.Join(", ", scope.InTreeOrder(EventTypes.Branch).Select(branch => $"'{SlugIndex.SlugOf(branch)}'"))}.", "UNKNOWN_BRANCH");
}
