using Hedensted.Content;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>Once an hour, forgets sessions, failed sign-ins and lines of the journal that no longer matter.</summary>
internal sealed class SessionCleaning(SessionStore sessions, LoginAttempts attempts, UserJournal journal, TimeProvider time, ILogger<SessionCleaning> logger)
    : PeriodicWork(TimeSpan.FromHours(1), time, logger)
{
    // Ended sessions are kept for a while, so that a stolen token that comes late is still recognised.
    private static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    // Long enough to be looked into after a year, and no longer: it tells when people worked.
    private static readonly TimeSpan KeepJournal = TimeSpan.FromDays(396);

    /// <inheritdoc/>
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        await sessions.ForgetAsync(now - Keep, cancellationToken);
        await attempts.ForgetAsync(now, cancellationToken);
        await journal.ForgetAsync(now - KeepJournal, cancellationToken);
    }
}
