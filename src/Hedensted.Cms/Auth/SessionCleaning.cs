using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>Once an hour, forgets sessions and failed sign-ins that no longer matter.</summary>
internal sealed partial class SessionCleaning(SessionStore sessions, LoginAttempts attempts, TimeProvider time, ILogger<SessionCleaning> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    // Ended sessions are kept for a while, so that a stolen token that comes late is still recognised.
    private static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var now = time.GetUtcNow();
                await sessions.ForgetAsync(now - Keep, stoppingToken);
                await attempts.ForgetAsync(now, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Ended sessions could not be forgotten; trying again in an hour")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
