using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What kind of thing happens.</summary>
internal static class EventKindType
{
    public static EnumType Create() => Enums.Of<EventKind>(description: "What kind of thing happens.", describe: Vocabulary.Kinds.Of);
}
