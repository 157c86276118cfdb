using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Hedensted.Cms.Operations.Traces;

/// <summary>Follows everything, and lets a share of it be sent: whether the rest was worth sending is only known at its end.</summary>
internal sealed class ShareSampler(double share) : Sampler
{
    private readonly TraceIdRatioBasedSampler _share = new(share);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        // Whoever asked us decides, when they did: half a trace helps nobody.
        var parent = samplingParameters.ParentContext;
        var sent = parent.TraceId != default
            ? parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
            : _share.ShouldSample(samplingParameters).Decision == SamplingDecision.RecordAndSample;
        return new SamplingResult(sent ? SamplingDecision.RecordAndSample : SamplingDecision.RecordOnly);
    }
}

/// <summary>Keeps what went wrong or took long, whatever the share, and takes out of everything what it must not tell.</summary>
internal sealed class KeepingProcessor : BaseProcessor<Activity>
{
    /// <summary>What takes longer is always sent.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    // What people search for and who they are stands in these; the route and the operation's name say enough.
    private static readonly string[] Private =
    [
        "url.query", "url.full", "url.path", "http.url", "http.target", "client.address", "network.peer.address", "network.peer.port",
        "user_agent.original", "graphql.document", "graphql.variables", "exception.message", "exception.stacktrace",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Private)
        {
            data.SetTag(tag, null);
        }

        if (data.Status == ActivityStatusCode.Error || data.Duration > Slow)
        {
            data.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        }
    }
}
