using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>The enums, each value described by the Danish word that editors choose.</summary>
internal static class EnumTypes
{
    public static IEnumerable<NamedType> Create()
    {
        yield return Enums.Of<OccurrenceStatus>(description: "Whether and how it takes place.", describe: Vocabulary.Statuses.Of);
        yield return Enums.Of<EventKind>(description: "What kind of thing happens.", describe: Vocabulary.Kinds.Of);
        yield return Enums.Of<AttendanceMode>(description: "How one takes part.", describe: Vocabulary.AttendanceModes.Of);
        yield return Enums.Of<Audience>(description: "Whom it is for.", describe: Vocabulary.Audiences.Of);
        yield return Enums.Of<EventForm>(description: "What one learns with.", describe: Vocabulary.Forms.Of);
        yield return Enums.Of<BookingMode>(description: "How one signs up.", describe: Vocabulary.BookingModes.Of);
        yield return Enums.Of<OccurrenceSource>(description: "What kind of document a date comes from.", describe: source => source switch
        {
            OccurrenceSource.Series => "En dato i en serie",
            OccurrenceSource.DialogueMeeting => "Et dialogmøde",
            _ => "Et enkelt arrangement",
        });
        yield return Enums.Of<Relative>(description: "Where in time something lies, seen from now.", describe: relative => relative switch
        {
            Relative.Ongoing => "I gang",
            Relative.Past => "Forbi",
            _ => "Ikke begyndt; i et filter: ikke forbi",
        });
        yield return Enums.Of<OccurrenceGrouping>(description: "How lists of dates are collapsed.", describe: grouping => grouping switch
        {
            OccurrenceGrouping.Series => "Each event or series is one row: the first of its dates that fits.",
            _ => "Every date is a row.",
        });
        yield return Enums.Of<SourceStance>(description: "What a source argues.", describe: stance => stance switch
        {
            SourceStance.For => "For",
            SourceStance.Against => "Imod",
            _ => "Neutral baggrund",
        });
        yield return Enums.Of<BranchStatus>(description: "Whether one can go there.", describe: status => status switch
        {
            BranchStatus.Open => "Åben",
            BranchStatus.Moving => "Flytter",
            BranchStatus.TemporarilyClosed => "Midlertidigt lukket",
            BranchStatus.Closed => "Lukket",
            _ => "Ukendt",
        });
        yield return Enums.Of<ScreenOrientation>(description: "How a screen hangs.", describe: orientation => orientation switch
        {
            ScreenOrientation.Landscape => "Liggende",
            ScreenOrientation.Portrait => "Stående",
            _ => "Automatisk",
        });
        yield return Enums.Of<Urgency>(description: "How urgent a message is.", describe: level => level switch
        {
            Urgency.Urgent => "Akut",
            Urgency.Important => "Vigtig",
            _ => "Info",
        });
        yield return new EnumType<bool>("SortEnumType").Value("ASC", false).Value("DESC", true);
    }
}
