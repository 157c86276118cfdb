using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Storage;

/// <summary>Keeps the newest schema that was read, so that it is read once per change of it.</summary>
internal sealed class SchemaCache
{
    private volatile Entry? _newest;

    /// <summary>The schema of this position, from memory or from the definitions that this transaction sees.</summary>
    public async ValueTask<ContentSchema> ReadAsync(ContentDbContext context, long schemaPosition, CancellationToken cancellationToken)
    {
        if (_newest is { } known && known.Position == schemaPosition)
        {
            return known.Schema;
        }

        var rows = await context.Definitions.AsNoTracking().Where(row => row.Kind != DefinitionKind.DictionaryItem && row.Kind != DefinitionKind.Blueprint).ToListAsync(cancellationToken);
        var entry = new Entry(schemaPosition, SchemaOf(rows));
        _newest = entry;
        return entry.Schema;
    }

    /// <summary>A schema of these rows, in an order that does not depend on the database.</summary>
    public static ContentSchema SchemaOf(IReadOnlyCollection<DefinitionRow> rows) => new(
        [.. Of(rows, DefinitionKind.Language).Select(StoredJson.ReadLanguage).OrderBy(language => !language.IsDefault).ThenBy(language => language.IsoCode, StringComparer.Ordinal)],
        [.. Of(rows, DefinitionKind.DataType).Select(StoredJson.ReadDataType).OrderBy(type => type.Name, StringComparer.Ordinal).ThenBy(type => type.Key)],
        [.. Of(rows, DefinitionKind.ContentType).Select(StoredJson.ReadContentType).OrderBy(type => type.Alias, StringComparer.Ordinal).ThenBy(type => type.Key)],
        [.. Of(rows, DefinitionKind.Folder).Select(StoredJson.ReadFolder).OrderBy(folder => folder.Path, StringComparer.Ordinal).ThenBy(folder => folder.Key)]);

    /// <summary>The dictionary of these rows.</summary>
    public static ImmutableArray<DictionaryItem> DictionaryOf(IReadOnlyCollection<DefinitionRow> rows) =>
        [.. Of(rows, DefinitionKind.DictionaryItem).Select(StoredJson.ReadDictionaryItem).OrderBy(item => item.Name, StringComparer.Ordinal)];

    private static IEnumerable<DefinitionRow> Of(IReadOnlyCollection<DefinitionRow> rows, DefinitionKind kind) => rows.Where(row => row.Kind == kind);

    private sealed record Entry(long Position, ContentSchema Schema);
}
