using System.Collections.Immutable;
using System.Linq.Expressions;
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
    private const long Nowhere = -1;

    // Up to which place of the save feed everything has been read; a new process looks through all drafts once.
    private long _place = Nowhere;

    /// <summary>For each of these words the documents and media that have it in what is written in them. A word that none has is taken for a misspelling.</summary>
    /// <param name="words">What is looked for.</param>
    /// <param name="isKnown">Whether a word is right although nothing has it in its text.</param>
    /// <param name="cancellationToken">The caller stopped waiting.</param>
    /// <returns>The words as they are meant, in their order.</returns>
    public async Task<IReadOnlyList<(SoughtWord Word, IReadOnlySet<Guid> Written)>> FindAsync(
        IReadOnlyList<SoughtWord> words, Predicate<SoughtWord> isKnown, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        return await database.ReadAsync(
            async context =>
            {
                var found = new List<(SoughtWord, IReadOnlySet<Guid>)>();
                foreach (var word in words)
                {
                    var (meant, written) = (word, await WithAsync(context, word, cancellationToken));
                    if (written.Count == 0 && word.Traces.Count > 0 && !isKnown(word))
                    {
                        meant = word.Corrected(await AnyOf(context, word.Traces).OrderBy(text => text.NodeKey).Select(text => text.Text).Take(Batch).ToListAsync(cancellationToken));
                        written = await WithAsync(context, meant, cancellationToken);
                    }

                    found.Add((meant, written));
                }

                return found;
            },
            cancellationToken);
    }

    private static async Task<IReadOnlySet<Guid>> WithAsync(ContentDbContext context, SoughtWord word, CancellationToken cancellationToken) => word.Patterns.Count == 0
        ? ImmutableHashSet<Guid>.Empty
        : (await AnyOf(context, word.Patterns).Select(text => text.NodeKey).ToListAsync(cancellationToken)).ToHashSet();

    private static IQueryable<NodeTextRow> AnyOf(ContentDbContext context, IReadOnlyList<string> patterns)
    {
        // One condition each: both databases do it faster than asking a list.
        var text = Expression.Parameter(typeof(NodeTextRow));
        var any = patterns
            .Select(pattern => (Expression)Expression.Call(
                Expression.Property(text, nameof(NodeTextRow.Text)), nameof(string.Contains), null, Expression.Property(Expression.Constant(new Pattern(pattern)), nameof(Pattern.Text))))
            .Aggregate(Expression.OrElse);
        return context.Texts.Where(Expression.Lambda<Func<NodeTextRow, bool>>(any, text));
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
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
                // What was deleted meanwhile is left out, and what a colleague's search wrote meanwhile is written over.
                var keys = stale.ConvertAll(draft => draft.NodeKey);
                var rows = await context.Texts.Where(text => keys.Contains(text.NodeKey)).ToDictionaryAsync(text => text.NodeKey, cancellationToken);
                var there = (await context.Nodes.Where(node => keys.Contains(node.Key)).Select(node => node.Key).ToListAsync(cancellationToken)).ToHashSet();
                foreach (var draft in stale.Where(draft => there.Contains(draft.NodeKey)))
                {
                    var text = DraftWords.Of(ContentJson.Read(draft.Content));
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

    // A parameter, so that the database prepares the question once.
    private sealed record Pattern(string Text);

    private sealed record Stale(Guid NodeKey, Guid VersionKey, string Content);
}
