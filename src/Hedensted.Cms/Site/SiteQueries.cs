namespace Hedensted.Cms.Site;

/// <summary>The operations that the site runs: constants, so that each is compiled once.</summary>
internal static class SiteQueries
{
    private const string CardFields = """
        fragment Card on Occurrence {
          id path title teaser displayDate displayTime localDate localEndDate startsAt endsAt allDay status statusText statusReason previousDisplay
          relative price isFree moreDates source kind attendanceMode
          event { ... on DialogueMeeting { topic } }
          branch { title path slug }
          place { title path }
          focusAreas { shortName colour path slug }
          image { url(width: 480, height: 320, crop: "kort") alt }
        }
        """;

    private const string BlockFields = """
        fragment Blocks on Block {
          __typename id
          ... on TextBlock { heading text { html } }
          ... on QuoteBlock { quote source }
          ... on FactBlock { heading figure text { html } }
          ... on ImageBlock { caption imageAlt imageCredit imageDecorative image { url(width: 1200) alt width height } }
          ... on AccordionBlock { heading accordion: items { ... on AccordionItem { heading text { html } } } }
          ... on FocusAreaList { heading showPromise }
          ... on EventList { heading maxItems }
          ... on DownloadBlock { title note: text file { url name extension bytes } }
        }
        """;

    /// <summary>What every page shows around its own content.</summary>
    public const string Frame = """
        query Frame {
          site { title description language contact { name address phone email url } }
          focusAreas { shortName title colour path }
        }
        """;

    /// <summary>Which document stands at an address.</summary>
    public const string Locate = """
        query Locate($path: String!) {
          content(path: $path) { id contentType name path ancestors { name path } children { name path contentType } }
        }
        """;

    /// <summary>The calendar with what its filters offer.</summary>
    public const string Calendar = CardFields + """
        query Calendar($where: OccurrenceFilterInput!, $first: Int!, $after: String) {
          occurrences(first: $first, after: $after, where: $where, order: [{ startsAt: ASC }]) {
            totalCount pageInfo { endCursor hasNextPage } nodes { ...Card }
          }
          branches { slug title }
          focusAreas { slug shortName title colour }
          facets(where: $where) { branches { value count } focusAreas { value count } audiences { value count } }
        }
        """;

    /// <summary>Dialogue meetings, those to come and those that were held.</summary>
    public const string Dialogues = CardFields + """
        query Dialogues {
          upcoming: occurrences(first: 20, where: { source: { eq: DIALOGUE_MEETING }, relative: UPCOMING }, order: [{ startsAt: ASC }]) { nodes { ...Card } }
          past: occurrences(first: 20, where: { source: { eq: DIALOGUE_MEETING }, relative: PAST }, order: [{ startsAt: DESC }]) { nodes { ...Card } }
        }
        """;

    /// <summary>An event, a series or a dialogue meeting.</summary>
    public const string Event = """
        fragment Date on Occurrence { id calendarUrl startsAt endsAt allDay displayDate displayTime status statusText statusReason previousDisplay }
        query Event($id: ID!, $origin: String) {
          event(id: $id) {
            __typename id slug title teaser path isExample kind audiences ageFrom ageTo categories attendanceMode
            description { html }
            image { url(width: 1200) alt credit width height }
            place { title path address { text } accessibility }
            room meetingPoint onlineUrl accessibility language
            organiser { title url } partners { title url }
            focusAreas { title shortName colour path }
            prices { label text description } price isFree
            booking { mode url phone capacity opens closes }
            coming: occurrences(first: 50, where: { relative: UPCOMING }, order: [{ startsAt: ASC }]) { totalCount nodes { ...Date } }
            held: occurrences(first: 1, where: { relative: PAST }, order: [{ startsAt: DESC }]) { nodes { ...Date } }
            ... on EventSeries { repeats }
            ... on DialogueMeeting {
              topic whyNow format recordingPolicy screenText
              questions { text elaboration }
              facilitators { name role background interest }
              panel { name role background interest }
              groundRules
              sources { title url materialUrl publisher date stance why }
              care { html }
              followUp { date agreements disagreements taken }
              linkedActions { number title status path }
            }
            jsonLd(origin: $origin)
          }
        }
        """;

    /// <summary>A focus area with what happens in it.</summary>
    public const string FocusArea = CardFields + BlockFields + """
        query FocusArea($id: ID!) {
          focusArea(id: $id) {
            title shortName number colour teaser promise indicatorText path slug
            body { ...Blocks }
            occurrences(first: 6, where: { relative: UPCOMING, listed: { eq: true } }, order: [{ startsAt: ASC }]) { totalCount nodes { ...Card } }
          }
        }
        """;

