using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.DataType;

/// <summary>A property editor with its settings.</summary>
internal sealed record DataTypeModel(
    Guid Id, string Name, string EditorAlias, string EditorUiAlias, bool IsDeletable, bool CanIgnoreStartNodes, IReadOnlyList<DataTypeSetting> Values)
{
    private static readonly HashSet<string> Pickers = new(StringComparer.Ordinal)
    {
        "Umbraco.MediaPicker3", "Umbraco.ContentPicker", "Umbraco.MultiNodeTreePicker", "Umbraco.MultiUrlPicker", "Umbraco.RichText",
    };

    /// <summary>The model of a data type.</summary>
    public static DataTypeModel Of(Content.Model.DataType type) => new(
        type.Key, type.Name, type.EditorAlias, type.EditorUiAlias, DataTypeEditor.IsDeletable(type.Key), Pickers.Contains(type.EditorAlias),
        [.. type.Configuration.Select(setting => new DataTypeSetting(setting.Key, setting.Value))]);
}

/// <summary>One setting of a data type.</summary>
internal sealed record DataTypeSetting(string Alias, JsonElement Value);

/// <summary>A data type as the backoffice sends it; a setting without a value is absent.</summary>
internal sealed record DataTypeRequest(Guid? Id, Reference? Parent, string? Name, string? EditorAlias, string? EditorUiAlias, IReadOnlyList<DataTypeSetting>? Values)
{
    /// <summary>The data type asked for; where it lies is not in it.</summary>
    public Content.Model.DataType ToType(Guid key) => new()
    {
        Key = key,
        Name = (Name ?? "").Trim(),
        EditorAlias = EditorAlias ?? "",
        EditorUiAlias = EditorUiAlias ?? "",
        Configuration = (Values ?? [])
            .Where(setting => setting.Alias is { Length: > 0 } && setting.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            .DistinctBy(setting => setting.Alias, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(setting => setting.Alias, setting => setting.Value, StringComparer.Ordinal),
    };
}

/// <summary>A data type by name.</summary>
internal sealed record DataTypeItem(Guid Id, string Name, string EditorAlias, string EditorUiAlias, bool IsDeletable, IReadOnlyList<Flag> Flags)
{
    /// <summary>The model of a data type.</summary>
    public static DataTypeItem Of(Content.Model.DataType type) => new(type.Key, type.Name, type.EditorAlias, type.EditorUiAlias, DataTypeEditor.IsDeletable(type.Key), []);
}

/// <summary>A data type or folder in the tree.</summary>
internal sealed record DataTypeTreeItem(
    Guid Id, string Name, string? EditorUiAlias, bool IsDeletable, bool IsFolder, bool NoAccess, Reference? Parent, bool HasChildren, IReadOnlyList<Flag> Flags)
{
    /// <summary>The model of an entry.</summary>
    public static DataTypeTreeItem Of(SchemaEntry<Content.Model.DataType> entry) =>
        new(entry.Id, entry.Name, entry.Item?.EditorUiAlias, DataTypeEditor.IsDeletable(entry.Id), entry.IsFolder, false, Reference.To(entry.ParentId), entry.HasChildren, []);
}

/// <summary>What holds for all data types; the keys are those that the backoffice knows by heart.</summary>
internal sealed record DataTypeConfiguration(string CanBeChanged, Guid DocumentListViewId, Guid MediaListViewId);

/// <summary>A field that a data type edits.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(DocumentTypeFieldReference), "DocumentTypePropertyTypeReferenceResponseModel")]
[JsonDerivedType(typeof(MediaTypeFieldReference), "MediaTypePropertyTypeReferenceResponseModel")]
internal abstract record FieldReference(Guid Id, string Name, string Alias)
{
    /// <summary>The model of a field.</summary>
    public static FieldReference Of(ContentType type, PropertyType property)
    {
        var owner = new OwnerType(type.Key, type.Icon, type.Alias, type.Name);
        return type.Kind is NodeKind.Media
            ? new MediaTypeFieldReference(property.Key, property.Name, property.Alias, owner)
            : new DocumentTypeFieldReference(property.Key, property.Name, property.Alias, owner);
    }
}

/// <summary>A field of a document type.</summary>
internal sealed record DocumentTypeFieldReference(Guid Id, string Name, string Alias, OwnerType DocumentType) : FieldReference(Id, Name, Alias);

/// <summary>A field of a media type.</summary>
internal sealed record MediaTypeFieldReference(Guid Id, string Name, string Alias, OwnerType MediaType) : FieldReference(Id, Name, Alias);

/// <summary>The type that a field stands on.</summary>
internal sealed record OwnerType(Guid Id, string Icon, string Alias, string Name);
