using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>Whether and how something takes place; the words are those that editors choose.</summary>
internal static class OccurrenceStatusType
{
    public static EnumType Create() => Enums.Of<OccurrenceStatus>(description: "Whether and how it takes place.", describe: Vocabulary.Statuses.Of);
}
