namespace Hedensted.Cms.Screens;

/// <summary>The operations that screens run.</summary>
internal static class ScreenQueries
{
    /// <summary>A screen, what it plays, and what else it can show.</summary>
    public const string Screen = """
        query Screen($slug: String!) {
          screen(slug: $slug) {
            title darkMode orientation
            branch { slug title }
            fallbackImage { url(width: 1920) alt }
            playlists {
              seconds daysAhead maxItems
              slides { id kind seconds title text image { url(width: 1920) alt } event { __typename title teaser path ... on DialogueMeeting { topic screenText } nextOccurrence { displayDate displayTime endsAt } focusAreas { colour } } focusArea { title promise colour } }
            }
            campaigns { title message level: urgency from until }
          }
          focusAreas { number title promise colour }
          site { title contact { name } }
        }
        """;

    /// <summary>Every screen.</summary>
    public const string Screens = "query Screens { screens { slug title } }";

    /// <summary>What happens next, in one branch or in all of them.</summary>
    public const string Events = """
        query ScreenEvents($where: OccurrenceFilterInput!, $first: Int!) {
          occurrences(first: $first, where: $where, order: [{ startsAt: ASC }]) {
            nodes {
              id path title startsAt endsAt localDate displayDate displayTime allDay status statusText room source
              event { ... on DialogueMeeting { topic } } place { title } focusAreas { colour }
            }
          }
        }
        """;

    /// <summary>Every operation with the name that other clients may ask for it by.</summary>
    public static IReadOnlyList<(string Id, string Document)> All { get; } = [("screen", Screen), ("screen-events", Events), ("screens", Screens)];
}
