using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.DocumentBlueprint;

/// <summary>The templates in their folders, with the types that stand beside them.</summary>
internal sealed class BlueprintTrees(BlueprintEditor blueprints, SchemaSource schemas)
{
    /// <summary>The tree as it is now.</summary>
    public async Task<SchemaTree<ShownBlueprint>> ReadAsync(CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        var all = await blueprints.ReadAsync(cancellationToken);
        return new(
            FolderTrees.Blueprints,
            schema.MadeFolders,
            all.Select(blueprint => new ShownBlueprint(blueprint, schema.TypeReference(blueprint.ContentTypeKey))),
            shown => (shown.Blueprint.Key, shown.Blueprint.Name, shown.Blueprint.Folder));
    }
}
