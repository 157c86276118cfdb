using System.Text.Json;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Operations.Backups;
using Hedensted.Cms.Operations.Metrics;
using Hedensted.Content;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.Content.Storage;
using Hedensted.Content.Users;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hedensted.Cms.Operations;

/// <summary>Whether the database answers. Without it readers are still served from the edition: degraded, not dead.</summary>
internal sealed class DatabaseHealth(ChangeFeed feed, TimeProvider time) : IHealthCheck
{
    /// <summary>A database that takes longer is as good as none; whoever asks has a limit of their own.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var asking = feed.HeadAsync(waiting.Token);
            try
            {
                // Not every driver hears the token while a server says nothing at all.
                var head = await asking.WaitAsync(Patience, time, cancellationToken);
                return HealthCheckResult.Healthy(data: new Dictionary<string, object> { ["position"] = head.Value });
            }
            finally
            {
                await waiting.CancelAsync();
            }
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Degraded("Databasen svarer ikke; læserne får det, der er udgivet.");
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

/// <summary>Whether this node hears of changes: what readers see was confirmed lately.</summary>
internal sealed class FeedHealth(EditionSource editions) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = editions.SinceConfirmed;
        var data = new Dictionary<string, object> { ["secondsSinceConfirmed"] = Math.Round(since.TotalSeconds, 1), ["position"] = editions.Head.Value };
        return Task.FromResult(since < Late
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded("Det er ikke bekræftet, at læserne ser det nyeste: databasen svarer ikke.", data: data));
    }
}

/// <summary>Whether there is a backup, and that it is not old.</summary>
internal sealed class BackupHealth(BackupFolder backups, TimeProvider time) : IHealthCheck
{
    /// <summary>A day, and two hours to make it in.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(26);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (backups.Newest() is not { } newest)
        {
            return Task.FromResult(HealthCheckResult.Degraded("Der er ingen sikkerhedskopi. Kør 'backup', eller sæt Hedensted__Backup__Every."));
        }

        var data = new Dictionary<string, object> { ["madeAt"] = newest, ["hours"] = Math.Round((time.GetUtcNow() - newest).TotalHours, 1) };
        return Task.FromResult(time.GetUtcNow() - newest <= Oldest
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded("Den nyeste sikkerhedskopi er over et døgn gammel. Se i loggen, hvorfor der ikke er lavet en ny.", data: data));
    }
}

/// <summary>Whether letters leave.</summary>
internal sealed class OutboxHealth(MailOutbox outbox, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var (waiting, overdue) = await outbox.WaitingAsync(time.GetUtcNow(), cancellationToken);
            var data = new Dictionary<string, object> { ["waiting"] = waiting, ["overdueSeconds"] = Math.Round(overdue.TotalSeconds) };
            return overdue < Late ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded("Breve kommer ikke af sted. Se efter, at mailserveren svarer.", data: data);
        }
        catch (StorageUnavailableException failure)
        {
            return HealthCheckResult.Degraded(failure.Message);
        }
    }
}

/// <summary>Whether there is room where the data folder lies.</summary>
internal sealed class DiskHealth(DataFolder data) : IHealthCheck
{
    private const double Least = 0.15;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var drive = new DriveInfo(data.Path);
        var figures = new Dictionary<string, object> { ["freeBytes"] = drive.AvailableFreeSpace, ["bytes"] = drive.TotalSize };
        return Task.FromResult(drive.AvailableFreeSpace >= Least * drive.TotalSize
            ? HealthCheckResult.Healthy(data: figures)
            : HealthCheckResult.Degraded("Under 15 % af disken er fri. Skaf plads, før den er fuld.", data: figures));
    }
}

/// <summary>The long report, for administrators and for monitors that may look inside.</summary>
internal static class HealthDetail
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Maps <c>/health/detail</c>: every dependency by itself. 401 for whoever may not look.</summary>
    public static void MapHealthDetail(this WebApplication app) => app.MapGet("/health/detail", async (HttpContext context, HealthCheckService checks) =>
    {
        var isAdministrator = context.User.Identity?.IsAuthenticated == true && context.User.Rights().IsAdministrator;
        if (!isAdministrator && !MetricsRoom.MayLook(context))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        waiting.CancelAfter(Patience);
        var report = await checks.CheckHealthAsync(waiting.Token);
        context.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        await HealthReports.WriteAsync(context, report);
    }).AllowAnonymous().ExcludeFromDescription();
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
