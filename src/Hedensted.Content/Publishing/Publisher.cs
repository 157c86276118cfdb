using System.Collections.Immutable;
using Hedensted.Content.Editing;

namespace Hedensted.Content.Publishing;

/// <summary>Decides what readers see. Each call is one transaction with the change feed.</summary>
public sealed class Publisher
{
    /// <summary>Publishes the draft. <paramref name="cultures"/> is empty for an invariant document.</summary>
    public Task<PublishResult> PublishAsync(Guid key, ImmutableArray<string> cultures, Guid? userKey, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Creates and publishes. Invalid content is created as a draft and reported as <see cref="PublishingStatus.ContentInvalid"/>.</summary>
    public Task<PublishResult> CreateAndPublishAsync(CreateNode command, ImmutableArray<string> cultures, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Saves and publishes. Invalid content is saved and reported as <see cref="PublishingStatus.ContentInvalid"/>.</summary>
    public Task<PublishResult> SaveAndPublishAsync(SaveNode command, ImmutableArray<string> cultures, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Publishes a document and what stands below it that is published already, or all of it.</summary>
    public Task<PublishResult> PublishBranchAsync(Guid key, ImmutableArray<string> cultures, bool includeUnpublished, Guid? userKey, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Takes a document (and so what stands below it) from readers. No cultures: all of them.</summary>
    public Task<PublishResult> UnpublishAsync(Guid key, ImmutableArray<string> cultures, Guid? userKey, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Sets when a document is published and unpublished; replaces what was set for the same cultures, both null clears.</summary>
    public Task<PublishResult> ScheduleAsync(Guid key, ImmutableArray<CultureSchedule> schedules, Guid? userKey, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Publishes and unpublishes what is due; called by the clock, safe to call on several nodes at once.</summary>
    /// <returns>When the next one is due; null when none is.</returns>
    public Task<DateTimeOffset?> RunDueAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>When one culture of a document is published and unpublished.</summary>
/// <param name="Culture">ISO code, or null for an invariant document.</param>
/// <param name="PublishAt">Null: no publishing by itself.</param>
/// <param name="UnpublishAt">Null: no unpublishing by itself.</param>
public sealed record CultureSchedule(string? Culture, DateTimeOffset? PublishAt, DateTimeOffset? UnpublishAt);
