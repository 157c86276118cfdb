using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What a source argues.</summary>
internal enum SourceStance
{
    /// <summary>For.</summary>
    For,

    /// <summary>Imod.</summary>
    Against,

    /// <summary>Neutral baggrund.</summary>
    Background,
}

/// <summary>What a source argues.</summary>
internal static class SourceStanceType
{
    public static EnumType Create() => Enums.Of<SourceStance>(description: "What a source argues.", describe: stance => stance switch
    {
        SourceStance.For => "For",
        SourceStance.Against => "Imod",
        _ => "Neutral baggrund",
    });
}
