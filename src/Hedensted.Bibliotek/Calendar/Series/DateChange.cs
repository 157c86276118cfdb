using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>«Ret denne dato»: what a document says of one date of its series, or of that and all later ones.</summary>
/// <param name="Original">The start that the series gives the date.</param>
/// <param name="Onwards">Whether it holds for every later date, too («herfra og frem»; RFC 5545 §3.2.13, <c>RANGE=THISANDFUTURE</c>).</param>
/// <param name="Start">The new start; null when it is not moved.</param>
/// <param name="End">The new end; null when it keeps its length.</param>
/// <param name="AllDay">Whether the time of day means nothing; null when that is as in the series.</param>
public sealed record DateChange(LocalDateTime Original, bool Onwards, LocalDateTime? Start, LocalDateTime? End, bool? AllDay)
{
    private const string FromHere = "Herfra og frem";

    /// <summary>What a document says; null when it does not say which date it changes.</summary>
    public static DateChange? Of(NodeContent content) => WallTime.Read(content.ValueOf("originalStart")) is { } original
        ? new DateChange(
            original,
            content.ValueOf("appliesTo").AsText() == FromHere,
            WallTime.Read(content.ValueOf("startsAt")),
            WallTime.Read(content.ValueOf("endsAt")),
            content.ValueOf("allDay").AsFlag())
        : null;

    /// <summary>When a date is that this change holds for; a later date moves by as much as the first one.</summary>
    /// <param name="start">Its start without the change.</param>
    /// <param name="end">Its end without the change; null when it is not known.</param>
    public (LocalDateTime Start, LocalDateTime? End) Move(LocalDateTime start, LocalDateTime? end)
    {
        var moved = Start is not { } target ? start : Onwards ? start + Period.Between(Original, target, PeriodUnits.Days | PeriodUnits.AllTimeUnits) : target;
        if (End is { } last)
        {
            return (moved, Onwards ? moved + Period.Between(Start ?? Original, last) : last);
        }

        return (moved, end is { } known ? moved + Period.Between(start, known) : null);
    }
}
