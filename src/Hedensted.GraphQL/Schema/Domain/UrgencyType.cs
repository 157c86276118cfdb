using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>How urgent a message is.</summary>
internal static class UrgencyType
{
    public static EnumType Create() => Enums.Of<Urgency>(description: "How urgent a message is.", describe: level => level switch
    {
        Urgency.Urgent => "Akut",
        Urgency.Important => "Vigtig",
        _ => "Info",
    });
}
