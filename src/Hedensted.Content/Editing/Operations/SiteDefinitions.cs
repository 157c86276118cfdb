using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Operations;

/// <summary>The part of an import that is not documents and media: languages, types, dictionary, templates.</summary>
internal static class SiteDefinitions
{
    /// <summary>Removes what has these keys, of whatever kind it is; unknown keys are gone already.</summary>
    public static async Task DeleteAsync(WriteSession session, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var nodes = await NodeQueries.ByKeysAsync(
            keys, batch => session.Context.Nodes.Where(node => batch.Contains(node.Key)).Select(node => node.Key), cancellationToken);
        if (nodes.Count > 0)
        {
            await NodeRemoving.RemoveAsync(session, nodes, cancellationToken);
        }

        foreach (var definition in await NodeQueries.ByKeysAsync(
            keys, batch => session.Context.Definitions.Where(definition => batch.Contains(definition.Key)), cancellationToken))
        {
            session.Context.Definitions.Remove(definition);
            DefinitionWriter.Tell(session, definition);
        }

        await session.Context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds and changes definitions; those that are as they were are left alone.</summary>
    /// <returns>The schema with the changes.</returns>
    public static async Task<ContentSchema> ApplyAsync(WriteSession session, SiteChanges changes, CancellationToken cancellationToken)
    {
        var rows = await session.Context.Definitions.ToDictionaryAsync(row => row.Key, cancellationToken);
        foreach (var language in changes.Languages)
        {
            Set(session, rows, language.Key, DefinitionKind.Language, StoredJson.Write(language));
        }

        foreach (var dataType in changes.DataTypes)
        {
            Set(session, rows, dataType.Key, DefinitionKind.DataType, StoredJson.Write(dataType));
        }

        foreach (var contentType in changes.ContentTypes)
        {
            Set(session, rows, contentType.Key, DefinitionKind.ContentType, StoredJson.Write(contentType));
        }

        foreach (var item in changes.Dictionary)
        {
            Set(session, rows, item.Key, DefinitionKind.DictionaryItem, StoredJson.Write(item));
        }

        foreach (var blueprint in changes.Blueprints)
        {
            var created = blueprint.CreateDate == default ? session.Now : blueprint.CreateDate;
            Set(session, rows, blueprint.Key, DefinitionKind.Blueprint, StoredJson.Write(blueprint with { CreateDate = created, UpdateDate = session.Now }));
        }

        await session.Context.SaveChangesAsync(cancellationToken);
        return session.ReadersAreAffected ? Check([.. rows.Values]) : session.Schema;
    }

    /// <summary>Checks that every node still has a type.</summary>
    /// <exception cref="InvalidOperationException">A type was removed that nodes have.</exception>
    public static async Task CheckNodesAsync(WriteSession session, ContentSchema schema, CancellationToken cancellationToken)
    {
        foreach (var key in await session.Context.Nodes.Select(node => node.ContentTypeKey).Distinct().ToListAsync(cancellationToken))
        {
            if (schema.FindType(key) is null)
            {
                throw new InvalidOperationException($"There is content of the type {key}, which does not exist; remove the content first.");
            }
        }
    }

    private static void Set(WriteSession session, Dictionary<Guid, DefinitionRow> rows, Guid key, DefinitionKind kind, string body)
    {
        if (!rows.TryGetValue(key, out var row))
        {
            row = new DefinitionRow { Key = key, Kind = kind, Body = body };
            rows.Add(key, row);
            session.Context.Definitions.Add(row);
        }
        else if (row.Kind != kind)
        {
            throw new InvalidOperationException($"The key {key} belongs to a {row.Kind}, so no {kind} can have it.");
        }
        else if (row.Body == body)
        {
            return;
        }

        row.Body = body;
        DefinitionWriter.Tell(session, row);
    }

    private static ContentSchema Check(List<DefinitionRow> rows)
    {
        ContentSchema schema;
        try
        {
            schema = SchemaCache.SchemaOf(rows);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"Two types share a key or an alias: {exception.Message}", exception);
        }

        if (schema.Languages.Length > 0 && schema.Languages.Count(language => language.IsDefault) != 1)
        {
            throw new InvalidOperationException("Exactly one language must be the default.");
        }

        foreach (var type in schema.ContentTypes)
        {
            if (type.Compositions.FirstOrDefault(key => schema.FindType(key) is null) is var missing && missing != Guid.Empty)
            {
                throw new InvalidOperationException($"The type '{type.Alias}' is composed of {missing}, which does not exist.");
            }

            if (type.Properties.FirstOrDefault(property => schema.FindDataType(property.DataTypeKey) is null) is { } orphan)
            {
                throw new InvalidOperationException($"The property '{orphan.Alias}' of '{type.Alias}' has the data type {orphan.DataTypeKey}, which does not exist.");
            }
        }

        return schema;
    }
}
