using Hedensted.Bibliotek.Values;

namespace Hedensted.Testing;

/// <summary>What a clock on the wall in Hedensted shows: what editors write, and what «today» is to them, wherever the tests run.</summary>
public static class DanishTime
{
    public static DateTime Now => WallTime.FromInstant(TimeProvider.System.GetUtcNow()).ToDateTimeUnspecified();

    public static DateTime Today => Now.Date;
}
