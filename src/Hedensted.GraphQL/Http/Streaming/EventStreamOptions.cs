using System.ComponentModel.DataAnnotations;

namespace Hedensted.GraphQL.Http.Streaming;

/// <summary>Settings of subscriptions, section <c>Hedensted:GraphQL:Streams</c>.</summary>
internal sealed class EventStreamOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Hedensted:GraphQL:Streams";

    /// <summary>How often a silent stream shows that it is alive, in seconds; proxies cut what is silent for longer. 1–300; default 12.</summary>
    [Range(1, 300)]
    public int KeepAliveSeconds { get; set; } = 12;

    /// <summary>Most streams open at once. 0 (none)–1,000,000; default 5,000.</summary>
    [Range(0, 1_000_000)]
    public int MaxStreams { get; set; } = 5_000;

    /// <summary>Most streams of one client, see <see cref="Budget.ClientBudgets"/>; not counted where there is no budget. 0–1,000,000; default 100.</summary>
    [Range(0, 1_000_000)]
    public int MaxStreamsPerClient { get; set; } = 100;
}