    /// <summary>A page of the strategy, with the tree it stands in.</summary>
    public const string Strategy = CardFields + BlockFields + """
        query Strategy($id: ID!) {
          strategyPage(id: $id) { title teaser path validFrom changeNote body { ...Blocks } }
          strategyPages { id title teaser path level }
          focusAreas { title shortName colour promise path }
          occurrences(first: 6, where: { relative: UPCOMING, listed: { eq: true } }, order: [{ startsAt: ASC }]) { nodes { ...Card } }
        }
        """;

    /// <summary>A branch with what happens in it.</summary>
    public const string Branch = CardFields + BlockFields + """
        query Branch($id: ID!) {
          branch(id: $id) {
            title teaser status phone email transport accessibility path slug
            address { text }
            openingHours { category weekdays opens closes }
            statusText
            body { ...Blocks }
            occurrences(first: 10, where: { relative: UPCOMING, listed: { eq: true } }, order: [{ startsAt: ASC }]) { totalCount nodes { ...Card } }
          }
        }
        """;

    /// <summary>A place outside the house with what happens there.</summary>
    public const string Place = CardFields + """
        query Place($id: ID!) {
          content(id: $id) { ... on OutreachPlace { title teaser path outreachType transport accessibility address { text } } }
          occurrences(first: 10, where: { place: { id: { eq: $id } }, relative: UPCOMING }, order: [{ startsAt: ASC }]) { totalCount nodes { ...Card } }
        }
        """;

    /// <summary>An action of the catalogue, with the dialogue meetings that it came of and what else shows it.</summary>
    public const string Action = """
        fragment Shown on EventLike { title path nextOccurrence { displayDate } occurrences(first: 1, order: [{ startsAt: DESC }]) { nodes { displayDate } } }
        query Action($id: ID!) {
          content(id: $id) {
            ... on Action {
              isExample number title teaser path status goal responsible startDate dueDate
              focusAreas { ... on FocusArea { shortName title colour path } }
              partners { ... on Partner { title url } }
              statusEntries { ... on StatusBlock { period text figure } }
              dialogueMeetings { ...Shown topic }
              evidence { ...Shown }
            }
          }
        }
        """;

    /// <summary>The action catalogue.</summary>
    public const string Actions = BlockFields + """
        query Actions($id: ID!) {
          content(id: $id) { ... on ActionCatalogue { title teaser path body { ...Blocks } } }
          contentOfAction(first: 100, order: [{ number: ASC }]) {
            nodes { number title teaser path status focusAreas { ... on FocusArea { shortName title colour path } } }
          }
        }
        """;

    /// <summary>What is found by words.</summary>
    public const string Search = """
        query Search($words: String!, $first: Int!, $after: String, $kinds: [SearchKind!], $types: [String!]) {
          search(query: $words, first: $first, after: $after, kinds: $kinds, contentTypes: $types) {
            totalCount hasAllWords suggestion kinds { kind count } pageInfo { endCursor hasNextPage }
            edges {
              kind isPast title { text match } excerpt { text match }
              node {
                path
                ... on EventLike {
                  place { title }
                  nextOccurrence { startsAt displayDate displayTime status statusText }
                  occurrences(first: 1, order: [{ startsAt: DESC }]) { nodes { startsAt displayDate displayTime status statusText } }
                }
                ... on DialogueMeeting { topic }
                ... on Place { address { text } }
              }
            }
          }
        }
        """;

    /// <summary>The strategy's words, explained.</summary>
    public const string Terms = """
        query Terms { terms { id title explanation alsoKnownAs path } }
        """;

    /// <summary>Every address, for search engines.</summary>
    public const string Addresses = """
        query Addresses($after: String) {
          contents(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { path contentType publishedAt } }
        }
        """;

    /// <summary>Every operation with the name that other clients may ask for it by.</summary>
    public static IReadOnlyList<(string Id, string Document)> All { get; } =
    [
        ("site-frame", Frame), ("site-locate", Locate), ("site-calendar", Calendar), ("site-dialogues", Dialogues), ("site-event", Event),
        ("site-focus-area", FocusArea), ("site-strategy", Strategy), ("site-branch", Branch), ("site-place", Place), ("site-action", Action), ("site-actions", Actions), ("site-search", Search), ("site-terms", Terms), ("site-addresses", Addresses),
    ];
}
