using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hedensted.Bibliotek.Import;
using Hedensted.Content;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Microsoft.Extensions.Logging;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Keeps what became of dates, so that whoever follows the calendar can go on after a restart.</summary>
/// <remarks>
/// At the start the calendar is compared with the one that was remembered last: what changed while no server ran is found by that, and so is what a server
/// did not come to write before it was stopped. From then on what this server sees is written down soon after.
/// </remarks>
/// <param name="editions">What readers see.</param>
/// <param name="stored">Where it is kept.</param>
/// <param name="memory">What readers are told of it.</param>
/// <param name="writes">Whether this server writes; one that only delivers reads.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are written.</param>
internal sealed class CalendarKeeping(EditionSource editions, DateMemory stored, CalendarMemory memory, bool writes, TimeProvider time, ILogger<CalendarKeeping> logger)
    : PeriodicWork(TimeSpan.FromSeconds(5), time, logger, atStart: true)
{
    // Who has not asked for so long fetches everything once.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private Edition? _seen;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        memory.Note(Clock.GetUtcNow()); // what answers tell as theirs
        if (!editions.IsReady || ReferenceEquals(_seen, editions.Current))
        {
            return;
        }

        var edition = editions.Current;
        if (_seen is null)
        {
            await OpenAsync(edition.Projection<EventCalendar>(), cancellationToken);
        }
        else if (writes)
        {
            await FollowAsync(edition, _seen.Projection<CalendarChanges>().MadeAt, cancellationToken);
        }

        _seen = edition;
    }

    private async Task OpenAsync(EventCalendar calendar, CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var (since, dates) = await stored.ReadAsync(cancellationToken);
        foreach (var date in dates)
        {
            memory.Note(date.ChangedAt);
        }

        // Later than all that was told before the start, should the clock have been set back; a beginning that has not come was told by such a clock.
        var known = dates.ToDictionary(date => date.Id);
        var changed = Compare(calendar, known, since is null ? DateMemory.FromTheStart : memory.Latest > now ? memory.Latest.AddSeconds(1) : now).ToList();
        var from = since is null || since > now ? now : since > now - Kept ? since.Value : now - Kept;
        var happened = dates.Concat(changed).Where(date => date.ChangedAt > DateMemory.FromTheStart && date.ChangedAt >= from)
            .Select(date => new OccurrenceChange(date.Id, date.ChangedAt, date.DocumentKey, (OccurrenceSource)date.Source, date.IsGone, date.Uuid));
        if (since is not null)
        {
            memory.Open(CalendarChanges.StartingAt(from).With(happened, now));
        }

        if (writes)
        {
            await stored.RememberAsync(changed, cancellationToken);
            await stored.BeginAsync(now, cancellationToken);
            await stored.ForgetAsync(from, cancellationToken);
        }
    }

    private Task FollowAsync(Edition edition, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var calendar = edition.Projection<EventCalendar>();
        return stored.RememberAsync(
            edition.Projection<CalendarChanges>().OwnFrom(from).Select(change => calendar.Find(change.Id) is { } date && !change.IsGone
                ? Remembered(date, change.At)
                : new RememberedDate(change.Id, change.Document, (int)change.Source, 0, change.At, change.IsGone, change.Uuid)),
            cancellationToken);
    }

    private static IEnumerable<RememberedDate> Compare(EventCalendar calendar, Dictionary<Guid, RememberedDate> known, DateTimeOffset now)
    {
        foreach (var date in calendar.All)
        {
            // What another system calls a date stands in its document, which need not be unpacked for what is as it was.
            if (!known.TryGetValue(date.Id, out var before) || before.IsGone || before.Print != PrintOf(date))
            {
                yield return Remembered(date, now);
            }
        }

        foreach (var before in known.Values)
        {
            if (!before.IsGone && calendar.Find(before.Id) is null)
            {
                yield return before with { IsGone = true, ChangedAt = now };
            }
        }
    }

    private static RememberedDate Remembered(Occurrence date, DateTimeOffset at) => new(
        date.Id, date.Document.Key, (int)date.Source, PrintOf(date), at, IsGone: false, date.Source == OccurrenceSource.Event ? ImportedEvents.UuidOf(date.Document) : null);

    // What tells two versions of a date apart, as CalendarChangesProjection does.
    private static long PrintOf(Occurrence date)
    {
        var text = new StringBuilder(date.Path);
        foreach (var document in date.Changes.Add(date.Document))
        {
            text.Append(CultureInfo.InvariantCulture, $"|{document.Key:N}{document.PublishDate.ToUnixTimeMilliseconds()}");
        }

        text.Append(CultureInfo.InvariantCulture, $"|{date.StartsAt.UtcTicks}|{date.EndsAt.UtcTicks}");
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
