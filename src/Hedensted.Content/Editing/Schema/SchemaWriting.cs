using System.Globalization;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Schema;

/// <summary>What the editors of definitions have in common.</summary>
internal static class SchemaWriting
{
    /// <summary>Lets what editors have written follow what this transaction has done to the schema.</summary>
    public static async Task<SchemaResult> FollowedAsync(WriteSession session, Guid key, Guid? userKey, CancellationToken cancellationToken)
    {
        var after = await DefinitionWriter.SchemaAsync(session, cancellationToken);
        var left = await new StoredContent(session, new SchemaDifference(session.Schema, after), userKey).FollowAsync(cancellationToken);
        return new(SchemaStatus.Success, key) { Position = session.Position, LeftBehind = left };
    }

    /// <summary>A name with «(kopi)» that no other has.</summary>
    public static string CopyName(string name, IEnumerable<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wanted = $"{name} (kopi)";
        for (var number = 2; names.Contains(wanted); number++)
        {
            wanted = string.Create(CultureInfo.InvariantCulture, $"{name} (kopi {number})");
        }

        return wanted;
    }

    /// <summary>What stands in the way of removing a type, in Danish; null when nothing does.</summary>
    public static async Task<string?> UsesOfAsync(WriteSession session, ContentType type, CancellationToken cancellationToken)
    {
        var uses = new List<string>();
        if (await session.Context.Nodes.CountAsync(node => node.ContentTypeKey == type.Key, cancellationToken) is var nodes and > 0)
        {
            var trashed = await session.Context.Nodes.CountAsync(node => node.ContentTypeKey == type.Key && node.Trashed, cancellationToken);
            var bin = trashed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (heraf {trashed} i papirkurven)");
            uses.Add(type.Kind == NodeKind.Media
                ? string.Create(CultureInfo.InvariantCulture, $"{nodes} {(nodes == 1 ? "mediefil" : "mediefiler")}{bin}")
                : string.Create(CultureInfo.InvariantCulture, $"{nodes} {(nodes == 1 ? "side" : "sider")}{bin}"));
        }

        uses.AddRange(session.Schema.ContentTypes.Where(other => other.Compositions.Contains(type.Key)).Select(other => $"typen «{other.Name}»"));
        uses.AddRange(BlocksWith(session.Schema, type).Select(dataType => $"datatypen «{dataType.Name}»"));
        uses.AddRange((await DefinitionWriter.BlueprintsAsync(session.Context, cancellationToken))
            .Where(blueprint => blueprint.ContentTypeKey == type.Key).Select(blueprint => $"skabelonen «{blueprint.Name}»"));
        return uses.Count == 0 ? null : string.Join(", ", uses);
    }

    /// <summary>The data types that offer an element type as a block.</summary>
    public static IEnumerable<DataType> BlocksWith(ContentSchema schema, ContentType type)
    {
        var key = type.Key.ToString();
        return type.IsElement
            ? schema.DataTypes.Where(dataType => dataType.Configuration.TryGetValue("blocks", out var blocks) && blocks.GetRawText().Contains(key, StringComparison.OrdinalIgnoreCase))
            : [];
    }
}
