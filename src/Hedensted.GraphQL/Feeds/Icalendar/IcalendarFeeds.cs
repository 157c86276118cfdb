using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Feeds.Asking;
using Hedensted.GraphQL.Feeds.Reading;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Feeds.Icalendar;

/// <summary>The calendar, or a part of it, to subscribe to, and one date to put into one's own calendar.</summary>
internal static class IcalendarFeeds
{
    private const string Group = "Feeds";

    private const string Example = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Hedensted Kommune//Hedensted.Cms//DA
        METHOD:PUBLISH
        BEGIN:VEVENT
        UID:4e663554-9a1d-84ee-84c8-f040b0390c2f
        SEQUENCE:218419200
        DTSTAMP:20261203T080000Z
        DTSTART;TZID=Europe/Copenhagen:20261210T190000
        DTEND;TZID=Europe/Copenhagen:20261210T210000
        SUMMARY:Aflyst: Samtalesalon
        STATUS:CANCELLED
        END:VEVENT
        END:VCALENDAR
        """;

    public static Feed Events { get; } = new(
        "/feeds/events.ics",
        new ApiOperation(
            "events_ics",
            Group,
            "The calendar, to subscribe to",
            "What is not over yet, as an iCalendar object (RFC 5545) that calendars fetch again by themselves. A date keeps its `UID`, also when it is moved. " +
            "What is cancelled stays until it would have ended, with `STATUS:CANCELLED`, its status in the title and the reason in the text.",
            FeedParameters.All,
            IcalendarFeed.MediaType,
            "An iCalendar object with an event for each date.")
        { Example = Example },
        request =>
        {
            var (channel, entries) = request.Read(out _);
            return new FeedBody(IcalendarFeed.Write(channel, entries), entries.Count);
        });

    public static Feed Occurrence { get; } = new(
        "/feeds/occurrences/{id}.ics",
        new ApiOperation(
            "occurrence_ics",
            Group,
            "One date, for one's own calendar",
            "A date by its id, which GraphQL, the other feeds and `/api/v1/events` (`uuid`) have, too. It is there also when it is over or not listed.",
            [],
            IcalendarFeed.MediaType,
            "An iCalendar object with one event.")
        {
            Example = Example,
            Path = [new ApiParameter("id", "The id of the date.", "4e663554-9a1d-84ee-84c8-f040b0390c2f") { Format = "uuid" }],
            Refusals =
            [
                (StatusCodes.Status404NotFound, "No date has this id, or it is not public."),
                (StatusCodes.Status410Gone, "The date was there and has been taken down; told as far back as the server remembers."),
            ],
        },
        WriteOne)
    { FileName = "arrangement.ics" };

    /// <summary>Where a date's file is.</summary>
    public static string AddressOf(Occurrence occurrence) => $"/feeds/occurrences/{occurrence.Id}.ics";

    private static FeedBody WriteOne(FeedRequest request)
    {
        var scope = request.Scope;
        if (!Guid.TryParse(request.Route("id"), out var id))
        {
            request.Query.Refuse("id", "That is no id of a date. Take one from /api/v1/events or GraphQL.", StatusCodes.Status404NotFound);
            return FeedBody.Nothing;
        }

        if (scope.Calendar.Find(id) is not { } occurrence || scope.Find(occurrence.Document.Key) is null)
        {
            var isGone = scope.Changes.Find(id) is { IsGone: true };
            request.Query.Refuse(
                "id",
                isGone ? "The date has been taken down. See /feeds/events.ics for what there is." : "No date has this id. See /feeds/events.ics for those there are.",
                isGone ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
            return FeedBody.Nothing;
        }

        var entry = new FeedEntry(occurrence, scope, request.Origin);
        var channel = FeedChannel.Of([occurrence.Title], occurrence.Path, scope, request.Origin, request.Self);
        return new FeedBody(IcalendarFeed.Write(channel, [entry]), 1);
    }
}
