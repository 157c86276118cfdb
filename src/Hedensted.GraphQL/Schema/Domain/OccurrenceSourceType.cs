using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What kind of document a date comes from.</summary>
internal static class OccurrenceSourceType
{
    public static EnumType Create() => Enums.Of<OccurrenceSource>(description: "What kind of document a date comes from.", describe: source => source switch
    {
        OccurrenceSource.Series => "En dato i en serie",
        OccurrenceSource.DialogueMeeting => "Et dialogmøde",
        _ => "Et enkelt arrangement",
    });
}
