using System.Data.Common;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing.Outlines;

/// <summary>Where editors' questions get the outline. Saving knows nothing of it: whoever asks first after a save reads what was saved, whoever saved it and where.</summary>
internal sealed class OutlineSource(ContentDatabase database) : IDisposable
{
    private const string Nodes = """
        SELECT key, kind, content_type_key, parent_key, sort_order, trashed, creator_key, create_date, update_date, draft_version_key, names,
            EXISTS (SELECT 1 FROM published WHERE published.node_key = node.key)
        FROM node
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Outline? _current;

    /// <summary>The outline with everything that is committed now.</summary>
    public async Task<Outline> CurrentAsync(CancellationToken cancellationToken)
    {
        var head = await database.ReadMomentAsync(moment => SaveFeed.HeadAsync(moment, cancellationToken), cancellationToken);
        if (_current is { } known && known.Place == head)
        {
            return known;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _current = await database.ReadMomentAsync(moment => ReadAsync(moment, _current, cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task<Outline> ReadAsync(Moment moment, Outline? known, CancellationToken cancellationToken)
    {
        if (known is null)
        {
            return await ReadAllAsync(moment, await SaveFeed.HeadAsync(moment, cancellationToken), cancellationToken);
        }

        var (things, head) = await SaveFeed.ReadAfterAsync(moment, known.Place, cancellationToken);
        if (things.Any(IsMore))
        {
            return await ReadAllAsync(moment, head, cancellationToken);
        }

        var saved = things.Where(IsNode).Select(thing => thing.Key).ToHashSet();
        return head == known.Place ? known : known.With(head, saved, await moment.ReadAsync($"{Nodes} WHERE key IN ({{keys}})", saved, NodeOf, cancellationToken));
    }

    private static async Task<Outline> ReadAllAsync(Moment moment, long head, CancellationToken cancellationToken) =>
        Outline.Whole(head, await moment.ReadAsync(Nodes, NodeOf, cancellationToken));

    private static bool IsNode(SavedThing thing) => thing.Kind is SavedKind.Document or SavedKind.Media;

    // What is saved with a type or a language may be every node there is.
    private static bool IsMore(SavedThing thing) =>
        thing.Kind is SavedKind.Everything or SavedKind.DocumentType or SavedKind.MediaType or SavedKind.DataType or SavedKind.Language;

    private static OutlineNode NodeOf(DbDataReader row) => new(
        row.GetGuid(0),
        (NodeKind)row.GetInt32(1),
        row.GetGuid(2),
        KeyOrNull(row, 3),
        row.GetInt32(4),
        row.GetBoolean(5),
        KeyOrNull(row, 6),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        row.GetGuid(9),
        row.GetString(10),
        row.GetBoolean(11));

    private static Guid? KeyOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
