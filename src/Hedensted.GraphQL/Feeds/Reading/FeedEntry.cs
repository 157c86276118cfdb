using System.Collections.Immutable;
using System.Text;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Feeds.Reading;

/// <summary>A date as others are told of it: what every format says, each in its own way. Read from the public scope only.</summary>
/// <param name="occurrence">The date.</param>
/// <param name="scope">What is read.</param>
/// <param name="origin">Where the site is, for those who read elsewhere.</param>
internal sealed class FeedEntry(Occurrence occurrence, ReadScope scope, Origin origin)
{
    public Occurrence Occurrence => occurrence;

    /// <summary>Its page.</summary>
    public string Url => origin.Of(occurrence.Path)!;

    /// <summary>The title, led by the status when that changes anybody's plans: «Aflyst: Strik og snak».</summary>
    public string Headline => occurrence.Status is OccurrenceStatus.Scheduled or OccurrenceStatus.FewSeats
        ? occurrence.Title
        : $"{StatusText}: {occurrence.Title}";

    public string StatusText => Vocabulary.Statuses.Of(occurrence.Status);

    /// <summary>Why, and what one can do instead: the date's own words, else the site's.</summary>
    public string? StatusReason => occurrence.StatusReason ?? occurrence.Status switch
    {
        OccurrenceStatus.Cancelled => scope.Home()?.Text("cancelledText"),
        OccurrenceStatus.SoldOut => scope.Home()?.Text("soldOutText"),
        _ => null,
    };

    /// <summary>«Aflyst: Oplæseren er syg.»; null for what takes place as planned.</summary>
    public string? StatusLine => occurrence.Status == OccurrenceStatus.Scheduled ? null
        : StatusReason is { } reason ? $"{StatusText}: {reason}" : $"{StatusText}.";

    /// <summary>When its document, or what changes just this date, was published last, or a change of the series' dates was taken back.</summary>
    public DateTimeOffset ModifiedAt => Latest(occurrence.Changes);

    /// <summary>The same of the series as a whole. It never goes back, whatever is done to the changes of one date: what changed it once may change another one now.</summary>
    public DateTimeOffset RevisedAt => occurrence.Source == OccurrenceSource.Series ? Latest(scope.Children(occurrence.Document.Key)) : ModifiedAt;

    /// <summary>When a date that was moved would have begun; null when it was not, or nobody knows.</summary>
    public DateTimeOffset? PreviousStart => occurrence.PreviousStart;

    public PublishedDocument? Place { get; } = scope.Find(occurrence.PlaceKey, EventReading.PlaceTypes);

    public Address? Address => Place is { } place ? Address.Of(place, scope) : null;

    public string? Room => occurrence.ValueOf("room").AsKeys() is [var key, ..] ? scope.Find(key, "room")?.Title() : null;

    /// <summary>How to find the way.</summary>
    public string? MeetingPoint => occurrence.ValueOf("meetingPoint").AsText();

    /// <summary>Whether one takes part from anywhere.</summary>
    public bool IsOnline => occurrence.AttendanceMode == AttendanceMode.Online || occurrence.Status == OccurrenceStatus.MovedOnline;

    /// <summary>«Hedensted Bibliotek, Salen, Østerbrogade 26, 8722 Hedensted», or «Online».</summary>
    public string? Location
    {
        get
        {
            var parts = new[] { Place?.Title(), Room, Address?.Text, MeetingPoint }.Where(part => !string.IsNullOrEmpty(part));
            return IsOnline ? "Online" : string.Join(", ", parts) is { Length: > 0 } location ? location : null;
        }
    }

    public IReadOnlyList<PublishedDocument> FocusAreas => EventReading.FocusAreas(occurrence.FocusAreaKeys, scope);

    /// <summary>The editors' own words for what it is about.</summary>
    public ImmutableArray<string> Tags => occurrence.ValueOf("categories").AsTexts();

