using Hedensted.Bibliotek.Values;
using NodaTime;

namespace Hedensted.Bibliotek.OpeningHours;

/// <summary>A time that a branch is open on one day.</summary>
/// <param name="Block">The block that the editor wrote it in: of an ordinary week, or of a day with other hours.</param>
/// <param name="Date">The day.</param>
/// <param name="Category">Betjent, Selvbetjent, Borgerservice, Telefon.</param>
/// <param name="Opens">When it opens.</param>
/// <param name="Closes">When it closes; before <paramref name="Opens"/> is after midnight.</param>
/// <param name="IsWeekly">Whether it is so every week; else it is this day's own.</param>
/// <param name="LastDate">The last day that it is so; null for until further notice.</param>
public sealed record OpeningTime(Guid Block, DateOnly Date, string Category, TimeOnly Opens, TimeOnly Closes, bool IsWeekly, DateOnly? LastDate)
{
    /// <summary>The category of hours that have none of their own: somebody is there.</summary>
    public const string Staffed = "Betjent";

    private const string Telephone = "Telefon";

    /// <summary>Whether one can come in; else one can only call.</summary>
    public bool IsForVisitors => Category != Telephone;

    /// <summary>When it opens, with Denmark's offset then.</summary>
    public DateTimeOffset OpensAt => At(Date, Opens);

    /// <summary>When it closes, with Denmark's offset then.</summary>
    public DateTimeOffset ClosesAt => At(Closes <= Opens ? Date.AddDays(1) : Date, Closes);

    private static DateTimeOffset At(DateOnly date, TimeOnly time) => WallTime.ToInstant(LocalDate.FromDateOnly(date) + LocalTime.FromTimeOnly(time));
}
