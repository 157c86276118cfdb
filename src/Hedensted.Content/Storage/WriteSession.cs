using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Storage;

/// <summary>One transaction that writes content, and what it tells readers.</summary>
internal sealed class WriteSession(ContentDbContext context, FeedHeadRow head, ContentSchema schema, SaveNotes notes, DateTimeOffset now)
{
    private readonly List<(ChangeSubject Subject, Guid Key)> _changes = [];
    private readonly HashSet<(ChangeSubject Subject, Guid Key)> _seen = [];
    private readonly HashSet<Guid> _left = [];

    /// <summary>The tables, in the transaction.</summary>
    public ContentDbContext Context => context;

    /// <summary>The types as they stand in the transaction.</summary>
    public ContentSchema Schema => schema;

    /// <summary>When the transaction began, in whole milliseconds.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Whether anything was recorded for readers.</summary>
    public bool ReadersAreAffected => _changes.Count > 0;

    /// <summary>The position at which readers see what was recorded; null when nothing was.</summary>
    public ChangePosition? Position => ReadersAreAffected ? new ChangePosition(Head.Value + 1) : null;

    /// <summary>The newest position before this transaction.</summary>
    public ChangePosition Head { get; } = new(head.Position);

    /// <summary>An identity that sorts by time.</summary>
    public Guid NewKey() => SequentialKeys.OfProcess.Next(now);

    /// <summary>Tells readers to read this anew.</summary>
    public void Changed(ChangeSubject subject, Guid key)
    {
        if (_seen.Add((subject, key)))
        {
            _changes.Add((subject, key));
        }
    }

    /// <summary>Notes that something which stood directly below this document goes from readers.</summary>
    public void LeavesBelow(Guid? parentKey)
    {
        if (parentKey is { } key)
        {
            _left.Add(key);
        }
    }

    /// <summary>Tells editors that a node goes away, when it goes by a statement and not as a row.</summary>
    public void Removed(NodeRow row) => notes.Removed(row);

    /// <summary>Writes a line of the log.</summary>
    public void Log(Guid nodeKey, Guid? userKey, AuditType type, string? comment = null) =>
        context.Audit.Add(new AuditRow { Key = NewKey(), NodeKey = nodeKey, UserKey = userKey, At = now, Type = type, Comment = comment });

    /// <summary>Sends what was written to the database, the feed last.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await NoteLeavesAsync(cancellationToken);
        if (ReadersAreAffected)
        {
            var position = Position!.Value.Value;
            context.Changes.AddRange(_changes.Select((change, index) =>
                new ChangeRow { Position = position, Sequence = index, Subject = change.Subject, Key = change.Key }));
            context.FeedHead.Attach(head);
            head.Position = position;
            if (_changes.Exists(change => change.Subject == ChangeSubject.Schema))
            {
                head.SchemaPosition = position;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    // Last of all, for what stood above may be gone by now, too.
    private async Task NoteLeavesAsync(CancellationToken cancellationToken)
    {
        if (_left.Count == 0)
        {
            return;
        }

        await context.SaveChangesAsync(cancellationToken);
        Guid[] parents = [.. _left];
        foreach (var parent in await context.Published.Where(published => parents.Contains(published.NodeKey)).Select(published => published.NodeKey).ToListAsync(cancellationToken))
        {
            await context.Published.Where(published => published.NodeKey == parent)
                .ExecuteUpdateAsync(published => published.SetProperty(row => row.ChildLeftAt, now), cancellationToken);
            Changed(ChangeSubject.Document, parent);
        }
    }
}
