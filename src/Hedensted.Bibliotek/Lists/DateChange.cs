using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using NodaTime;

namespace Hedensted.Bibliotek.Lists;

/// <summary>«Ret denne dato»: what the draft of one document says of one date of its series.</summary>
/// <param name="Original">The start that the series gives the date.</param>
/// <param name="Start">The new start; null when it is not moved.</param>
/// <param name="End">The new end; null when it keeps its length.</param>
/// <param name="AllDay">Whether the time of day means nothing.</param>
public sealed record DateChange(LocalDateTime Original, LocalDateTime? Start, LocalDateTime? End, bool AllDay)
{
    /// <summary>What a draft says; null when it does not say which date it changes.</summary>
    public static DateChange? Of(NodeContent draft) => WallTime.Read(draft.ValueOf("originalStart")) is { } original
        ? new DateChange(original, WallTime.Read(draft.ValueOf("startsAt")), WallTime.Read(draft.ValueOf("endsAt")), draft.ValueOf("allDay").AsFlag() ?? false)
        : null;

    /// <summary>The date as it is with the change.</summary>
    public PlannedDate Of(PlannedDate date)
    {
        var start = Start ?? date.Start;
        var length = date.EndIsKnown ? Period.Between(date.Start, date.End) : null;
        return PlannedDate.Of(start, End ?? (length is null ? null : start + length), AllDay);
    }
}
