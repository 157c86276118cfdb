using System.Collections.Frozen;
using System.Collections.Immutable;
using Hedensted.Content.Attendance;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Engagement;

/// <summary>All counts and answers as of one reading; immutable.</summary>
public sealed class EngagementPage
{
    /// <param name="counts">Every count.</param>
    /// <param name="feedback">Every answer about what was held.</param>
    /// <param name="readAt">When they were read.</param>
    public EngagementPage(ImmutableArray<AttendanceCount> counts, ImmutableArray<FeedbackTally> feedback, DateTimeOffset readAt)
    {
        (Counts, Feedback, ReadAt) = (counts.ToFrozenDictionary(count => count.Date.OccurrenceId), feedback, readAt);
    }

    /// <summary>Counts by date.</summary>
    public FrozenDictionary<Guid, AttendanceCount> Counts { get; }

    /// <summary>Answers by date and score.</summary>
    public ImmutableArray<FeedbackTally> Feedback { get; }

    /// <summary>When they were read.</summary>
    public DateTimeOffset ReadAt { get; }
}

/// <summary>The counts and answers in memory, for readers, who never wait for the database.</summary>
/// <remarks>
/// An edition projection, <c>edition.Projection&lt;EngagementBook&gt;()</c>, though the same one in every edition: counts are no content,
/// and a new one makes no new edition. It is opened at a new page at most once a minute.
/// </remarks>
public sealed class EngagementBook
{
    /// <summary>From one reading to the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile EngagementPage? _page;

    /// <summary>What was read last; null until the server has read it once.</summary>
    public EngagementPage? Page => _page;

    /// <summary>What was read last; waits for it when the server has just started, and is null when it does not come in time.</summary>
    public EngagementPage? WaitForPage(TimeSpan patience) => _page ?? (_opened.Task.Wait(patience) ? _page : null);

    /// <summary>Opens it at what has just been read.</summary>
    public void Open(EngagementPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        _page = page;
        _opened.TrySetResult();
    }
}

/// <summary>Gives every edition the book.</summary>
internal sealed class EngagementProjection(EngagementBook book) : IEditionProjection
{
    /// <inheritdoc/>
    public Type ResultType => typeof(EngagementBook);

    /// <inheritdoc/>
    public object Project(EditionChange change, object? previous) => book;
}
