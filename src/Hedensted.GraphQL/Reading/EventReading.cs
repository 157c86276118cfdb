using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>Reads what events, series and dialogue meetings have in common.</summary>
internal static class EventReading
{
    public static readonly string[] Types = [EventTypes.Event, EventTypes.Series, EventTypes.DialogueMeeting];

    public static readonly string[] PlaceTypes = [EventTypes.Branch, EventTypes.OutreachPlace];

    public static string Title(this PublishedDocument document) => document.Text("title") ?? document.NameIn();

    public static EventKind Kind(this PublishedDocument document) =>
        Vocabulary.Kinds.Find(document.Text("kind")) ?? EventKind.Event;

    public static AttendanceMode AttendanceMode(this PublishedDocument document) =>
        Vocabulary.AttendanceModes.Find(document.Text("attendanceMode")) ?? Bibliotek.Calendar.AttendanceMode.Physical;

    public static IReadOnlyList<Audience> Audiences(this PublishedDocument document) =>
        [.. document.Texts("audiences").Select(Vocabulary.Audiences.Find).OfType<Audience>().Distinct()];

    public static ImmutableArray<Price> Prices(this PublishedDocument document) =>
        Price.Read(document.Blocks("prices"));

    public static PublishedDocument? Place(this PublishedDocument document, ReadScope scope) =>
        scope.Find(document.Key("place"), PlaceTypes);

    public static IReadOnlyList<PublishedDocument> FocusAreas(this PublishedDocument document, ReadScope scope) =>
        FocusAreas(document.Keys("focusAreas"), scope);

    /// <summary>The published ones of these focus areas, by number.</summary>
    public static IReadOnlyList<PublishedDocument> FocusAreas(ImmutableArray<Guid> keys, ReadScope scope)
    {
        var areas = scope.FindAll(keys, EventTypes.FocusArea);
        return areas.Count < 2 ? areas : [.. areas.OrderBy(area => area.Number("number") ?? int.MaxValue)];
    }

    /// <summary>Its own facts about accessibility, or else those of the place.</summary>
    public static ImmutableArray<string> Accessibility(this PublishedDocument document, ReadScope scope)
    {
        var own = document.Texts("accessibility");
        return own.IsEmpty && document.Place(scope) is { } place ? place.Texts("accessibility") : own;
    }

    /// <summary>The first date that is not over.</summary>
    public static Occurrence? Next(this PublishedDocument document, ReadScope scope)
    {
        var now = scope.Now();
        foreach (var occurrence in scope.Calendar.Of(document.Key))
        {
            if (occurrence.EndsAt > now)
            {
                return occurrence;
            }
        }

        return null;
    }
}
