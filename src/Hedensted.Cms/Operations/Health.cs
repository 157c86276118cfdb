using System.Text.Json;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.Content.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hedensted.Cms.Operations;

/// <summary>Whether the database answers. Without it readers are still served from the edition: degraded, not dead.</summary>
internal sealed class DatabaseHealth(ChangeFeed feed) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var head = await feed.HeadAsync(cancellationToken);
            return HealthCheckResult.Healthy(data: new Dictionary<string, object> { ["position"] = head.Value });
        }
        catch (StorageUnavailableException failure)
        {
            return HealthCheckResult.Degraded(failure.Message);
        }
    }
}

/// <summary>Whether there is an edition to read.</summary>
internal sealed class EditionHealth(EditionSource editions) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(editions.IsReady
            ? HealthCheckResult.Healthy(data: new Dictionary<string, object> { ["position"] = editions.Current.Position.Value })
            : HealthCheckResult.Unhealthy("Der er ingen udgave at læse endnu."));
}

/// <summary>Writes a report that a person and a monitor can read.</summary>
internal static class HealthReports
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        var checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), entry.Value.Description, entry.Value.Data });
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { status = report.Status.ToString(), checks }, JsonSerializerOptions.Web), context.RequestAborted);
    }
}
