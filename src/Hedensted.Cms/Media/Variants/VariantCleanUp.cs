namespace Hedensted.Cms.Media.Variants;

/// <summary>Keeps resized pictures from filling the disk.</summary>
internal sealed partial class VariantCleanUp(ImageVariants variants, TimeProvider clock, ILogger<VariantCleanUp> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                variants.Sweep();
            }
            catch (IOException busy)
            {
                Log.Failed(logger, busy);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2131, LogLevel.Warning, "Old resized pictures could not be removed; the next try is in an hour")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
