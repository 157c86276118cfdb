using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Publishing;

/// <summary>Publishes a document and what stands below it, from the top down.</summary>
internal sealed class BranchPublishing(WriteSession session, PublishingRules rules)
{
    private readonly HashSet<Guid> _published = [];
    private readonly ImmutableArray<Guid>.Builder _failed = ImmutableArray.CreateBuilder<Guid>();

    public async Task<PublishResult> PublishAsync(
        NodeRow root, ImmutableArray<string> cultures, bool includeUnpublished, Guid? userKey, CancellationToken cancellationToken)
    {
        var first = await rules.PublishAsync(root, cultures, pathIsPublished: false, cancellationToken);
        if (!first.Succeeded)
        {
            return first.Status == PublishingStatus.ContentInvalid ? first with { Status = PublishingStatus.FailedBranch, FailedKeys = [root.Key] } : first;
        }

        session.Log(root.Key, userKey, AuditType.Publish, "Udgivet med undersider");
        _published.Add(root.Key);
        var below = (await NodePlacing.SubtreeAsync(session, root, cancellationToken))
            .Where(row => row.Key != root.Key).OrderBy(row => row.Level).ThenBy(row => row.SortOrder).ThenBy(row => row.Key);
        foreach (var row in below)
        {
            await PublishBelowAsync(row, cultures, includeUnpublished, userKey, cancellationToken);
        }

        return new(
            _failed.Count == 0 ? PublishingStatus.Success : PublishingStatus.FailedBranch,
            session.Position,
            FailedKeys: _failed.ToImmutable());
    }

    private async Task PublishBelowAsync(NodeRow row, ImmutableArray<string> cultures, bool includeUnpublished, Guid? userKey, CancellationToken cancellationToken)
    {
        var variants = StoredJson.ReadVariants(row.Variants);
        if (!_published.Contains(row.ParentKey!.Value) || (!includeUnpublished && !variants.Any(variant => variant.PublishDate is not null)))
        {
            return;
        }

        var type = rules.TypeOf(row);
        var wanted = variants
            .Where(variant => !type.VariesByCulture || cultures.IsEmpty || cultures.Contains(variant.Culture!, StringComparer.OrdinalIgnoreCase))
            .Where(variant => variant.PublishDate is not null || includeUnpublished)
            .ToList();
        if (wanted.TrueForAll(variant => variant.PublishDate is not null && !variant.Edited))
        {
            // Readers see it as it is already, or it is not in these languages; what stands below it may still need publishing.
            if (variants.Any(variant => variant.PublishDate is not null))
            {
                _published.Add(row.Key);
            }

            return;
        }

        var result = await rules.PublishAsync(
            row, type.VariesByCulture ? [.. wanted.Select(variant => variant.Culture!)] : [], pathIsPublished: true, cancellationToken);
        if (result.Succeeded)
        {
            session.Log(row.Key, userKey, AuditType.Publish);
            _published.Add(row.Key);
            return;
        }

        _failed.Add(row.Key);
        if (variants.Any(variant => variant.PublishDate is not null))
        {
            _published.Add(row.Key);
        }
    }
}
