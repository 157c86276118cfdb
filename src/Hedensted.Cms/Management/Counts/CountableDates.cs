using System.Collections.Immutable;
using System.Security.Claims;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Engagement;
using Hedensted.Bibliotek.Values;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Management.Overview;
using Hedensted.Content.Attendance;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Management.Counts;

/// <summary>A date that was held, and its count.</summary>
/// <param name="Date">As the calendar has it and its reader may read it; null when it is not there any more.</param>
/// <param name="Count">Its count; null when it misses one.</param>
internal sealed record CountableDate(Occurrence? Date, AttendanceCount? Count)
{
    public DateTimeOffset StartsAt => Count?.Date.StartsAt ?? Date!.StartsAt;

    // As far as its reader may read it: what was counted tells more.
    public Guid? PlaceKey => Date is null ? Count!.Date.PlaceKey : Date.PlaceKey;
}

/// <summary>What one person may count: the dates of the events that they may edit.</summary>
internal sealed class CountableDates(AttendanceLedger ledger, NodePaths paths, DraftCalendar drafts, TimeProvider time)
{
    /// <summary>All of a half-year, the newest first.</summary>
    public async Task<ImmutableArray<CountableDate>> OfAsync(Edition edition, HalfYear period, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var rights = user.Rights();
        var counts = await ledger.CountsAsync(period.StartsAt, period.EndsAt, cancellationToken);
        var gone = await paths.FindAsync(NodeKind.Document, [.. counts.Select(count => count.Date.EventKey).Where(key => edition.Find(key) is null).Distinct()], cancellationToken);
        var known = new Dictionary<Guid, bool>();
        bool MayCount(Guid key)
        {
            if (!known.TryGetValue(key, out var may))
            {
                var path = edition.Find(key) is { } document ? PathOf(edition, document) : gone.GetValueOrDefault(key, [key]);
                known[key] = may = rights.Documents.Include(path) && rights.MayAt(path, Verbs.Update);
            }

            return may;
        }

        // What stands in fields that the person may not read is not told here either.
        var hidden = HiddenFields.Of(edition.Schema, rights);
        var hides = DraftCalendar.Types.Select(alias => edition.Schema.FindType(NodeKind.Document, alias)?.Key).OfType<Guid>().Any(hidden.ByType.ContainsKey);
        var calendar = new ReadableCalendar(
            edition, date => MayCount(date.Document.Key), hides ? document => drafts.Readable(edition, document, hidden.Without) : null);
        var now = time.GetUtcNow();
        var counted = counts.ToDictionary(count => count.Date.OccurrenceId);
        var held = calendar.Between(period.StartsAt, period.EndsAt).Where(date => date.StartsAt >= period.StartsAt && HeldDates.WasHeld(date, now)).ToList();
        var dates = held.Where(date => !counted.ContainsKey(date.Id)).Select(date => new CountableDate(date, null));
        return
        [
            .. counts.Where(count => MayCount(count.Date.EventKey))
                .Select(count => new CountableDate(calendar.Of(count.Date.EventKey).FirstOrDefault(date => date.Id == count.Date.OccurrenceId), count))
                .Where(one => !hides || one.Date is not null)
                .Concat(dates)
                .OrderByDescending(one => one.StartsAt),
        ];
    }

    /// <summary>A date as the list shows it.</summary>
    public static CountItem ItemOf(Edition edition, CountableDate one, IReadOnlyDictionary<Guid, string> users)
    {
        var (date, count) = one;
        var id = date?.Id ?? count!.Date.OccurrenceId;
        return new CountItem(
            id,
            date?.Document.Key ?? count!.Date.EventKey,
            date is not null,
            date?.Title ?? count!.Date.Title,
            date is null ? DanishDates.Moment(WallTime.FromInstant(count!.Date.StartsAt)) : $"{date.DisplayDate} {date.DisplayTime}",
            date is null ? count!.Date.PlaceName : date.PlaceKey is { } place ? edition.Find(place)?.NameIn() : null,
            count is null ? null : CountModel.Of(count, users.GetValueOrDefault(count.CountedBy)));
    }

    private static Guid[] PathOf(Edition edition, PublishedDocument document)
    {
        var path = new List<Guid>();
        for (var at = document; at is not null; at = at.ParentKey is { } parent ? edition.Find(parent) : null)
        {
            path.Insert(0, at.Key);
        }

        return [.. path];
    }
}
