using System.Collections.Immutable;
using System.Globalization;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Publishing;

/// <summary>Sets schedules, and does what is due.</summary>
internal sealed class Scheduling(WriteSession session, PublishingRules rules, ContentValidator validator)
{
    /// <summary>Replaces the schedules of these cultures.</summary>
    public async Task<PublishResult> SetAsync(NodeRow row, ImmutableArray<CultureSchedule> schedules, Guid? userKey, CancellationToken cancellationToken)
    {
        if (row.Trashed)
        {
            return new(PublishingStatus.InTrash);
        }

        if (schedules.IsDefaultOrEmpty)
        {
            return new(PublishingStatus.NothingToPublish);
        }

        var type = rules.TypeOf(row);
        var variants = StoredJson.ReadVariants(row.Variants);
        if (schedules.Select(schedule => Check(schedule, type, variants)).FirstOrDefault(status => status != PublishingStatus.Success) is var wrong
            && wrong != PublishingStatus.Success)
        {
            return new(wrong);
        }

        var releases = schedules.Where(schedule => schedule.PublishAt is not null).ToList();
        if (releases.Count > 0)
        {
            var draft = await Nodes.DraftAsync(session, row, cancellationToken);
            var errors = validator.Validate(session.Schema, type, draft, [.. releases.Select(schedule => schedule.Culture).OfType<string>()]);
            if (!errors.IsEmpty)
            {
                return new(PublishingStatus.ContentInvalid, Errors: errors);
            }
        }

        DraftWriter.SetVariants(row, [.. variants.Select(variant =>
            schedules.LastOrDefault(schedule => ContentComparison.SameCulture(schedule.Culture, variant.Culture)) is { } schedule
                ? variant with { PublishAt = Stored(schedule.PublishAt), UnpublishAt = Stored(schedule.UnpublishAt) }
                : variant)]);
        session.Log(row.Key, userKey, AuditType.Custom, row.NextDue is null ? "Planlagt udgivelse fjernet" : "Udgivelse planlagt");
        return new(PublishingStatus.Success);
    }

    /// <summary>Does what is due for one document. Whatever cannot be done is written in its log and not tried again.</summary>
    public async Task RunAsync(NodeRow row, CancellationToken cancellationToken)
    {
        foreach (var due in Due(row).OrderBy(due => due.At).ToList())
        {
            ImmutableArray<string> cultures = due.Culture is null ? [] : [due.Culture];
            var result = due.Action == ScheduleAction.Release
                ? await rules.PublishAsync(row, cultures, pathIsPublished: false, cancellationToken)
                : await rules.UnpublishAsync(row, cultures, cancellationToken);
            if (result.Succeeded)
            {
                session.Log(row.Key, null, due.Action == ScheduleAction.Release ? AuditType.Publish : AuditType.Unpublish, "Efter planen");
            }
            else
            {
                session.Log(row.Key, null, AuditType.Custom, $"Det planlagte skete ikke: {Reason(result)}");
            }

            DraftWriter.SetVariants(row, [.. StoredJson.ReadVariants(row.Variants).Select(variant =>
                !ContentComparison.SameCulture(variant.Culture, due.Culture) ? variant
                : due.Action == ScheduleAction.Release ? variant with { PublishAt = null }
                : variant with { UnpublishAt = null })]);
        }
    }

    /// <summary>Keys of what is due, parents before children.</summary>
    public static Task<List<Guid>> DueKeysAsync(Moment moment, DateTimeOffset now, CancellationToken cancellationToken) =>
        moment.ReadAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT key FROM node WHERE next_due <= {now.ToUnixTimeMilliseconds()} AND NOT trashed ORDER BY next_due, level, sort_order"),
            row => row.GetGuid(0),
            cancellationToken);

    /// <summary>When the next is due.</summary>
    public static async Task<DateTimeOffset?> NextAsync(Moment moment, CancellationToken cancellationToken) =>
        (await moment.ReadAsync(
            "SELECT MIN(next_due) FROM node WHERE next_due IS NOT NULL AND NOT trashed",
            row => row.IsDBNull(0) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            cancellationToken)).Single();

    private static DateTimeOffset? Stored(DateTimeOffset? instant) =>
        instant is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()) : null;

    private static string Reason(PublishResult result) => result.Status switch
    {
        PublishingStatus.ContentInvalid => $"{result.Errors.Length} felt(er) skal rettes først. {result.Errors[0].Message}",
        PublishingStatus.PathNotPublished => "siden ovenover er ikke udgivet.",
        PublishingStatus.MandatoryCultureMissing => "et obligatorisk sprog mangler.",
        PublishingStatus.CultureMissing => "siden findes ikke på sproget.",
        _ => $"{result.Status}.",
    };

    private IEnumerable<ContentSchedule> Due(NodeRow row)
    {
        foreach (var variant in StoredJson.ReadVariants(row.Variants))
        {
            if (variant.PublishAt is { } publishAt && publishAt <= session.Now)
            {
                yield return new(variant.Culture, ScheduleAction.Release, publishAt);
            }

            if (variant.UnpublishAt is { } unpublishAt && unpublishAt <= session.Now)
            {
                yield return new(variant.Culture, ScheduleAction.Expire, unpublishAt);
            }
        }
    }

    private PublishingStatus Check(CultureSchedule schedule, ContentType type, ImmutableArray<StoredVariant> variants)
    {
        var (status, _) = rules.Cultures(type, schedule.Culture is null ? [] : [schedule.Culture], forPublishing: true);
        if (status != PublishingStatus.Success)
        {
            return status;
        }

        if (!variants.Any(variant => ContentComparison.SameCulture(variant.Culture, schedule.Culture)))
        {
            return PublishingStatus.CultureMissing;
        }

        return schedule.PublishAt <= session.Now ? PublishingStatus.PublishTimeNeedsToBeInFuture
            : schedule.UnpublishAt <= session.Now ? PublishingStatus.UpublishTimeNeedsToBeInFuture
            : schedule.UnpublishAt <= schedule.PublishAt ? PublishingStatus.UnpublishTimeNeedsToBeAfterPublishTime
            : PublishingStatus.Success;
    }
}
