using System.Diagnostics;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hedensted.Cms.Operations.Traces;

/// <summary>Sends traces to whoever collects them, while the host runs.</summary>
internal sealed class Tracing(Uri collector, IOptions<TraceOptions> options) : IHostedService, IDisposable
{
    private TracerProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _provider = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService("hedensted-cms", serviceVersion: Backups.Backup.ProgramVersion))
            .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Hedensted.*")
            .SetSampler(new ShareSampler(options.Value.Share))
            .AddProcessor(new KeepingProcessor())
            .AddOtlpExporter(exporter =>
            {
                // Over HTTP an address that is set in code is taken as it is, path and all.
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                exporter.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/traces");
            })
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // What is on its way is sent, but a collector that is gone holds nobody up.
        _provider?.ForceFlush(timeoutMilliseconds: 2_000);
        return Task.CompletedTask;
    }

    public void Dispose() => _provider?.Dispose();
}

/// <summary>Adds tracing where somebody collects.</summary>
internal static class TracingRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddTracing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TraceOptions>().BindConfiguration(TraceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (TraceOptions.CollectorOf(configuration) is { } collector)
        {
            services.AddHostedService(provider => new Tracing(collector, provider.GetRequiredService<IOptions<TraceOptions>>()));
        }

        return services;
    }

    /// <summary>Gives the span of each request what a reader of traces looks for: the method, the route's pattern and the status, and nothing that was asked.</summary>
    public static WebApplication UseTracing(this WebApplication app) => TraceOptions.CollectorOf(app.Configuration) is null ? app : (WebApplication)app.Use(async (context, next) =>
    {
        var span = Activity.Current;
        try
        {
            await next(context);
        }
        finally
        {
            if (span is { IsAllDataRequested: true })
            {
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
                span.DisplayName = $"{context.Request.Method} {route}";
                span.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
                if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
                {
                    span.SetStatus(ActivityStatusCode.Error);
                }
            }
        }
    });
}
