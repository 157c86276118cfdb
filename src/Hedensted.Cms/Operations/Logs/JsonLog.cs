using System.Diagnostics;

namespace Hedensted.Cms.Operations.Logs;

/// <summary>The log as one line of JSON an entry, with the trace that it belongs to; setting <c>Hedensted:Logging:Json</c>, default false.</summary>
internal static class JsonLog
{
    private const string Setting = "Hedensted:Logging:Json";

    /// <summary>Writes the log so, where it is set.</summary>
    public static WebApplicationBuilder AddJsonLog(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue(Setting, false))
        {
            return builder;
        }

        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        builder.Logging.AddJsonConsole(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });

        // A request has a trace only when somebody listens; for the log its identity is enough.
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        });
        return builder;
    }
}
