using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>How urgent a message is.</summary>
internal enum Urgency
{
    /// <summary>Info.</summary>
    Info,

    /// <summary>Vigtig.</summary>
    Important,

    /// <summary>Akut.</summary>
    Urgent,
}

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
