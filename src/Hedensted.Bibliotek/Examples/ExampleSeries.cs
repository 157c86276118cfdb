using NodaTime;
using NodaTime.Text;
using static Hedensted.Bibliotek.StartingSite;

namespace Hedensted.Bibliotek.Examples;

/// <summary>A series with its dates, one of which deviates, and one that repeats.</summary>
internal static class ExampleSeries
{
    public static IEnumerable<ExampleDocument> On(ExampleDays days)
    {
        var knitting = Enumerable.Range(0, 8).Select(week => days.WeekdayAfter(3 + (7 * week))).ToArray();
        var series = Series("Strik og snak", "Tag strikketøjet med, og sid sammen. Nye er altid velkomne.", knitting, new LocalTime(14, 0), new LocalTime(16, 0),
            new ExampleValues().For(HedenstedLibrary, [Communities], "Voksne", "Meget voksne").Choose("kind", "Fællesskab").Choose("form", "Hænder").Choose("booking", "Ingen")
                .Describe("Vi hjælper hinanden med masker og mønstre. Man behøver ikke kunne strikke."));
        yield return series;
        yield return new ExampleDocument(ExampleKey.Of("Strik og snak/tredje gang"), "occurrenceOverride", series.Key, "Strik og snak, tredje gang",
            new ExampleValues()
                .Set("originalStart", ExampleValues.Moment(knitting[2].At(new LocalTime(14, 0))))
                .FromTo(knitting[2], new LocalTime(15, 0), new LocalTime(17, 0))
                .Set("statusReason", "Denne gang begynder vi en time senere.").Build());
        yield return Repeating("Historietime", "Højtlæsning på puderne for børn mellem tre og seks år.",
            days.SaturdayAfter(2), new LocalTime(10, 0), new LocalTime(10, 30), "FREQ=WEEKLY;INTERVAL=2;COUNT=4",
            new ExampleValues().For(ToerringLibrary, [JoyOfReading], "Småbørn 0–5", "Familier").Choose("kind", "Arrangement").Choose("form", "Hoved").Set("ageFrom", 3).Set("ageTo", 6)
                .Choose("booking", "Mød op").Describe("Vi læser to historier og leger den ene bagefter."));
    }

    private static ExampleDocument Repeating(string title, string teaser, LocalDate first, LocalTime from, LocalTime to, string rule, ExampleValues values) =>
        ExampleEvents.Document("eventSeries", Events, title, teaser, values.Set("recurrence", new
        {
            startsAt = Text(first + from),
            endsAt = Text(first + to),
            allDay = false,
            rule,
            skipClosedDays = true,
            skipSchoolHolidays = false,
        }));

    private static string Text(LocalDateTime moment) => LocalDateTimePattern.GeneralIso.Format(moment);

    private static ExampleDocument Series(string title, string teaser, IReadOnlyList<LocalDate> dates, LocalTime from, LocalTime to, ExampleValues values) =>
        ExampleEvents.Document("eventSeries", Events, title, teaser, values.Blocks("extraDates", title, [.. dates.Select(day =>
            ExampleValues.Block(BlockTypes.DateBlock, ("startsAt", ExampleValues.Moment(day + from)), ("endsAt", ExampleValues.Moment(day + to))))]));
}
