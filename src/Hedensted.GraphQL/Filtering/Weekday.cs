using Hedensted.Bibliotek.Calendar;

namespace Hedensted.GraphQL.Filtering;

/// <summary>A day of the week, the first being Monday.</summary>
internal enum Weekday
{
    /// <summary>mandag</summary>
    Monday,

    /// <summary>tirsdag</summary>
    Tuesday,

    /// <summary>onsdag</summary>
    Wednesday,

    /// <summary>torsdag</summary>
    Thursday,

    /// <summary>fredag</summary>
    Friday,

    /// <summary>lørdag</summary>
    Saturday,

    /// <summary>søndag</summary>
    Sunday,
}

/// <summary>The weekday of a date.</summary>
internal static class Weekdays
{
    /// <summary>The day of the week that it starts, in Denmark.</summary>
    public static Weekday Weekday(this Occurrence occurrence) => (Weekday)(((int)occurrence.LocalDate.DayOfWeek + 6) % 7);
}
