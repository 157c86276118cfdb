using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>Whether one can go to a branch.</summary>
internal enum BranchStatus
{
    /// <summary>Åben.</summary>
    Open,

    /// <summary>Flytter.</summary>
    Moving,

    /// <summary>Midlertidigt lukket.</summary>
    TemporarilyClosed,

    /// <summary>Lukket.</summary>
    Closed,

    /// <summary>Ukendt – kontrollér.</summary>
    Unknown,
}

/// <summary>Whether one can go to a branch.</summary>
internal static class BranchStatusType
{
    public static EnumType Create() => Enums.Of<BranchStatus>(description: "Whether one can go there.", describe: status => status switch
    {
        BranchStatus.Open => "Åben",
        BranchStatus.Moving => "Flytter",
        BranchStatus.TemporarilyClosed => "Midlertidigt lukket",
        BranchStatus.Closed => "Lukket",
        _ => "Ukendt",
    });
}