    /// <summary>«Dialogmøde», or the kind of thing that it is.</summary>
    public string Kind => IsDialogue ? "Dialogmøde" : Vocabulary.Kinds.Of(occurrence.Kind);

    /// <summary>What a dialogue meeting is about; null for everything else.</summary>
    public string? Topic => IsDialogue ? occurrence.Document.Text("topic") : null;

    /// <summary>«Dialogmøde om emnet: Mobiltelefoner i skolen»; null for everything else.</summary>
    public string? TopicLine => Topic is { } topic ? $"Dialogmøde om emnet: {topic}" : null;

    /// <summary>Kind, audiences, focus areas and tags in Danish, each once.</summary>
    public IEnumerable<string> Categories =>
        new[] { Kind }
            .Concat(occurrence.Audiences.Select(Vocabulary.Audiences.Of))
            .Concat(FocusAreas.Select(area => area.Text("shortName") ?? area.Title()))
            .Concat(Tags)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who arranges it, first, and those who take part.</summary>
    public IEnumerable<PublishedDocument> Partners =>
        scope.FindAll(occurrence.ValueOf("organiser").AsKeys().Concat(occurrence.ValueOf("partners").AsKeys()).Distinct(), "partner");

    public PublishedDocument? Organiser => scope.FindAll(occurrence.ValueOf("organiser").AsKeys(), "partner") is [var organiser, ..] ? organiser : null;

    public BookingMode Booking => Vocabulary.BookingModes.Find(occurrence.ValueOf("booking").AsText()) ?? BookingMode.None;

    public string? TicketUrl => Urls.Safe(occurrence.TicketUrl) is { } url ? origin.Of(url) : null;

    public DateTimeOffset? BookingOpens => Moments.Read(occurrence.ValueOf("bookingOpens"));

    public int? Capacity => occurrence.ValueOf("capacity").AsNumber() is { } capacity and > 0 ? capacity : null;

    public Image? Image => Image.Of(occurrence, scope);

    /// <summary>The address of its picture, at a size.</summary>
    public string? ImageUrl(int? width = null, int? height = null) => origin.Of(Image?.Url(width, height));

    /// <summary>What it is about, without markup.</summary>
    public string? Text => Join(TopicLine, occurrence.Teaser, Description?.Text, occurrence.Note);

    /// <summary>What it is about in safe markup, with addresses that lead here from anywhere.</summary>
    public string? Html => Description is { } description ? origin.InMarkup(description.Html) : null;

    /// <summary>What someone needs who sees nothing else: status, text, price and how one signs up. Without markup.</summary>
    public string FullText => Join(StatusLine, Text, PriceLine, BookingLine, Url)!;

    /// <summary>«Pris: 25–75 kr.»</summary>
    public string PriceLine => $"Pris: {Price.Summary(occurrence.Prices)}";

    /// <summary>How one signs up; null when one does not.</summary>
    public string? BookingLine => (Booking, TicketUrl, occurrence.ValueOf("bookingPhone").AsText()) switch
    {
        (BookingMode.Link, { } url, _) => $"Tilmelding: {url}",
        (BookingMode.Phone, _, { } phone) => $"Tilmelding på telefon {phone}",
        (BookingMode.DropIn, _, _) => "Mød bare op.",
        _ => null,
    };

    private bool IsDialogue => occurrence.Source == OccurrenceSource.DialogueMeeting;

    private RichText? Description =>
        occurrence.Changes.Append(occurrence.Document).Select(document => RichText.Of(document, "description", scope)).FirstOrDefault(text => text is not null);

    private DateTimeOffset Latest(IEnumerable<PublishedDocument> changes) =>
        changes.Select(change => change.PublishDate).Append(occurrence.Document.PublishDate).Append(occurrence.Document.ChildLeftAt ?? default).Max();

    private static string? Join(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
            {
                text.Append(text.Length == 0 ? "" : "\n\n").Append(part.Trim());
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }
}
