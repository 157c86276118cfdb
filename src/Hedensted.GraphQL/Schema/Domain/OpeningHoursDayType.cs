using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.OpeningHours;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>When a branch is open on one day.</summary>
internal static class OpeningHoursDayType
{
    public static ObjectType Create() => new ObjectType<OpeningDay>(
        "OpeningHoursDay", "When a branch is open on one day: its ordinary week with its special days and the days when all are closed.")
        .Field("branch", Refs.Required("Branch"), day => day.Branch)
        .Field("date", Scalars.LocalDate.NonNull(), day => day.Date)
        .Field("displayDate", Scalars.String.NonNull(), day => DanishDates.Long(day.Date), "«lørdag 28. november 2026»")
        .Field("closed", Scalars.Boolean, day => day.IsKnown ? (bool?)day.Times.IsEmpty : null, "Null when nobody has written when it is open.")
        .Field("display", Scalars.String, day => day.Display, "«kl. 10.00–18.00», «Selvbetjent kl. 07.00–10.00, betjent kl. 10.00–18.00» or «Lukket»; null when nobody has written it.")
        .Field("note", Scalars.String, day => day.Note, "What is special about the day: «Juleaften».")
        .Field("intervals", Refs.ListOf("OpeningHoursInterval"), day => day.Times, "By hour; several kinds may overlap.");

    public static ObjectType Interval() => new ObjectType<OpeningTime>("OpeningHoursInterval", "A time that a branch is open on one day.")
        .Field("category", Scalars.String.NonNull(), time => time.Category, "Betjent, Selvbetjent, Borgerservice, Telefon.")
        .Field("opens", Scalars.LocalTime.NonNull(), time => time.Opens)
        .Field("closes", Scalars.LocalTime.NonNull(), time => time.Closes, "Before `opens` is after midnight.")
        .Field("opensAt", Scalars.DateTime.NonNull(), time => time.OpensAt, "With the offset of Europe/Copenhagen then.")
        .Field("closesAt", Scalars.DateTime.NonNull(), time => time.ClosesAt);
}
