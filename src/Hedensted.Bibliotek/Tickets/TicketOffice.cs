using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Import;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Publishing;
using Hedensted.Content.Sources;

namespace Hedensted.Bibliotek.Tickets;

/// <summary>Writes what ticket systems tell: on an event's own document, and of one date of a series on «Ret denne dato».</summary>
/// <remarks>
/// Readers see it at once, and an editor's draft stays a draft. What an editor has decided stands: what is cancelled, postponed or moved is
/// not put on again by a ticket system that has seats.
/// </remarks>
public sealed class TicketOffice(EditionSource editions, SourceWriter writer, Publisher publisher, TimeProvider time)
{
    /// <summary>The date that <c>/api/v1/events</c> tells of under this uuid, its own id or that of its source; null when readers have none.</summary>
    public Occurrence? Find(Guid uuid)
    {
        var calendar = editions.Current.Projection<EventCalendar>();
        return calendar.Find(uuid) ?? calendar.Of(ImportedEvents.KeyOf(uuid)).FirstOrDefault();
    }

    /// <summary>Writes a report. Told once more, it changes nothing.</summary>
    /// <param name="occurrence">The date.</param>
    /// <param name="report">What is told.</param>
    /// <param name="userKey">The ticket system's user.</param>
    /// <param name="cancellationToken">The caller stopped waiting.</param>
    public async Task<TicketResult> WriteAsync(Occurrence occurrence, TicketReport report, Guid userKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(report);
        var values = ValuesOf(occurrence, report);
        if (values.Count == 0)
        {
            return new(SourceStatus.Written);
        }

        var own = occurrence.Source != OccurrenceSource.Series ? occurrence.Document.Key
            : occurrence.Changes.FirstOrDefault(change => DateChange.Of(change.Content) is { Onwards: false })?.Key;
        return own is { } document
            ? await AmendAsync(document, values, userKey, cancellationToken)
            : await ChangeDateAsync(occurrence, values, userKey, cancellationToken);
    }

    private static Dictionary<string, JsonElement> ValuesOf(Occurrence occurrence, TicketReport report)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        var status = report.Status == OccurrenceStatus.Scheduled && occurrence.Status is not (OccurrenceStatus.SoldOut or OccurrenceStatus.FewSeats) ? null
            : report.Status == OccurrenceStatus.SoldOut && occurrence.Status is OccurrenceStatus.Cancelled or OccurrenceStatus.Postponed ? null
            : report.Status;
        if (status is { } told && told != occurrence.Status)
        {
            values["status"] = JsonSerializer.SerializeToElement(new[] { Vocabulary.Statuses.Of(told) });
        }

        if (report.Url is { } url && url.ToString() != occurrence.TicketUrl)
        {
            values["ticketUrl"] = JsonSerializer.SerializeToElement(url.ToString());
            values["booking"] = JsonSerializer.SerializeToElement(new[] { Vocabulary.BookingModes.Of(BookingMode.Link) });
        }

        return values;
    }

    private async Task<TicketResult> AmendAsync(Guid document, IReadOnlyDictionary<string, JsonElement> values, Guid userKey, CancellationToken cancellationToken)
    {
        var result = await writer.AmendAsync(document, values, "Billetsystemet har meldt tilbage", userKey, cancellationToken);
        return new(result.Status, result.Position);
    }

    // The date's key makes the document's, so that two reports at once make one change of the date.
    private async Task<TicketResult> ChangeDateAsync(Occurrence occurrence, Dictionary<string, JsonElement> values, Guid userKey, CancellationToken cancellationToken)
    {
        var series = occurrence.Document;
        var date = SeriesDates.Of(alias => series.ValueOf(alias), SeriesContext.Of(editions.Current, time.GetUtcNow())).FirstOrDefault(date => date.IdIn(series.Key) == occurrence.Id);
        if (date is null || editions.Current.Schema.FindType(NodeKind.Document, EventTypes.Override) is not { } type)
        {
            return new(SourceStatus.Refused);
        }

        var key = NamedUuid.Of($"hedensted/tickets/{occurrence.Id:D}");
        var original = new PropertyValue("originalStart", null, null, JsonSerializer.SerializeToElement(new { date = date.StartsAt.ToString("uuuu-MM-dd'T'HH:mm:ss", null), timeZone = (string?)null }));
        var content = new NodeContent
        {
            Names = [new VariantName(null, $"Rettelse {DanishDates.Long(date.StartsAt.Date.ToDateOnly())}")],
            Values = [original, .. values.Select(value => new PropertyValue(value.Key, null, null, value.Value))],
        };
        var made = await publisher.CreateAndPublishAsync(new CreateNode(key, NodeKind.Document, type.Key, series.Key, content, userKey), [], cancellationToken);
        return made.Succeeded ? new(SourceStatus.Written, made.Position)
            : made.Edit is { Succeeded: false } ? await AmendAsync(key, values, userKey, cancellationToken)
            : new(SourceStatus.Incomplete);
    }
}
