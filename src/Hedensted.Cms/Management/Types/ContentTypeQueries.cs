using System.Globalization;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Types;

/// <summary>What is asked of document types and media types alike.</summary>
internal static class ContentTypeQueries
{
    private static readonly StringComparer Danish = StringComparer.Create(CultureInfo.GetCultureInfo("da"), ignoreCase: true);

    /// <summary>The types of a kind, by name.</summary>
    public static IEnumerable<ContentType> TypesOf(this ContentSchema schema, NodeKind kind) =>
        schema.ContentTypes.Where(type => type.Kind == kind).OrderBy(type => type.Name, Danish);

    /// <summary>The type with this key, when it is of this kind.</summary>
    public static ContentType? TypeOf(this ContentSchema schema, NodeKind kind, Guid key) =>
        schema.FindType(key) is { } type && type.Kind == kind ? type : null;

    /// <summary>Those of these that exist, in the order asked for.</summary>
    public static IEnumerable<ContentType> TypesOf(this ContentSchema schema, NodeKind kind, IEnumerable<Guid> keys) =>
        keys.Distinct().Select(key => schema.TypeOf(kind, key)).OfType<ContentType>();

    /// <summary>Types whose name or alias contains a text.</summary>
    public static IEnumerable<ContentType> Search(this ContentSchema schema, NodeKind kind, string? text) => schema.TypesOf(kind).Where(type =>
        string.IsNullOrWhiteSpace(text)
        || type.Name.Contains(text.Trim(), StringComparison.CurrentCultureIgnoreCase)
        || type.Alias.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The types of a kind in their folders.</summary>
    public static SchemaTree<ContentType> TreeOf(this ContentSchema schema, NodeKind kind) =>
        new(FolderTrees.Of(kind), schema.MadeFolders, schema.TypesOf(kind), type => (type.Key, type.Name, type.Folder));

    /// <summary>What may be kept in the library.</summary>
    public static PagedModel<AllowedTypeModel> AllowedInLibrary(this ContentSchema schema, Paging paging) =>
        Page(schema.TypesOf(NodeKind.Document).Where(type => type is { IsElement: true, AllowedInLibrary: true }), paging);

    /// <summary>What may stand at the root.</summary>
    public static PagedModel<AllowedTypeModel> AllowedAtRoot(this ContentSchema schema, NodeKind kind, Paging paging) =>
        Page(schema.TypesOf(kind).Where(type => type is { AllowedAsRoot: true, IsElement: false }), paging);

    /// <summary>What may stand below a type, in the order its webmaster chose.</summary>
    public static PagedModel<AllowedTypeModel> AllowedBelow(this ContentSchema schema, ContentType type, Paging paging) =>
        Page(type.AllowedChildren.Select(schema.FindType).OfType<ContentType>().Where(child => !child.IsElement), paging);

    /// <summary>What a type may stand below.</summary>
    public static AllowedParentsModel ParentsOf(this ContentSchema schema, ContentType child) =>
        new([.. schema.TypesOf(child.Kind).Where(type => type.AllowedChildren.Contains(child.Key)).Select(type => new Reference(type.Key))]);

    /// <summary>The types that are composed of this one.</summary>
    public static List<CompositionReferenceModel> ComposedOf(this ContentSchema schema, ContentType part) =>
        [.. schema.TypesOf(part.Kind).Where(type => type.Compositions.Contains(part.Key)).Select(type => new CompositionReferenceModel(type.Key, type.Name, type.Icon))];

    /// <summary>The types that might be composed into another, and whether each can: no field twice, and nothing composed of itself.</summary>
    public static List<AvailableCompositionModel> AvailableCompositions(this ContentSchema schema, NodeKind kind, CompositionRequest request)
    {
        var chosen = schema.TypesOf(kind, request.CurrentCompositeIds ?? []).ToArray();
        var taken = chosen.SelectMany(type => schema.PropertiesOf(type)).Select(property => property.Alias)
            .Concat(request.CurrentPropertyAliases ?? [])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. schema.TypesOf(kind)
            .Where(type => type.Key != request.Id && type.IsElement == request.IsElement)
            .Select(type => new AvailableCompositionModel(
                type.Key,
                type.Name,
                type.Icon,
                type.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries),
                chosen.Contains(type) || (!ContainsItself(type) && !schema.PropertiesOf(type).Any(property => taken.Contains(property.Alias)))))];

        bool ContainsItself(ContentType type) => request.Id is { } id && schema.WithCompositions(type).Any(part => part.Key == id);
    }

    private static PagedModel<AllowedTypeModel> Page(IEnumerable<ContentType> types, Paging paging)
    {
        var all = types.ToArray();
        return new(all.Length, [.. all.Skip(paging.Offset).Take(paging.Limit).Select(AllowedTypeModel.Of)]);
    }
}
