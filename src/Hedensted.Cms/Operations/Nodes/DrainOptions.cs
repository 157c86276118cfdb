using System.ComponentModel.DataAnnotations;

namespace Hedensted.Cms.Operations.Nodes;

/// <summary>How a server takes leave, section <c>Hedensted</c>.</summary>
internal sealed class DrainOptions
{
    /// <summary>Where the setting stands.</summary>
    public const string Section = "Hedensted";

    /// <summary>
    /// How long the server goes on serving after it was asked to stop, while <c>/health/ready</c> says no, so that the proxy sends nobody any more.
    /// 0–25 seconds; default 5 seconds for the roles <c>Cms</c> and <c>Delivery</c>, which stand behind a proxy, and none else or in development.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:25", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan? Drain { get; set; }
}
