using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hedensted.Content.Instrumentation;

/// <summary>What the content engine tells those who watch it: how long publishing takes, and how far readers are behind.</summary>
/// <remarks>No tag holds a name or a key of content: a site may have any number of those.</remarks>
internal static class ContentInstruments
{
    /// <summary>The name of the <see cref="ActivitySource"/> and the <see cref="Meter"/>.</summary>
    public const string Name = "Hedensted.Content";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] };

    private static readonly Histogram<double> Publishing = Meter.CreateHistogram<double>(
        "hedensted.publish.duration", "s", "Time from a change that readers see to its commit, waiting for other writers included.", advice: Buckets);

    private static readonly Histogram<double> Delay = Meter.CreateHistogram<double>(
        "hedensted.edition.delay", "s", "Time from a change's commit on this node, or its notice from another, to the edition that readers see it in.", advice: Buckets);

    private static readonly Histogram<double> Lateness = Meter.CreateHistogram<double>(
        "hedensted.schedule.lateness", "s", "Time from when something was scheduled to be published or taken down to when it was.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 3_600] });

    /// <summary>Begins to follow a write; null when nobody watches.</summary>
    public static Activity? BeginWrite() => Activities.StartActivity("Content write");

    /// <summary>A change that readers see is committed.</summary>
    /// <param name="started">When it was asked for, by <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Published(long started) => Publishing.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    /// <summary>Readers see what this node was told of.</summary>
    /// <param name="told">When it was told, by <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Seen(long told) => Delay.Record(Stopwatch.GetElapsedTime(told).TotalSeconds);

    /// <summary>Something scheduled was done.</summary>
    public static void Ran(TimeSpan late) => Lateness.Record(Math.Max(0, late.TotalSeconds));
}
