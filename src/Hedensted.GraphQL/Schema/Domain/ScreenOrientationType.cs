using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>How a screen hangs.</summary>
internal enum ScreenOrientation
{
    /// <summary>Automatisk.</summary>
    Auto,

    /// <summary>Liggende.</summary>
    Landscape,

    /// <summary>Stående.</summary>
    Portrait,
}

/// <summary>How a screen hangs.</summary>
internal static class ScreenOrientationType
{
    public static EnumType Create() => Enums.Of<ScreenOrientation>(description: "How a screen hangs.", describe: orientation => orientation switch
    {
        ScreenOrientation.Landscape => "Liggende",
        ScreenOrientation.Portrait => "Stående",
        _ => "Automatisk",
    });
}
