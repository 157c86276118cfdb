using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>How lists of dates are collapsed.</summary>
internal enum OccurrenceGrouping
{
    /// <summary>Every date is a row.</summary>
    None,

    /// <summary>Each event or series is one row.</summary>
    Series,

    /// <summary>Each event or series is one row a day.</summary>
    Day,
}

/// <summary>How lists of dates are collapsed.</summary>
internal static class OccurrenceGroupingType
{
    public static EnumType Create() => Enums.Of<OccurrenceGrouping>(description: "How lists of dates are collapsed.", describe: grouping => grouping switch
    {
        OccurrenceGrouping.Series => "Each event or series is one row: the first of its dates that fits.",
        OccurrenceGrouping.Day => "Each event or series is one row a day: the first of that day's times that fits.",
        _ => "Every date is a row.",
    });
}
