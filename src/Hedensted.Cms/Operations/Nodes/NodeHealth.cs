using System.Globalization;
using Hedensted.Content;
using Hedensted.Content.Changes;
using Hedensted.Content.Servers;
using Hedensted.Content.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hedensted.Cms.Operations.Nodes;

/// <summary>Whether the proxy may send anybody here: not while the server is taking leave.</summary>
internal sealed class LeaveHealth(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.IsDraining ? HealthCheckResult.Unhealthy("Serveren er ved at lukke.") : HealthCheckResult.Healthy());
}

/// <summary>Whether a server that only delivers has found a database that it can read.</summary>
internal sealed class DeliveryHealth(DeliveryStart start) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(start.WaitsFor is { } missing ? HealthCheckResult.Unhealthy(missing) : HealthCheckResult.Healthy());
}

/// <summary>The servers of the site, for an administrator: who is there, and whether one of them is behind or silent.</summary>
internal sealed class ServersHealth(ServerRegister register) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Tell(await register.ListAsync(cancellationToken));
        }
        catch (StorageUnavailableException failure)
        {
            return HealthCheckResult.Degraded(failure.Message);
        }
    }

    private static HealthCheckResult Tell(IReadOnlyList<SiteServer> servers)
    {
        var there = servers.Where(server => !server.IsSilent).ToList();
        var newest = there.Select(server => server.Position).DefaultIfEmpty(ChangePosition.Start).Max();
        var silent = servers.Where(server => server.IsSilent && !there.Exists(other => other.Name == server.Name)).ToList();
        var list = string.Join("; ", there.Concat(silent).Select(server => Describe(server, newest)));
        return silent.Count > 0 || there.Exists(server => server.Position < newest)
            ? HealthCheckResult.Degraded($"En eller flere servere er ikke med: {list}.")
            : HealthCheckResult.Healthy(there.Count == 1 ? $"Én server: {list}." : $"{there.Count} servere, og alle har det nyeste: {list}.");
    }

    private static string Describe(SiteServer server, ChangePosition newest)
    {
        var what = server.Role switch { NodeRole.Cms => "backoffice", NodeRole.Delivery => "levering", _ => "alt" };
        var state = server.IsSilent ? string.Create(CultureInfo.InvariantCulture, $"tavs i {server.Silence.TotalSeconds:0} sekunder")
            : server.Position < newest ? $"bagefter, position {server.Position} af {newest}"
            : $"position {server.Position}";
        return $"{server.Name} ({what}, {state})";
    }
}
