namespace Hedensted.Cms.Embed;

/// <summary>The operations that <c>embed/events.js</c> asks for by name: a short address that every cache on the way can keep.</summary>
internal static class EmbedQueries
{
    /// <summary>What happens next, as the list shows it.</summary>
    public const string Events = """
        query EmbedEvents($where: OccurrenceFilterInput!, $first: Int!, $group: OccurrenceGrouping!, $images: Boolean!) {
          site { title language }
          occurrences(first: $first, where: $where, group: $group, order: [{ startsAt: ASC }]) {
            nodes {
              id path title teaser startsAt endsAt displayDate displayTime status statusText statusReason previousDisplay source price moreDates
              place { title }
              focusAreas { colour }
              event { ... on DialogueMeeting { topic } }
              image @include(if: $images) { url(width: 480, height: 270) }
            }
          }
        }
        """;

    /// <summary>What can be asked for: on the example page, and for whoever misspelled it.</summary>
    public const string Values = """
        query EmbedValues {
          branches { slug title }
          outreachPlaces { slug title }
          focusAreas { slug title }
          events(first: 100, where: { source: { eq: SERIES } }) { nodes { slug title } }
        }
        """;

    /// <summary>Every operation with the name that the script asks for it by.</summary>
    public static IReadOnlyList<(string Id, string Document)> All { get; } = [("embed-events", Events), ("embed-values", Values)];
}
