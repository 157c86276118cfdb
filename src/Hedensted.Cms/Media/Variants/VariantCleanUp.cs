using Hedensted.Content;

namespace Hedensted.Cms.Media.Variants;

/// <summary>Keeps resized pictures from filling the disk.</summary>
internal sealed class VariantCleanUp(ImageVariants variants, TimeProvider clock, ILogger<VariantCleanUp> logger)
    : PeriodicWork(TimeSpan.FromHours(1), clock, logger)
{
    /// <inheritdoc/>
    protected override Task RunOnceAsync(CancellationToken cancellationToken)
    {
        variants.Sweep();
        return Task.CompletedTask;
    }
}
