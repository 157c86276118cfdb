using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Keeps what drafts say ready for finding. Saving knows nothing of it: whoever searches first reads what has been saved since.</summary>
internal sealed class TextIndex(ContentDatabase database)
{
    private const int Batch = 500;

    /// <summary>Reads the drafts that have changed since the last time. When nothing can be written now, what is there is searched as it is.</summary>
    public async Task CatchUpAsync(NodeKind kind, CancellationToken cancellationToken)
    {
        try
        {
            while (await StaleAsync(kind, cancellationToken) is { Count: > 0 } stale)
            {
                await WriteAsync(stale, cancellationToken);
            }
        }
        catch (StorageUnavailableException)
        {
            // An editor looks for something just when the disk is full or the database busy; names are found all the same.
        }
    }

    private Task<List<Stale>> StaleAsync(NodeKind kind, CancellationToken cancellationToken) => database.ReadAsync(
        context => context.Nodes
            .Where(node => node.Kind == kind && !context.Texts.Any(text => text.NodeKey == node.Key && text.VersionKey == node.DraftVersionKey))
            .Join(context.Versions, node => node.DraftVersionKey, version => version.Key, (node, version) => new Stale(node.Key, version.Key, version.Content))
            .Take(Batch)
            .ToListAsync(cancellationToken),
        cancellationToken);

    private Task<int> WriteAsync(List<Stale> stale, CancellationToken cancellationToken) => database.WriteRuntimeAsync(
        async context =>
        {
            // What was deleted meanwhile is left out, and what a colleague's search wrote meanwhile is written over.
            var keys = stale.ConvertAll(draft => draft.NodeKey);
            var rows = await context.Texts.Where(text => keys.Contains(text.NodeKey)).ToDictionaryAsync(text => text.NodeKey, cancellationToken);
            var there = await context.Nodes.Where(node => keys.Contains(node.Key)).Select(node => node.Key).ToListAsync(cancellationToken);
            foreach (var draft in stale.Where(draft => there.Contains(draft.NodeKey)))
            {
                var text = DraftText.Of(ContentJson.Read(draft.Content));
                if (rows.TryGetValue(draft.NodeKey, out var row))
                {
                    (row.VersionKey, row.Text) = (draft.VersionKey, text);
                }
                else
                {
                    context.Texts.Add(new NodeTextRow { NodeKey = draft.NodeKey, VersionKey = draft.VersionKey, Text = text });
                }
            }

            return stale.Count;
        },
        cancellationToken);

    private sealed record Stale(Guid NodeKey, Guid VersionKey, string Content);
}
