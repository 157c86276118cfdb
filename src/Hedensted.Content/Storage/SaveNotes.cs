using System.Globalization;
using System.Text;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Hedensted.Content.Storage;

/// <summary>Notes what one transaction writes, and writes it to the save feed at its end.</summary>
/// <remarks>The notes are made of the rows themselves, so no writer has to remember to tell; only a delete that goes past the rows must (<see cref="Removed"/>).</remarks>
internal sealed class SaveNotes
{
    /// <summary>Things told one by one in one transaction; an import of a site is not.</summary>
    private const int Most = 1_000;

    private const int Kept = 10_000;
    private const int Batch = 250;

    private readonly DbContext _context;
    private readonly Dictionary<(SavedKind Kind, Guid Key), SavedHow> _notes = [];

    public SaveNotes(DbContext context)
    {
        _context = context;
        context.SavingChanges += (_, _) =>
        {
            foreach (var entry in context.ChangeTracker.Entries())
            {
                Note(entry);
            }
        };
    }

    /// <summary>A node is removed by a statement that the rows do not show.</summary>
    public void Removed(NodeRow row) => Add(KindOf(row), SavedHow.Deleted, row.Key);

    /// <summary>Writes the notes, last in the transaction: the head's row is locked from here on, so that places come in commit order.</summary>
    /// <returns>The newest place; null when nothing was noted.</returns>
    public async Task<long?> WriteAsync(CancellationToken cancellationToken)
    {
        if (_notes.Count == 0)
        {
            return null;
        }

        SavedThing[] things = _notes.Count > Most
            ? [new SavedThing(SavedKind.Everything, SavedHow.Updated, Guid.Empty)]
            : [.. _notes.Select(note => new SavedThing(note.Key.Kind, note.Value, note.Key.Key))];
        var head = (await _context.Database
            .SqlQuery<long>($"UPDATE saved_head SET sequence = sequence + {things.Length} RETURNING sequence AS \"Value\"")
            .ToListAsync(cancellationToken)).Single();
        var place = head - things.Length;
        foreach (var batch in things.Chunk(Batch))
        {
            var statement = new StringBuilder("INSERT INTO saved (sequence, kind, how, key) VALUES ");
            statement.AppendJoin(", ", batch.Select((thing, index) =>
                string.Create(CultureInfo.InvariantCulture, $"({++place}, {(int)thing.Kind}, {(int)thing.How}, {{{index}}})")));
            await _context.Database.ExecuteSqlRawAsync(statement.ToString(), batch.Select(thing => (object)thing.Key), cancellationToken);
        }

        await _context.Database.ExecuteSqlAsync($"DELETE FROM saved WHERE sequence <= {head - Kept}", cancellationToken);
        return head;
    }

    private void Note(EntityEntry entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            return;
        }

        (SavedKind Kind, Guid Key)? what = entry.Entity switch
        {
            NodeRow row when !OnlyThePathChanged(entry) => (KindOf(row), row.Key),
            DefinitionRow row => KindOf(row) is { } kind ? (kind, row.Key) : null,
            UserRow row => (SavedKind.User, row.Key),
            UserGroupRow row => (SavedKind.UserGroup, row.Key),
            _ => null,
        };
        if (what is { } found)
        {
            Add(found.Kind, HowOf(entry), found.Key);
        }
    }

    // What stands below a node that is moved is only found elsewhere; it is what it was.
    private static bool OnlyThePathChanged(EntityEntry entry) => entry.State == EntityState.Modified
        && entry.Properties.Where(property => property.IsModified).All(property => property.Metadata.Name is nameof(NodeRow.Path) or nameof(NodeRow.Level));

    private static SavedHow HowOf(EntityEntry entry) => entry switch
    {
        { State: EntityState.Added } => SavedHow.Created,
        { State: EntityState.Deleted } => SavedHow.Deleted,
        { Entity: NodeRow { Trashed: true } } when entry.Property(nameof(NodeRow.Trashed)).OriginalValue is false => SavedHow.Trashed,
        _ => SavedHow.Updated,
    };

    private static SavedKind KindOf(NodeRow row) => row.Kind == NodeKind.Document ? SavedKind.Document : SavedKind.Media;

    private static SavedKind? KindOf(DefinitionRow row) => row.Kind switch
    {
        DefinitionKind.Language => SavedKind.Language,
        DefinitionKind.DataType => SavedKind.DataType,
        DefinitionKind.ContentType => StoredJson.ReadContentType(row).Kind == NodeKind.Document ? SavedKind.DocumentType : SavedKind.MediaType,
        DefinitionKind.DictionaryItem => SavedKind.DictionaryItem,
        _ => null,
    };

    // Saved several times in one transaction, it is told of once: as new, as thrown away or as gone, whichever says most.
    private void Add(SavedKind kind, SavedHow how, Guid key) =>
        _notes[(kind, key)] = how == SavedHow.Updated && _notes.TryGetValue((kind, key), out var before) ? before : how;
}
