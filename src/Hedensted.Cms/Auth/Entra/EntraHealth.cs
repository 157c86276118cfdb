using Hedensted.Content.Users;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth.Entra;

/// <summary>Whether the municipality's accounts can sign in. Without them passwords still do: degraded, not dead.</summary>
internal sealed class EntraHealth(IOptions<EntraOptions> options, UserGroupStore groups, IHttpClientFactory http, TimeProvider time) : IHealthCheck, IDisposable
{
    /// <summary>The client that asks.</summary>
    public const string Client = "Entra.Health";

    // Whoever watches asks often; the directory is asked less often.
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (HealthCheckResult Result, long At)? _last;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } known || time.GetElapsedTime(known.At) >= Memory)
            {
                _last = known = (await AskAsync(cancellationToken), time.GetTimestamp());
            }

            return known.Result;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
    {
        string[] missing = [.. EntraGroups.Missing(options.Value, await groups.AllAsync(cancellationToken))];
        if (missing.Length > 0)
        {
            return HealthCheckResult.Degraded($"{EntraOptions.Section} nævner grupper, der ikke findes: {string.Join(", ", missing)}. Ret aliasset, eller opret gruppen.");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var client = http.CreateClient(Client);
            using var answer = await client.GetAsync(new Uri($"{options.Value.Authority}/.well-known/openid-configuration"), patience.Token);
            return answer.IsSuccessStatusCode
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"Entra ID svarer {(int)answer.StatusCode} for {options.Value.Authority}. Kontrollér {EntraOptions.Section}:TenantId. Adgangskoder virker.");
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return HealthCheckResult.Degraded("Entra ID svarer ikke. Adgangskoder virker.");
        }
    }
}
