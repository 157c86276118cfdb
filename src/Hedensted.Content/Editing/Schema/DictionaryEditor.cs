using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Transfer;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing.Schema;

/// <summary>The texts that the site looks up by name: reads them, makes, changes, moves and removes them. Each write is one transaction.</summary>
public sealed class DictionaryEditor
{
    private readonly ContentDatabase _database;

    internal DictionaryEditor(ContentDatabase database) => _database = database;

    /// <summary>Every item, by name.</summary>
    public Task<IReadOnlyList<DictionaryItem>> ReadAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync(context => DefinitionWriter.DictionaryAsync(context, cancellationToken), cancellationToken);

    /// <summary>Creates an item; empty translations are left out.</summary>
    public Task<SchemaResult> CreateAsync(DictionaryItem item, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all) =>
            {
                if (await DefinitionWriter.ExistsAsync(session, item.Key, cancellationToken))
                {
                    return new(SchemaStatus.DuplicateKey, item.Key);
                }

                if (item.ParentKey is { } parent && !all.ContainsKey(parent))
                {
                    return new(SchemaStatus.ParentNotFound, item.Key);
                }

                return await SaveAsync(session, all, item, AuditType.New, userKey, cancellationToken);
            },
            cancellationToken);

    /// <summary>Changes an item's name and translations; its place stays.</summary>
    public Task<SchemaResult> UpdateAsync(DictionaryItem item, string? opened, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all) =>
                !all.TryGetValue(item.Key, out var before) ? new(SchemaStatus.NotFound, item.Key)
                : opened is not null && opened != SchemaStamp.Of(before) ? new(SchemaStatus.ConcurrencyViolation, item.Key, before.Name)
                : await SaveAsync(session, all, item with { ParentKey = before.ParentKey }, AuditType.Save, userKey, cancellationToken),
            cancellationToken);

    /// <summary>Removes an item and everything below it.</summary>
    public Task<SchemaResult> DeleteAsync(Guid key, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all) =>
            {
                if (!all.TryGetValue(key, out var item))
                {
                    return new(SchemaStatus.NotFound, key);
                }

                foreach (var gone in all.Keys.Where(candidate => IsAtOrBelow(all, candidate, key)))
                {
                    await DefinitionWriter.RemoveAsync(session, gone, cancellationToken);
                }

                session.Log(key, userKey, AuditType.Delete, item.Name);
                return new(SchemaStatus.Success, key) { Position = session.Position };
            },
            cancellationToken);

    /// <summary>Moves an item and what is below it; null is the root.</summary>
    public Task<SchemaResult> MoveAsync(Guid key, Guid? parentKey, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all) =>
                !all.TryGetValue(key, out var item) ? new(SchemaStatus.NotFound, key)
                : parentKey is { } parent && !all.ContainsKey(parent) ? new(SchemaStatus.ParentNotFound, key)
                : parentKey is { } below && IsAtOrBelow(all, below, key) ? new(SchemaStatus.InvalidParent, key)
                : await SaveAsync(session, all, item with { ParentKey = parentKey }, AuditType.Move, userKey, cancellationToken),
            cancellationToken);

    /// <summary>
    /// Takes the texts of a file into the site, the topmost below an item (null is the root); all or none. A text that is here already gets
    /// the translations that it lacks; what else differs stays as it is here, told in <see cref="SchemaResult.Notes"/>.
    /// </summary>
    public Task<SchemaResult> ImportAsync(TransferFile file, Guid? parentKey, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync((session, all) => new DictionaryImport(session, all, userKey).RunAsync(file, parentKey, cancellationToken), cancellationToken);

    private Task<SchemaResult> WriteAsync(
        Func<WriteSession, IReadOnlyDictionary<Guid, DictionaryItem>, Task<SchemaResult>> write, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session => await write(session, (await DefinitionWriter.DictionaryAsync(session.Context, cancellationToken)).ToDictionary(item => item.Key)), cancellationToken);

    /// <summary>The refusal; null when a text may be among these.</summary>
    internal static SchemaResult? Refuse(ContentSchema schema, IEnumerable<DictionaryItem> all, DictionaryItem item)
    {
        var name = item.Name.Trim();
        return name.Length is 0 or > TypeRules.LongestName ? new(SchemaStatus.InvalidName, item.Key)
            : all.Any(other => other.Key != item.Key && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) ? new(SchemaStatus.DuplicateItemName, item.Key, name)
            : item.Translations.Keys.FirstOrDefault(language => schema.FindLanguage(language) is null) is { } stranger ? new(SchemaStatus.InvalidTranslation, item.Key, stranger)
            : null;
    }

    /// <summary>Writes a text that nothing refuses.</summary>
    internal static async Task PutAsync(WriteSession session, DictionaryItem item, AuditType action, Guid? userKey, CancellationToken cancellationToken)
    {
        var translations = item.Translations.Where(translation => translation.Value.Length > 0)
            .ToImmutableSortedDictionary(translation => session.Schema.FindLanguage(translation.Key)!.IsoCode, translation => translation.Value, StringComparer.Ordinal);
        await DefinitionWriter.PutAsync(session, item with { Name = item.Name.Trim(), Translations = translations }, cancellationToken);
        session.Log(item.Key, userKey, action);
    }

    private static async Task<SchemaResult> SaveAsync(
        WriteSession session, IReadOnlyDictionary<Guid, DictionaryItem> all, DictionaryItem item, AuditType action, Guid? userKey, CancellationToken cancellationToken)
    {
        if (Refuse(session.Schema, all.Values, item) is { } refused)
        {
            return refused;
        }

        await PutAsync(session, item, action, userKey, cancellationToken);
        return new(SchemaStatus.Success, item.Key) { Position = session.Position };
    }

    private static bool IsAtOrBelow(IReadOnlyDictionary<Guid, DictionaryItem> all, Guid key, Guid ancestor)
    {
        // Files could make a ring; it ends when every item has been passed.
        Guid? at = key;
        for (var steps = 0; at is { } current && steps <= all.Count; steps++)
        {
            if (current == ancestor)
            {
                return true;
            }

            at = all.GetValueOrDefault(current)?.ParentKey;
        }

        return false;
    }
}
