using System.Globalization;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Import;
using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Feeds.Asking;
using Hedensted.GraphQL.Feeds.Reading;
using Hedensted.GraphQL.Reading;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Feeds.Dpl;

/// <summary><c>/api/v1/events</c> in the shape of DPL CMS, for those who fetch events from every Danish library: Kultunaut, Place2book, the library app.</summary>
internal static class DplEvents
{
    private const string Anew = "Fetch the whole list without modifiedSince, and ask with the Date of that answer from then on.";

    private static readonly ApiParameter FromDate = new(
        "from_date", "The first day, in Denmark: what takes place on it or later. Left out: everything that is not over yet.", "2026-12-01")
    { Format = "date" };

    private static readonly ApiParameter ModifiedSince = new(
        "modifiedSince",
        "Only what was published, changed or taken down since then, the oldest change first; what is gone comes as `{ \"uuid\": …, \"deleted\": true }`. " +
        "Ask with the `Date` of the last answer: answers overlap by a minute, so that nothing is lost. " +
        "What changed is remembered for 90 days; asked about earlier the server answers 410, and you fetch the whole list once. Not together with `from_date`.",
        "2026-12-01T08:00:00Z")
    { Format = "date-time" };

    public static Feed Events { get; } = new(
        "/api/v1/events",
        new ApiOperation(
            "events:GET",
            "DPL",
            "All events, as DPL CMS tells of them",
            "Every listed date that is not over yet, by start. What is cancelled stays until it would have ended.",
            [DplParameters.Format, FromDate, ModifiedSince],
            DplFormat.MediaType,
            "The events.")
        {
            IsLenient = true,
            Rows = [typeof(DplEvent), typeof(DplRemoved)],
            Refusals = [(StatusCodes.Status410Gone, "`modifiedSince` is longer ago than the server remembers, or has not come yet; fetch the whole list once.")],
            Example = """
                [{
                  "uuid": "4e663554-9a1d-84ee-84c8-f040b0390c2f", "title": "Samtalesalon", "description": "Om det, der er svært at tale om.",
                  "url": "https://hedensted.example/arrangementer/samtalesalon",
                  "created_at": "2026-11-01T09:00:00+01:00", "updated_at": "2026-11-20T14:05:00+01:00",
                  "ticket_manager_relevance": false, "state": "Active", "all_day": false,
                  "date_time": { "start": "2026-12-10T19:00:00+01:00", "end": "2026-12-10T21:00:00+01:00" },
                  "branches": ["Hedensted Bibliotek"],
                  "address": { "locationType": "physical", "location": "Hedensted Bibliotek", "street": "Østerbrogade 26", "zip_code": 8722, "city": "Hedensted", "country": "DK" },
                  "categories": ["Arrangement"], "tags": ["Dialog"], "audiences": ["Voksne"], "partners": [],
                  "status": "SCHEDULED", "status_text": "Planlagt"
                }]
                """,
        },
        Write);

    private static FeedBody Write(FeedRequest request)
    {
        var query = request.Query;
        query.Word(DplParameters.Format.Name, "json");
        var (from, since) = (query.Date(FromDate.Name), query.Moment(ModifiedSince.Name));
        if (from is not null && since is not null)
        {
            query.Refuse(ModifiedSince.Name, "It cannot be asked together with from_date, for what was moved would be lost. Leave one of them out.");
        }

        var changes = request.Scope.Changes;
        if (since < changes.AskedFrom)
        {
            query.Refuse(
                ModifiedSince.Name,
                $"The server remembers what changed since {changes.AskedFrom.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}, and not longer. {Anew}",
                StatusCodes.Status410Gone);
        }
        else if (since is { } asked && !request.Scope.HasCome(asked))
        {
            query.Refuse(ModifiedSince.Name, $"It has not come yet: the clock that told it was ahead. {Anew}", StatusCodes.Status410Gone);
        }

        if (query.Problem is not null)
        {
            return FeedBody.Nothing;
        }

        List<object> rows = since is { } moment
            ? [.. changes.From(moment).Select(change => Changed(change, request))]
            : [.. new OccurrenceChoice { From = from }.In(request.Scope).Select(occurrence => Of(occurrence, request))];
        return new FeedBody(DplFormat.Write(rows), rows.Count);
    }

