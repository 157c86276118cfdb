using Hedensted.Bibliotek.Engagement;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What came of a half-year: sums only, and none that a few people could be recognised by.</summary>
internal static class EngagementType
{
    private const string Few = "Null when they are fewer than 5.";

    public static ObjectType Create() => new ObjectType<EngagementFigures>("Engagement", "What came of a half-year, for reports and open data: sums only. Counts are written down by staff; a new one is here within a minute.")
        .Field("period", HalfYearScalar.Type.NonNull(), figures => figures.Period)
        .Field("displayPeriod", Scalars.String.NonNull(), figures => figures.Period.DisplayText, "«2. halvår 2026»")
        .Field("from", Scalars.LocalDate.NonNull(), figures => figures.Period.First, "The first day.")
        .Field("to", Scalars.LocalDate.NonNull(), figures => figures.Period.Last, "The last day.")
        .Field("occurrencesHeld", Scalars.Int.NonNull(), figures => figures.Held, "Dates that began in the half-year and are over. What was cancelled or postponed was not held.")
        .Field("counted", Scalars.Int.NonNull(), figures => figures.Counted, "Of these, counted. The figures of people are of these alone.")
        .Field("missingCounts", Scalars.Int.NonNull(), figures => figures.MissingCounts, "Held, and not counted.")
        .Field("attendance", Refs.Required("Attendance"), figures => figures.Attendance, "Who came.")
        .Field("outsideHouse", Scalars.Int.NonNull(), figures => figures.OutsideHouse, "Dates held at places of others: schools, care homes, village halls.")
        .Field("citizenLed", Scalars.Int.NonNull(), figures => figures.CitizenLed, "Dates arranged by a group of citizens, an association, a club or volunteers.")
        .Field("communities", Scalars.Int.NonNull(), figures => figures.Communities, $"Series that met at least {EngagementFigures.DatesOfACommunity} times.")
        .Field("feedback", Refs.Required("FeedbackSummary"), figures => figures.Feedback, "What those who came thought.")
        .Field("byFocusArea", Refs.ListOf("FocusAreaEngagement"), figures => figures.ByFocusArea, "For each focus area, by number. A date with several counts in each.");

    public static ObjectType Attendance() => new ObjectType<AttendanceSum>("Attendance", "Who came to what was counted. The parts need not make up the whole: not everybody's age is known.")
        .Field("total", Scalars.Int, sum => Disclosure.Of(sum.Total), Few)
        .Field("children", Scalars.Int, sum => Disclosure.Of(sum.Children), $"0–14 years. {Few}")
        .Field("young", Scalars.Int, sum => Disclosure.Of(sum.Young), $"Unge. {Few}")
        .Field("adults", Scalars.Int, sum => Disclosure.Of(sum.Adults), $"Voksne. {Few}")
        .Field("veryAdult", Scalars.Int, sum => Disclosure.Of(sum.VeryAdult), $"Meget voksne. {Few}");

    public static ObjectType Feedback() => new ObjectType<FeedbackSum>("FeedbackSummary", "Anonymous answers to «Hvor meget fik du ud af det?», 1 to 5.")
        .Field("n", Scalars.Int, sum => Disclosure.Of(sum.Answers), $"So many answered. {Few}")
        .Field("average", Scalars.Float, sum => Disclosure.Of(sum.Answers) is null ? (double?)null : sum.Average, "1 to 5, with two decimals. Null when fewer than 5 answered.");

    public static ObjectType ByFocusArea() => new ObjectType<FocusAreaFigures>("FocusAreaEngagement", "One focus area's part.")
        .Field("focusArea", Refs.Required("FocusArea"), figures => figures.Area)
        .Field("held", Scalars.Int.NonNull(), figures => figures.Held, "Its dates that were held.")
        .Field("attendance", Scalars.Int, figures => Disclosure.Of(figures.Attendance), $"Who came to those that were counted. {Few}");
}
