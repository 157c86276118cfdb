using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>The parts that a screen can have.</summary>
internal static class ScreenRegionNameType
{
    public static EnumType Create() => Enums.Of<ScreenRegionName>(description: "A part of a screen.", describe: region => region switch
    {
        ScreenRegionName.Side => "The column beside the large part.",
        ScreenRegionName.Strip => "The strip below.",
        _ => "The large part, or all of it.",
    });
}
