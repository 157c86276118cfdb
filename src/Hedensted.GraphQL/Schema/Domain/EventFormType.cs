using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What one learns with: head, hands, body.</summary>
internal static class EventFormType
{
    public static EnumType Create() => Enums.Of<EventForm>(description: "What one learns with.", describe: Vocabulary.Forms.Of);
}
