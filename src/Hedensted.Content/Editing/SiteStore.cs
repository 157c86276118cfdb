using Hedensted.Content.Changes;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>A whole site out of the database and into it.</summary>
public sealed class SiteStore
{
    private readonly ContentDatabase _database;

    internal SiteStore(ContentDatabase database) => _database = database;

    /// <summary>Whether nothing has been imported or made yet.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        _database.ReadMomentAsync(
            async moment => !(await moment.ReadAsync("SELECT EXISTS (SELECT 1 FROM definition) OR EXISTS (SELECT 1 FROM node)", row => row.GetBoolean(0), cancellationToken)).Single(),
            cancellationToken);

    /// <summary>Everything, as of one moment. Parents come before children, siblings in order.</summary>
    public Task<SiteState> ReadAsync(CancellationToken cancellationToken) =>
        _database.ReadAtOnceAsync(
            async context =>
            {
                var definitions = await context.Definitions.AsNoTracking().ToListAsync(cancellationToken);
                var schema = SchemaCache.SchemaOf(definitions);
                var nodes = await context.Nodes.AsNoTracking()
                    .OrderBy(node => node.Level).ThenBy(node => node.SortOrder).ThenBy(node => node.Key)
                    .Join(context.Versions, node => node.DraftVersionKey, version => version.Key, (node, version) => new { Node = node, version.Content })
                    .ToListAsync(cancellationToken);
                return new SiteState
                {
                    Languages = schema.Languages,
                    DataTypes = schema.DataTypes,
                    ContentTypes = schema.ContentTypes,
                    Dictionary = SchemaCache.DictionaryOf(definitions),
                    Nodes = [.. nodes.Select(found => SiteNodes.Of(found.Node, ContentJson.Read(found.Content)))],
                    Blueprints = [.. definitions.Where(row => row.Kind == DefinitionKind.Blueprint).Select(StoredJson.ReadBlueprint)],
                };
            },
            cancellationToken);

    /// <summary>
    /// Applies an import in one transaction or not at all. Published cultures are published as the files say, without the rules that editors
    /// publish under: whoever makes a plan shows what breaks them.
    /// </summary>
    /// <returns>The position at which readers see it.</returns>
    /// <exception cref="InvalidOperationException">The changes do not fit together (a node of an unknown type, say); nothing was written.</exception>
    public Task<ChangePosition> ApplyAsync(SiteChanges changes, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async session =>
            {
                await SiteDefinitions.DeleteAsync(session, changes.Deletes, cancellationToken);
                var schema = await SiteDefinitions.ApplyAsync(session, changes, cancellationToken);
                await new SiteNodes(session, schema, userKey).ApplyAsync(changes.Nodes, cancellationToken);
                await SiteDefinitions.CheckNodesAsync(session, schema, cancellationToken);
                return session.Position ?? session.Head;
            },
            cancellationToken);
}
