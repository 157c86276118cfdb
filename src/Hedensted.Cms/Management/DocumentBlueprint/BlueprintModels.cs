using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Document;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.DocumentBlueprint;

/// <summary>A template with its values.</summary>
internal sealed record BlueprintModel(
    Guid Id, TypeReference DocumentType, IReadOnlyList<ValueResponse> Values, IReadOnlyList<DocumentVariant> Variants, IReadOnlyList<Flag> Flags)
{
    /// <summary>The model of a template.</summary>
    public static BlueprintModel Of(Blueprint blueprint, ContentSchema schema, Rights reader) => new(
        blueprint.Key,
        schema.TypeReference(blueprint.ContentTypeKey),
        schema.ReadableValues(blueprint.ContentTypeKey, blueprint.Content, reader),
        [.. blueprint.Content.Names.Select(name => new DocumentVariant(
            blueprint.Key, name.Culture, null, name.Name, VariantState.Draft, blueprint.CreateDate, blueprint.UpdateDate, null, null, null, []))],
        []);
}

/// <summary>A template by name.</summary>
internal sealed record BlueprintItem(Guid Id, string Name, TypeReference DocumentType, IReadOnlyList<Flag> Flags);

/// <summary>A template of one type, when something is created.</summary>
internal sealed record TypeBlueprintItem(Guid Id, string Name, IReadOnlyList<Flag> Flags);

/// <summary>A template or folder in the tree.</summary>
internal sealed record BlueprintTreeItem(
    Guid Id, string Name, TypeReference? DocumentType, bool IsFolder, bool NoAccess, Reference? Parent, bool HasChildren, IReadOnlyList<Flag> Flags)
{
    /// <summary>The model of an entry.</summary>
    public static BlueprintTreeItem Of(SchemaEntry<ShownBlueprint> entry) => new(
        entry.Id, entry.Name, entry.Item?.DocumentType, entry.IsFolder, false, Reference.To(entry.ParentId), entry.HasChildren, []);
}

/// <summary>A template with the type that the tree shows beside it.</summary>
internal sealed record ShownBlueprint(Blueprint Blueprint, TypeReference DocumentType);

/// <summary>A template as the backoffice sends it.</summary>
internal sealed record BlueprintRequest(
    Guid? Id, Reference? Parent, Reference? DocumentType, IReadOnlyList<ValueRequest>? Values, IReadOnlyList<VariantRequest>? Variants)
{
    /// <summary>Names and values.</summary>
    public NodeBody Body => new(Values, Variants);

    /// <summary>The template asked for; where it lies is not in it.</summary>
    public Blueprint ToBlueprint() => new() { Key = Id ?? Guid.CreateVersion7(), ContentTypeKey = DocumentType?.Id ?? Guid.Empty, Content = Body.ToContent() };
}

/// <summary>A document to make a template of.</summary>
internal sealed record BlueprintFromDocumentRequest(Reference? Document, Guid? Id, string? Name, Reference? Parent);
