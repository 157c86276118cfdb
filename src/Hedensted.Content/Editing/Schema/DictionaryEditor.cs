using System.Collections.Immutable;
using Hedensted.Content.Model;
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

    private Task<SchemaResult> WriteAsync(
        Func<WriteSession, IReadOnlyDictionary<Guid, DictionaryItem>, Task<SchemaResult>> write, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session => await write(session, (await DefinitionWriter.DictionaryAsync(session.Context, cancellationToken)).ToDictionary(item => item.Key)), cancellationToken);

    private static async Task<SchemaResult> SaveAsync(
        WriteSession session, IReadOnlyDictionary<Guid, DictionaryItem> all, DictionaryItem item, AuditType action, Guid? userKey, CancellationToken cancellationToken)
    {
        var name = item.Name.Trim();
        if (name.Length is 0 or > TypeRules.LongestName)
        {
            return new(SchemaStatus.InvalidName, item.Key);
        }

        if (all.Values.Any(other => other.Key != item.Key && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return new(SchemaStatus.DuplicateItemName, item.Key, name);
        }

        if (item.Translations.Keys.FirstOrDefault(language => session.Schema.FindLanguage(language) is null) is { } stranger)
        {
            return new(SchemaStatus.InvalidTranslation, item.Key, stranger);
        }

        var translations = item.Translations.Where(translation => translation.Value.Length > 0)
            .ToImmutableSortedDictionary(translation => session.Schema.FindLanguage(translation.Key)!.IsoCode, translation => translation.Value, StringComparer.Ordinal);
        await DefinitionWriter.PutAsync(session, item with { Name = name, Translations = translations }, cancellationToken);
        session.Log(item.Key, userKey, action);
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
