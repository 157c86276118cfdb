using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Feeds.Icalendar;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What happens at a place on a date: the row of every list.</summary>
internal static class OccurrenceType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<Occurrence>(
        "Occurrence", "Something that happens at a place on a date (afholdelse). The id is permanent, also when the date changes.")
        .Implements(interfaces.Node)
        .Field("id", Scalars.Id.NonNull(), occurrence => occurrence.Id)
        .Field("slug", Scalars.String.NonNull(), occurrence => occurrence.Slug, "The slug of its event.")
        .Field("path", Scalars.String.NonNull(), occurrence => occurrence.Path, "The path of its event's page.")
        .Field("title", Scalars.String.NonNull(), occurrence => occurrence.Title)
        .Field("teaser", Scalars.String, occurrence => occurrence.Teaser, "One or two sentences.")
        .Field("startsAt", Scalars.DateTime.NonNull(), occurrence => occurrence.StartsAt, "With the offset of Europe/Copenhagen then.")
        .Field("endsAt", Scalars.DateTime.NonNull(), occurrence => occurrence.EndsAt, "What lasts all day ends at the next midnight.")
        .Field("localDate", Scalars.LocalDate.NonNull(), occurrence => occurrence.LocalDate, "The day it starts, in Denmark.")
        .Field("localEndDate", Scalars.LocalDate.NonNull(), occurrence => occurrence.LocalEndDate, "The day it ends, in Denmark; the last day of what lasts all day.")
        .Field("localTime", Scalars.LocalTime, occurrence => occurrence.LocalTime, "The time of day it starts, in Denmark; null for what lasts all day.")
        .Field("localEndTime", Scalars.LocalTime, occurrence => occurrence.LocalEndTime)
        .Field("displayDate", Scalars.String.NonNull(), occurrence => occurrence.DisplayDate, "«lørdag 28. november 2026» or «28. november – 3. december 2026».")
        .Field("displayTime", Scalars.String.NonNull(), occurrence => occurrence.DisplayTime, "«kl. 10.00–12.30» or «Hele dagen».")
        .Field("allDay", Scalars.Boolean.NonNull(), occurrence => occurrence.AllDay)
        .Field("status", Refs.Required("OccurrenceStatus"), occurrence => occurrence.Status)
        .Field("statusText", Scalars.String.NonNull(), occurrence => occurrence.StatusText, "The status in Danish, e.g. «Aflyst» or «Nyt klokkeslæt».")
        .Field("previousStart", Scalars.DateTime, occurrence => occurrence.PreviousStart, "The start that it was moved from; null when it was not.")
        .Field("previousDisplay", Scalars.String, occurrence => occurrence.PreviousDisplay, "When it was to be before it was moved: «onsdag 2. december 2026 kl. 14.00».")
        .Field("statusReason", Scalars.String, occurrence => occurrence.StatusReason, "Why, and what one can do instead.")
        .Field("note", Scalars.String, occurrence => occurrence.Note, "What is special about this date of a series.")
        .Field("relative", Refs.Required("Relative"), (occurrence, context) => RelativeTo(occurrence, context.State<ReadScope>().Now()), "Where in time it lies, seen from now.")
        .Field("source", Refs.Required("OccurrenceSource"), occurrence => occurrence.Source, "What kind of document it comes from.")
        .Field("kind", Refs.Required("EventKind"), occurrence => occurrence.Kind)
        .Field("attendanceMode", Refs.Required("AttendanceMode"), occurrence => occurrence.AttendanceMode)
        .Field("audiences", Refs.ListOf("Audience"), occurrence => occurrence.Audiences)
        .Field("price", Scalars.String.NonNull(), occurrence => Price.Summary(occurrence.Prices), "«Gratis», «50 kr.», «25–75 kr.».")
        .Field("isFree", Scalars.Boolean.NonNull(), occurrence => occurrence.IsFree)
        .Field("ticketUrl", Scalars.String, occurrence => Urls.Safe(occurrence.TicketUrl))
        .Field("place", Refs.To("Place"), (occurrence, context) => context.State<ReadScope>().Find(occurrence.PlaceKey, EventReading.PlaceTypes))
        .Field("branch", Refs.To("Branch"), (occurrence, context) => context.State<ReadScope>().Find(occurrence.PlaceKey, EventTypes.Branch), "The place, when it is a branch (hus).")
        .Field("room", Scalars.String, (occurrence, context) => Room(occurrence, context.State<ReadScope>()), "The room's name.")
        .Field("focusAreas", Refs.ListOf("FocusArea"), (occurrence, context) => EventReading.FocusAreas(occurrence.FocusAreaKeys, context.State<ReadScope>()))
        .Field("image", Refs.To("Image"), (occurrence, context) => Image.Of(occurrence, context.State<ReadScope>()))
        .Field("moreDates", Scalars.Int.NonNull(), (occurrence, context) => MoreDates(occurrence, context.State<ReadScope>()), "How many dates of the same series come after this one, those that are cancelled left out.")
        .Field("calendarUrl", Scalars.String.NonNull(), occurrence => IcalendarFeeds.AddressOf(occurrence), "Its address as a calendar file, to put into one's own calendar.")
        .Field("listed", Scalars.Boolean.NonNull(), occurrence => occurrence.Listed, "Whether it belongs in public lists.")
        .Field("showOnScreens", Scalars.Boolean.NonNull(), occurrence => occurrence.ShowOnScreens, "Whether info screens may show it by themselves.")
        .Field("event", Refs.Required("EventLike"), occurrence => occurrence.Document, "The page behind it.");

    private static Relative RelativeTo(Occurrence occurrence, DateTimeOffset now) =>
        occurrence.EndsAt <= now ? Relative.Past : occurrence.StartsAt <= now ? Relative.Ongoing : Relative.Upcoming;

    private static string? Room(Occurrence occurrence, ReadScope scope) =>
        occurrence.ValueOf("room").AsKeys() is [var key, ..] ? scope.Find(key, "room")?.Title() : null;

    private static int MoreDates(Occurrence occurrence, ReadScope scope)
    {
        if (occurrence.Source != OccurrenceSource.Series)
        {
            return 0;
        }

        var more = 0;
        var dates = scope.Calendar.Of(occurrence.Document.Key);
        for (var i = dates.Length - 1; i >= 0 && OccurrenceIndex.Compare(dates[i], occurrence) > 0; i--)
        {
            more += dates[i].Status == OccurrenceStatus.Cancelled ? 0 : 1;
        }

        return more;
    }
}
