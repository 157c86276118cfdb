using Hedensted.Content;
using Hedensted.Content.Attendance;
using Microsoft.Extensions.Logging;

namespace Hedensted.Bibliotek.Engagement;

/// <summary>Reads the counts anew once a minute: all of them, for a library has some thousands, and what is compared can be compared wrongly.</summary>
internal sealed class EngagementReading(AttendanceLedger ledger, EngagementBook book, TimeProvider time, ILogger<EngagementReading> logger)
    : PeriodicWork(EngagementBook.Pause, time, logger, atStart: true)
{
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var at = Clock.GetUtcNow();
        var (counts, feedback) = await ledger.ReadAsync(cancellationToken);
        book.Open(new EngagementPage(counts, feedback, at));
    }
}
