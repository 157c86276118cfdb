using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Instrumentation;

/// <summary>What the public API tells those who watch it: how long, from where, at what cost, and what was refused.</summary>
/// <remarks>
/// Names follow OpenTelemetry's conventions for GraphQL where there are any. Variables, documents and addresses of
/// clients are never told: the values of every tag are names and codes from our own code, or bounded by <see cref="OperationNames"/>.
/// </remarks>
internal static class ApiInstruments
{
    /// <summary>The name of the <see cref="ActivitySource"/> and the <see cref="Meter"/>.</summary>
    public const string Name = "Hedensted.GraphQL";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly OperationNames Names = new();

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "graphql.server.operation.duration",
        "s",
        "Time from question to finished answer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.000_01, 0.000_1, 0.000_5, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5] });

    private static readonly Histogram<long> Cost = Meter.CreateHistogram<long>(
        "graphql.server.operation.cost",
        "{object}",
        "Cost of operations that were executed, with their variables.",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000, 100_000] });

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "graphql.server.refusals", "{request}", "Requests that were not executed, by the code of the first error.");

    private static readonly UpDownCounter<long> Streams = Meter.CreateUpDownCounter<long>(
        "graphql.server.streams", "{stream}", "Event streams that are open.");

    /// <summary>Begins to follow an operation; null when nobody watches.</summary>
    public static Activity? Begin() => Activities.StartActivity("GraphQL operation");

    /// <summary>An operation was answered.</summary>
    /// <param name="activity">What <see cref="Begin"/> gave.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cache">Where it came from.</param>
    /// <param name="started">When the question came, by <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="isOurs">Whether this program asked itself.</param>
    public static void Answered(Activity? activity, Answer answer, CacheResult cache, long started, bool isOurs)
    {
        if (answer.Kind == ResponseKind.Rejected)
        {
            Refused(answer.FirstErrorCode ?? "UNKNOWN");
        }

        if (activity is null && !Duration.Enabled && !Cost.Enabled)
        {
            return;
        }

        // What was refused has no name: one that was made up must not become a series.
        var name = answer.Kind == ResponseKind.Rejected ? OperationNames.Anonymous : Names.Of(answer.OperationName, isOurs);
        var tags = new TagList
        {
            { "graphql.operation.name", name },
            { "hedensted.cache", TextOf(cache) },
            { "hedensted.outcome", TextOf(answer.Kind) },
        };
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
        if (cache is CacheResult.Miss or CacheResult.Bypass && answer.Kind != ResponseKind.Rejected)
        {
            Cost.Record(answer.Cost, new KeyValuePair<string, object?>("graphql.operation.name", name));
        }

        if (activity is { IsAllDataRequested: true })
        {
            foreach (var (key, value) in tags)
            {
                activity.SetTag(key, value);
            }

            activity.DisplayName = $"GraphQL {name}";
            activity.SetTag("graphql.document.hash", $"sha256:{Convert.ToHexStringLower(answer.DocumentHash)}");
            activity.SetTag("hedensted.cost", answer.Cost);
            if (answer.FirstErrorCode is { } code)
            {
                activity.SetTag("error.type", code);
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }
    }

    /// <summary>A request was not executed.</summary>
    public static void Refused(string code) => Refusals.Add(1, new KeyValuePair<string, object?>("error.type", code));

    /// <summary>An event stream was opened (1) or has ended (-1).</summary>
    public static void StreamsChanged(int by) => Streams.Add(by);

    private static string TextOf(CacheResult cache) => cache switch
    {
        CacheResult.Hit => "hit",
        CacheResult.Shared => "shared",
        CacheResult.Stale => "stale",
        CacheResult.Miss => "miss",
        _ => "bypass",
    };

    private static string TextOf(ResponseKind kind) => kind switch
    {
        ResponseKind.Success => "success",
        ResponseKind.Partial => "partial",
        ResponseKind.Failed => "failed",
        _ => "refused",
    };
}
