using System.Collections.Concurrent;
using Hedensted.Content.Changes;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>
/// Keeps what drafts say ready for finding: in a table, so that a start need not read every draft, and in memory, where looking through
/// everything takes a few milliseconds. Saving knows nothing of it: whoever searches first reads what has been saved since.
/// </summary>
internal sealed class TextIndex(ContentDatabase database, SaveFeed feed) : IDisposable
{
    private const int Batch = 500;
    private const long Nowhere = -1;

    private readonly ConcurrentDictionary<Guid, string> _texts = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Up to which place of the save feed everything has been read; a new process looks through all drafts once.
    private long _place = Nowhere;

    /// <summary>The documents and media that have every one of these words, in a name or in what is written in them. A word that none has is taken for a misspelling.</summary>
    /// <param name="words">What is looked for.</param>
    /// <param name="named">What has a word in its name.</param>
    /// <param name="cancellationToken">The caller stopped waiting.</param>
    /// <returns>The words as they are meant, in their order; and what has all of them, which is nothing when there are no words.</returns>
    public async Task<(IReadOnlyList<SoughtWord> Words, IReadOnlySet<Guid> Keys)> FindAsync(
        IReadOnlyList<SoughtWord> words, Func<SoughtWord, IEnumerable<Guid>> named, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        var meant = new List<SoughtWord>();
        HashSet<Guid>? keys = null;
        foreach (var word in words)
        {
            // What lacks one word is not looked through for the next; only whether that is a word at all is asked of everything.
            var found = named(word).ToHashSet();
            found.UnionWith(Written(word, keys));
            var right = word;
            if (found.Count == 0 && word.Traces.Count > 0 && (keys is null || !_texts.Any(text => word.IsIn(text.Value))))
            {
                right = word.Corrected(_texts.Where(text => word.Traces.Any(trace => text.Value.Contains(trace, StringComparison.Ordinal))).OrderBy(text => text.Key).Select(text => text.Value).Take(Batch));
                found.UnionWith(named(right));
                found.UnionWith(Written(right, keys));
            }

            meant.Add(right);
            if (keys is not null)
            {
                found.IntersectWith(keys);
            }

            keys = found;
        }

        return (meant, keys ?? []);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private IEnumerable<Guid> Written(SoughtWord word, HashSet<Guid>? among) =>
        word.Patterns.Count == 0 ? []
        : among is null ? _texts.Where(text => word.IsIn(text.Value)).Select(text => text.Key)
        : among.Where(key => _texts.TryGetValue(key, out var text) && word.IsIn(text));

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            // One at a time, so that an older text never takes the place of a newer one.
            await _turn.WaitAsync(cancellationToken);
            try
            {
                var (things, head) = await feed.ReadAfterAsync(_place, cancellationToken);
                if (head == _place)
                {
                    return;
                }

                if (things.Any(thing => thing.Kind == SavedKind.Everything))
                {
                    await ReadAsync(nodes => nodes, cancellationToken);
                    await LoadAsync(texts => texts, _texts.Keys, cancellationToken);
                }

                foreach (var keys in things.Where(thing => thing.Kind is SavedKind.Document or SavedKind.Media).Select(thing => thing.Key).Distinct().Chunk(Batch))
                {
                    await ReadAsync(nodes => nodes.Where(node => keys.Contains(node.Key)), cancellationToken);
                    await LoadAsync(texts => texts.Where(text => keys.Contains(text.NodeKey)), keys, cancellationToken);
                }

                _place = head;
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (StorageUnavailableException)
        {
            // An editor looks for something just when the disk is full or the database busy; names, and what was read before, are found all the same.
        }
    }

    // From the table to memory; what is asked for and not there any more has been deleted.
    private async Task LoadAsync(Func<IQueryable<NodeTextRow>, IQueryable<NodeTextRow>> among, ICollection<Guid> asked, CancellationToken cancellationToken)
    {
        var gone = asked.ToHashSet();
        foreach (var text in await database.ReadAsync(context => among(context.Texts.AsNoTracking()).ToListAsync(cancellationToken), cancellationToken))
        {
            gone.Remove(text.NodeKey);
            _texts[text.NodeKey] = text.Text;
        }

        foreach (var key in gone)
        {
            _texts.TryRemove(key, out _);
        }
    }

    private async Task ReadAsync(Func<IQueryable<NodeRow>, IQueryable<NodeRow>> among, CancellationToken cancellationToken)
    {
        List<Stale> stale;
        do
        {
            stale = await database.ReadAsync(
                context => among(context.Nodes)
                    .Where(node => !context.Texts.Any(text => text.NodeKey == node.Key && text.VersionKey == node.DraftVersionKey && EF.Functions.Like(text.Text, " %")))
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
                // What was deleted meanwhile is left out, and what a colleague's search writes at the same moment is written over.
                foreach (var draft in stale)
                {
                    var text = DraftWords.Of(ContentJson.Read(draft.Content));
                    await context.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO node_text (node_key, version_key, text) SELECT node.key, {draft.VersionKey}, {text} FROM node WHERE node.key = {draft.NodeKey}
                        ON CONFLICT (node_key) DO UPDATE SET version_key = excluded.version_key, text = excluded.text
                        """,
                        cancellationToken);
                }

                return stale.Count;
            },
            cancellationToken);
    }

    private sealed record Stale(Guid NodeKey, Guid VersionKey, string Content);
}
