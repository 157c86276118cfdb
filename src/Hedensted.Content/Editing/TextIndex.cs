using Hedensted.Content.Changes;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Keeps what drafts say ready for finding. Saving knows nothing of it: whoever searches first reads what has been saved since.</summary>
internal sealed class TextIndex(ContentDatabase database, SaveFeed feed)
{
    private const int Batch = 500;

    /// <summary>Nodes above which looking through all texts is quicker than asking for theirs.</summary>
    private const int Few = 2_000;

    private const long Nowhere = -1;

    // Up to which place of the save feed everything has been read; a new process looks through all drafts once.
    private long _place = Nowhere;

    /// <summary>Those of these nodes that have a word, in lower case, in what is written in them as it was at the last <see cref="CatchUpAsync"/>.</summary>
    public async Task<IReadOnlySet<Guid>> HavingAsync(string word, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            context =>
            {
                var having = context.Texts.Where(written => written.Text.Contains(word)).Select(written => written.NodeKey);
                return keys.Count > Few
                    ? having.ToListAsync(cancellationToken)
                    : NodeQueries.ByKeysAsync(keys, batch => having.Where(key => batch.Contains(key)), cancellationToken);
            },
            cancellationToken);
        return found.ToHashSet();
    }

    /// <summary>Reads what has been saved since the last time. When nothing can be written now, what is there is searched as it is.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            var place = Interlocked.Read(ref _place);
            var (things, head) = await feed.ReadAfterAsync(place, cancellationToken);
            if (head == place)
            {
                return;
            }

            if (things.Any(thing => thing.Kind == SavedKind.Everything))
            {
                await ReadAsync(nodes => nodes, cancellationToken);
            }

            foreach (var keys in things.Where(thing => thing.Kind is SavedKind.Document or SavedKind.Media).Select(thing => thing.Key).Distinct().Chunk(Batch))
            {
                await ReadAsync(nodes => nodes.Where(node => keys.Contains(node.Key)), cancellationToken);
            }

            Interlocked.Exchange(ref _place, head);
        }
        catch (StorageUnavailableException)
        {
            // An editor looks for something just when the disk is full or the database busy; names, and what was read before, are found all the same.
        }
    }

    private async Task ReadAsync(Func<IQueryable<NodeRow>, IQueryable<NodeRow>> among, CancellationToken cancellationToken)
    {
        List<Stale> stale;
        do
        {
            stale = await database.ReadAsync(
                context => among(context.Nodes)
                    .Where(node => !context.Texts.Any(text => text.NodeKey == node.Key && text.VersionKey == node.DraftVersionKey))
                    .Join(context.Versions, node => node.DraftVersionKey, version => version.Key, (node, version) => new Stale(node.Key, version.Key, version.Content))
                    .Take(Batch)
                    .ToListAsync(cancellationToken),
                cancellationToken);
            await WriteAsync(stale, cancellationToken);
        }
        while (stale.Count == Batch);
    }

    private async Task WriteAsync(List<Stale> stale, CancellationToken cancellationToken)
    {
        if (stale.Count == 0)
        {
            return;
        }

        await database.WriteRuntimeAsync(
            async context =>
            {
                // What was deleted meanwhile is left out, and what a colleague's search wrote meanwhile is written over.
                var keys = stale.ConvertAll(draft => draft.NodeKey);
                var rows = await context.Texts.Where(text => keys.Contains(text.NodeKey)).ToDictionaryAsync(text => text.NodeKey, cancellationToken);
                var there = (await context.Nodes.Where(node => keys.Contains(node.Key)).Select(node => node.Key).ToListAsync(cancellationToken)).ToHashSet();
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
    }

    private sealed record Stale(Guid NodeKey, Guid VersionKey, string Content);
}
