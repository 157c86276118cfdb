using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.Content.Previews;

/// <summary>The newest edition with one draft in it, as it would be if that were published now.</summary>
/// <remarks>It is nobody's but the one's who asks: it is made for each question, and <see cref="Edition.IsPreview"/> keeps every cache from it.</remarks>
public sealed class PreviewEditions
{
    private readonly PreviewStore _previews;
    private readonly ContentTree _tree;
    private readonly EditionSource _editions;
    private readonly ImmutableArray<IEditionProjection> _projections;
    private readonly TimeProvider _time;

    internal PreviewEditions(PreviewStore previews, ContentTree tree, EditionSource editions, IEnumerable<IEditionProjection> projections, TimeProvider time) =>
        (_previews, _tree, _editions, _projections, _time) = (previews, tree, editions, [.. projections], time);

    /// <summary>The edition of a preview's token, in the language of the preview; null when it has ended, or its document is no longer there.</summary>
    public async Task<Edition?> FindAsync(string token, CancellationToken cancellationToken) =>
        _editions.IsReady && await _previews.FindAsync(token, cancellationToken) is { } preview
            ? (await WithDraftAsync(preview.DocumentKey, cancellationToken))?.In(preview.Culture)
            : null;

    /// <summary>The edition with this document's draft, and with the drafts of those above it that are not published; null when it cannot be shown.</summary>
    public async Task<Edition?> WithDraftAsync(Guid documentKey, CancellationToken cancellationToken)
    {
        var edition = _editions.Current;
        var drafts = new List<PublishedDocument>();
        for (Guid? next = documentKey; next is { } key && (key == documentKey || edition.Find(key) is null);)
        {
            if (await _tree.FindAsync(NodeKind.Document, key, cancellationToken) is not { Trashed: false } node || edition.Schema.FindType(node.ContentTypeKey) is not { } type)
            {
                return null;
            }

            drafts.Add(PublishedDocument.OfDraft(edition.Schema, type, node, _time.GetUtcNow()));
            next = node.ParentKey;
        }

        var steps = new EditionSteps(edition.Parts);
        if (edition.Find(documentKey) is { } published && published.ParentKey != drafts[0].ParentKey)
        {
            steps.Remove(documentKey);
        }

        steps.Add(drafts);
        return EditionBuilder.Finish(steps, edition, edition.Position, [], ImmutableHashSet<Guid>.Empty, null, schemaChanged: false, _projections).AsPreview();
    }
}
