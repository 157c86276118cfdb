using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Instrumentation;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Publishing;

/// <summary>Decides what readers see. Each call is one transaction with the change feed.</summary>
public sealed class Publisher
{
    private readonly ContentDatabase _database;
    private readonly ContentValidator _validator;
    private readonly ScheduleSignal _scheduled;

    internal Publisher(ContentDatabase database, ContentValidator validator, ScheduleSignal scheduled) =>
        (_database, _validator, _scheduled) = (database, validator, scheduled);

    /// <summary>Publishes the draft. <paramref name="cultures"/> is empty for an invariant document.</summary>
    public Task<PublishResult> PublishAsync(Guid key, ImmutableArray<string> cultures, Guid? userKey, CancellationToken cancellationToken) =>
        OnDocumentAsync(key, (session, rules, row) => PublishAsync(session, rules, row, cultures, userKey, cancellationToken), cancellationToken);

    /// <summary>Creates and publishes. Invalid content is created as a draft and reported as <see cref="PublishingStatus.ContentInvalid"/>.</summary>
    public Task<PublishResult> CreateAndPublishAsync(CreateNode command, ImmutableArray<string> cultures, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async session => await AfterAsync(session, await NodeCreating.CreateAsync(session, command, cancellationToken), cultures, command.UserKey, cancellationToken),
            cancellationToken);

    /// <summary>Saves and publishes. Invalid content is saved and reported as <see cref="PublishingStatus.ContentInvalid"/>.</summary>
    public Task<PublishResult> SaveAndPublishAsync(SaveNode command, ImmutableArray<string> cultures, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async session => await AfterAsync(session, await NodeSaving.SaveAsync(session, command, cancellationToken), cultures, command.UserKey, cancellationToken),
            cancellationToken);

    /// <summary>Publishes a document and what stands below it that is published already, or all of it.</summary>
    public Task<PublishResult> PublishBranchAsync(Guid key, ImmutableArray<string> cultures, bool includeUnpublished, Guid? userKey, CancellationToken cancellationToken) =>
        OnDocumentAsync(
            key,
            (session, rules, row) => new BranchPublishing(session, rules).PublishAsync(row, cultures, includeUnpublished, userKey, cancellationToken),
            cancellationToken);

    /// <summary>Takes a document (and so what stands below it) from readers. No cultures: all of them.</summary>
    public Task<PublishResult> UnpublishAsync(Guid key, ImmutableArray<string> cultures, Guid? userKey, CancellationToken cancellationToken) =>
        OnDocumentAsync(
            key,
            async (session, rules, row) =>
            {
                var result = await rules.UnpublishAsync(row, cultures, cancellationToken);
                if (result is { Succeeded: true, Position: not null })
                {
                    session.Log(key, userKey, cultures.IsEmpty ? AuditType.Unpublish : AuditType.UnpublishVariant, cultures.IsEmpty ? null : string.Join(", ", cultures));
                }

                return result;
            },
            cancellationToken);

    /// <summary>Sets when a document is published and unpublished; replaces what was set for the same cultures, both null clears.</summary>
    public async Task<PublishResult> ScheduleAsync(Guid key, ImmutableArray<CultureSchedule> schedules, Guid? userKey, CancellationToken cancellationToken)
    {
        var result = await OnDocumentAsync(
            key,
            (session, rules, row) => new Scheduling(session, rules, _validator).SetAsync(row, schedules, userKey, cancellationToken),
            cancellationToken);
        _scheduled.Pulse();
        return result;
    }

    /// <summary>Publishes and unpublishes what is due; called by the clock, safe to call on several nodes at once.</summary>
    /// <returns>When the next one is due; null when none is.</returns>
    /// <exception cref="AggregateException">What went wrong with some of them, when the others were done.</exception>
    public async Task<DateTimeOffset?> RunDueAsync(CancellationToken cancellationToken)
    {
        var due = await _database.ReadMomentAsync(moment => Scheduling.DueKeysAsync(moment, _database.Now(), cancellationToken), cancellationToken);
        var failures = new List<Exception>();
        foreach (var key in due)
        {
            // One transaction each: what is wrong with one keeps no other from its readers. Another node may have done it meanwhile.
            try
            {
                await OnDocumentAsync(
                    key,
                    async (session, rules, row) =>
                    {
                        var late = session.Now - row.NextDue;
                        await new Scheduling(session, rules, _validator).RunAsync(row, cancellationToken);
                        if (late is { } waited && waited >= TimeSpan.Zero)
                        {
                            ContentInstruments.Ran(waited);
                        }

                        return new PublishResult(PublishingStatus.Success, session.Position);
                    },
                    cancellationToken);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or StorageUnavailableException))
            {
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Some of what is due could not be done.", failures);
        }

        return await _database.ReadMomentAsync(moment => Scheduling.NextAsync(moment, cancellationToken), cancellationToken);
    }

    private Task<PublishResult> OnDocumentAsync(
        Guid key, Func<WriteSession, PublishingRules, NodeRow, Task<PublishResult>> work, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async session => await Nodes.FindAsync(session, NodeKind.Document, key, cancellationToken) is { } row
                ? await work(session, new PublishingRules(session, _validator), row)
                : new PublishResult(PublishingStatus.ContentNotFound),
            cancellationToken);

    private static async Task<PublishResult> PublishAsync(
        WriteSession session, PublishingRules rules, NodeRow row, ImmutableArray<string> cultures, Guid? userKey, CancellationToken cancellationToken)
    {
        var result = await rules.PublishAsync(row, cultures, pathIsPublished: false, cancellationToken);
        if (result.Succeeded)
        {
            session.Log(row.Key, userKey, cultures.IsEmpty ? AuditType.Publish : AuditType.PublishVariant, cultures.IsEmpty ? null : string.Join(", ", cultures));
        }

        return result;
    }

    private async Task<PublishResult> AfterAsync(
        WriteSession session, EditResult edit, ImmutableArray<string> cultures, Guid? userKey, CancellationToken cancellationToken)
    {
        if (!edit.Succeeded)
        {
            return new(StatusOf(edit.Status), Edit: edit);
        }

        if (await Nodes.FindAsync(session, NodeKind.Document, edit.Key, cancellationToken) is not { } row)
        {
            return new(PublishingStatus.ContentNotFound, Edit: edit);
        }

        var result = await PublishAsync(session, new PublishingRules(session, _validator), row, cultures, userKey, cancellationToken);
        return result with { Edit = edit };
    }

    private static PublishingStatus StatusOf(EditingStatus status) => status switch
    {
        EditingStatus.NotFound => PublishingStatus.ContentNotFound,
        EditingStatus.InTrash => PublishingStatus.InTrash,
        EditingStatus.InvalidCulture => PublishingStatus.InvalidCulture,
        EditingStatus.ConcurrencyViolation => PublishingStatus.ConcurrencyViolation,
        _ => PublishingStatus.ContentInvalid,
    };
}

/// <summary>When one culture of a document is published and unpublished.</summary>
/// <param name="Culture">ISO code, or null for an invariant document.</param>
/// <param name="PublishAt">Null: no publishing by itself.</param>
/// <param name="UnpublishAt">Null: no unpublishing by itself.</param>
public sealed record CultureSchedule(string? Culture, DateTimeOffset? PublishAt, DateTimeOffset? UnpublishAt);
