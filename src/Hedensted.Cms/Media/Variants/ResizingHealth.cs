using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hedensted.Cms.Media.Variants;

/// <summary>Whether pictures are resized. Without it readers get the originals: degraded, not dead.</summary>
internal sealed class ResizingHealth(ImageVariants variants) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(variants.IsDegraded
            ? HealthCheckResult.Degraded("Billeder vises i fuld størrelse: vipsthumbnail mangler. Installér libvips-tools.")
            : HealthCheckResult.Healthy());
}