    private static object Changed(OccurrenceChange change, FeedRequest request) =>
        !change.IsGone && request.Scope.Calendar.Find(change.Id) is { Listed: true } occurrence
            ? Of(occurrence, request)
            : new DplRemoved
            {
                Uuid = change.Uuid ?? (request.Scope.Calendar.Find(change.Id) is { } unlisted ? UuidOf(unlisted) : change.Id),
                DeletedAt = change.At,
                Series = change.Source == OccurrenceSource.Series ? new DplSeries(change.Document) : null,
            };

    // An event that was fetched from DPL CMS is told under the name that it has there.
    private static Guid UuidOf(Occurrence occurrence) =>
        occurrence.Source == OccurrenceSource.Event && ImportedEvents.UuidOf(occurrence.Document) is { } uuid ? uuid : occurrence.Id;

    private static DplEvent Of(Occurrence occurrence, FeedRequest request)
    {
        var scope = request.Scope;
        var entry = new FeedEntry(occurrence, scope, request.Origin);
        return new DplEvent
        {
            Uuid = UuidOf(occurrence),
            Title = occurrence.Title,
            Description = entry.StatusLine is { } status ? $"{status} {occurrence.Teaser}".TrimEnd() : occurrence.Teaser,
            Url = entry.Url,
            CreatedAt = occurrence.Document.CreateDate,
            UpdatedAt = entry.ModifiedAt,
            TicketManagerRelevance = entry.Booking == BookingMode.Link,
            Image = entry.ImageUrl() is { } image ? new DplImage(image) : null,
            TeaserImage = entry.ImageUrl(width: 960, height: 640) is { } teaser ? new DplImage(teaser) : null,
            State = StateOf(entry, scope),
            AllDay = occurrence.AllDay,
            DateTime = new DplPeriod(occurrence.StartsAt, occurrence.EndsAt),
            Branches = entry.Place is { ContentType.Alias: EventTypes.Branch } branch ? [branch.Title()] : [],
            Address = AddressOf(entry),
            Categories = [entry.Kind],
            Tags = [.. entry.Tags.Concat(entry.FocusAreas.Select(area => area.Text("shortName") ?? area.Title())).Distinct(StringComparer.OrdinalIgnoreCase)],
            Audiences = [.. occurrence.Audiences.Select(Vocabulary.Audiences.Of)],
            Partners = [.. entry.Partners.Select(partner => partner.Title())],
            TicketCategories = occurrence.Prices.IsEmpty ? null : [.. occurrence.Prices.Select(price => new DplTicket(price.Label, new DplPrice("DKK", price.Amount)))],
            TicketCapacity = entry.Capacity,
            Series = occurrence.Source == OccurrenceSource.Series ? new DplSeries(occurrence.Document.Key) : null,
            Body = entry.Html,
            External = entry.TicketUrl is { } ticket ? new DplExternal(ticket) : null,
            ScreenNames = scope.FindAll(occurrence.ValueOf("screens").AsKeys(), "screen") is { Count: > 0 } screens ? [.. screens.Select(screen => screen.Title())] : null,
            Status = Enums.NameOf(occurrence.Status),
            StatusText = entry.StatusText,
            StatusReason = entry.StatusReason,
        };
    }

    private static DplState StateOf(FeedEntry entry, ReadScope scope)
    {
        var occurrence = entry.Occurrence;
        var now = scope.Now();
        scope.LimitTo(entry.BookingOpens);
        return occurrence.Status switch
        {
            OccurrenceStatus.Cancelled or OccurrenceStatus.Postponed => DplState.Cancelled,
            _ when occurrence.EndsAt <= now => DplState.Occurred,
            OccurrenceStatus.SoldOut => DplState.SoldOut,
            _ when entry.BookingOpens > now => DplState.TicketSaleNotOpen,
            _ => DplState.Active,
        };
    }

    // DPL's address has no part that may be missing.
    private static DplAddress? AddressOf(FeedEntry entry) =>
        entry is { Place: { } place, Address: { Street: { } street, PostalCode: { } postalCode, Town: { } town } }
        && int.TryParse(postalCode, NumberStyles.None, CultureInfo.InvariantCulture, out var zip)
            ? new DplAddress(
                entry.IsOnline ? "online" : "physical",
                place.Title(),
                string.Join(", ", new[] { entry.Room, entry.MeetingPoint }.OfType<string>()) is { Length: > 0 } more ? more : null,
                street,
                zip,
                town,
                "DK")
            : null;
}
