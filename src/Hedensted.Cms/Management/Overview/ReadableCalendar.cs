using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Management.Overview;

/// <summary>The dates that citizens see, as one person may read them.</summary>
/// <param name="edition">What citizens see.</param>
/// <param name="sees">Whether the person may read a date's document.</param>
/// <param name="readable">
/// A document's dates without what stands in fields that the person may not read; null when there are no such fields, which is
/// nearly always, and then the calendar of the edition is read as it is.
/// </param>
internal sealed class ReadableCalendar(Edition edition, Predicate<Occurrence> sees, Func<PublishedDocument, ImmutableArray<Occurrence>>? readable)
{
    private readonly EventCalendar _calendar = edition.Projection<EventCalendar>();

    /// <summary>What happens in a time, its end not included; in no particular order.</summary>
    public IEnumerable<Occurrence> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var dates = All(from, to);
        return readable is null
            ? dates
            : dates.Select(date => date.Document).Distinct().SelectMany(document => readable(document)).Where(date => sees(date) && Falls(date, from, to));
    }

    /// <summary>The dates of one document, by start; none when they may not be read.</summary>
    public ImmutableArray<Occurrence> Of(Guid key) =>
        readable is not null && edition.Find(key) is { } document ? readable(document) : _calendar.Of(key);

    private IEnumerable<Occurrence> All(DateTimeOffset from, DateTimeOffset to)
    {
        var end = _calendar.All.IndexOfStart(to);
        for (var index = _calendar.All.IndexOfEndAfter(from); index < end; index++)
        {
            if (Falls(_calendar.All[index], from, to) && sees(_calendar.All[index]))
            {
                yield return _calendar.All[index];
            }
        }
    }

    private static bool Falls(Occurrence date, DateTimeOffset from, DateTimeOffset to) => date.EndsAt > from && date.StartsAt < to;
}
