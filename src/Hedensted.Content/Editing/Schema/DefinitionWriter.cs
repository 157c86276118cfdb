using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Writes single definitions in a transaction, and tells readers.</summary>
internal static class DefinitionWriter
{
    public static Task PutAsync(WriteSession session, DataType type, CancellationToken cancellationToken) =>
        PutAsync(session, type.Key, DefinitionKind.DataType, StoredJson.Write(type), cancellationToken);

    public static Task PutAsync(WriteSession session, ContentType type, CancellationToken cancellationToken) =>
        PutAsync(session, type.Key, DefinitionKind.ContentType, StoredJson.Write(type), cancellationToken);

    public static Task PutAsync(WriteSession session, Language language, CancellationToken cancellationToken) =>
        PutAsync(session, language.Key, DefinitionKind.Language, StoredJson.Write(language), cancellationToken);

    public static Task PutAsync(WriteSession session, DictionaryItem item, CancellationToken cancellationToken) =>
        PutAsync(session, item.Key, DefinitionKind.DictionaryItem, StoredJson.Write(item), cancellationToken);

    public static Task PutAsync(WriteSession session, SchemaFolder folder, CancellationToken cancellationToken) =>
        PutAsync(session, folder.Key, DefinitionKind.Folder, StoredJson.Write(folder), cancellationToken);

    public static Task PutAsync(WriteSession session, Blueprint blueprint, CancellationToken cancellationToken) =>
        PutAsync(session, blueprint.Key, DefinitionKind.Blueprint, StoredJson.Write(blueprint), cancellationToken);

    /// <summary>Removes a definition; one that is not there is gone already.</summary>
    public static async Task RemoveAsync(WriteSession session, Guid key, CancellationToken cancellationToken)
    {
        if (await session.Context.Definitions.FindAsync([key], cancellationToken) is { } row)
        {
            session.Context.Definitions.Remove(row);
            Tell(session, row);
        }
    }

    /// <summary>Whether a key is taken, by a definition of any kind.</summary>
    public static async Task<bool> ExistsAsync(WriteSession session, Guid key, CancellationToken cancellationToken) =>
        await session.Context.Definitions.FindAsync([key], cancellationToken) is not null;

    /// <summary>The schema with what this transaction has written.</summary>
    public static async Task<ContentSchema> SchemaAsync(WriteSession session, CancellationToken cancellationToken)
    {
        await session.Context.SaveChangesAsync(cancellationToken);
        return SchemaCache.SchemaOf(await session.Context.Definitions.ToListAsync(cancellationToken));
    }

    /// <summary>Every document template.</summary>
    public static async Task<IReadOnlyList<Blueprint>> BlueprintsAsync(ContentDbContext context, CancellationToken cancellationToken) =>
        [.. (await context.Definitions.AsNoTracking().Where(row => row.Kind == DefinitionKind.Blueprint).ToListAsync(cancellationToken)).Select(StoredJson.ReadBlueprint)];

    /// <summary>Every dictionary item.</summary>
    public static async Task<IReadOnlyList<DictionaryItem>> DictionaryAsync(ContentDbContext context, CancellationToken cancellationToken) =>
        SchemaCache.DictionaryOf(await context.Definitions.AsNoTracking().Where(row => row.Kind == DefinitionKind.DictionaryItem).ToListAsync(cancellationToken));

    /// <summary>Tells readers about a definition that they read.</summary>
    public static void Tell(WriteSession session, DefinitionRow row)
    {
        if (row.Kind != DefinitionKind.Blueprint)
        {
            session.Changed(row.Kind == DefinitionKind.DictionaryItem ? ChangeSubject.Dictionary : ChangeSubject.Schema, row.Key);
        }
    }

    private static async Task PutAsync(WriteSession session, Guid key, DefinitionKind kind, string body, CancellationToken cancellationToken)
    {
        if (await session.Context.Definitions.FindAsync([key], cancellationToken) is not { } row)
        {
            row = new DefinitionRow { Key = key, Kind = kind, Body = body };
            session.Context.Definitions.Add(row);
        }
        else if (row.Body == body)
        {
            return;
        }

        row.Body = body;
        Tell(session, row);
    }
}
