using Hedensted.Content;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>Once an hour, forgets sessions and failed sign-ins that no longer matter.</summary>
internal sealed class SessionCleaning(SessionStore sessions, LoginAttempts attempts, TimeProvider time, ILogger<SessionCleaning> logger)
    : PeriodicWork(TimeSpan.FromHours(1), time, logger)
{
    // Ended sessions are kept for a while, so that a stolen token that comes late is still recognised.
    private static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        await sessions.ForgetAsync(now - Keep, cancellationToken);
        await attempts.ForgetAsync(now, cancellationToken);
    }
}
