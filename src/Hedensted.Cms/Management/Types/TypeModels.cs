using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Types;

/// <summary>A field of a type, as the backoffice reads it.</summary>
internal sealed record PropertyTypeModel(
    Guid Id, Reference? Container, int SortOrder, string Alias, string Name, string? Description, Reference DataType,
    bool VariesByCulture, bool VariesBySegment, PropertyValidationModel Validation, PropertyAppearanceModel Appearance)
{
    /// <summary>The model of a field.</summary>
    public static PropertyTypeModel Of(PropertyType property) => new(
        property.Key, Reference.To(property.ContainerKey), property.SortOrder, property.Alias, property.Name, property.Description.NullIfEmpty(),
        new(property.DataTypeKey), property.VariesByCulture, false,
        new(property.Mandatory, property.MandatoryMessage.NullIfEmpty(), property.RegEx.NullIfEmpty(), property.RegExMessage.NullIfEmpty()),
        new(property.LabelOnTop));

    /// <summary>The field that the backoffice asks for.</summary>
    public PropertyType ToProperty() => new()
    {
        Key = Id,
        Alias = (Alias ?? "").Trim(),
        Name = (Name ?? "").Trim(),
        Description = Description ?? "",
        DataTypeKey = DataType?.Id ?? Guid.Empty,
        ContainerKey = Container?.Id,
        SortOrder = SortOrder,
        Mandatory = Validation?.Mandatory ?? false,
        MandatoryMessage = Validation?.MandatoryMessage ?? "",
        RegEx = Validation?.RegEx ?? "",
        RegExMessage = Validation?.RegExMessage ?? "",
        LabelOnTop = Appearance?.LabelOnTop ?? false,
        VariesByCulture = VariesByCulture,
    };
}

/// <summary>What publishing requires of a field.</summary>
internal sealed record PropertyValidationModel(bool Mandatory, string? MandatoryMessage, string? RegEx, string? RegExMessage);

/// <summary>How a field is shown.</summary>
internal sealed record PropertyAppearanceModel(bool LabelOnTop);

/// <summary>A tab or group of a type.</summary>
internal sealed record ContainerModel(Guid Id, Reference? Parent, string Name, string Type, int SortOrder)
{
    /// <summary>The model of a tab or group.</summary>
    public static ContainerModel Of(PropertyContainer container) =>
        new(container.Key, Reference.To(container.ParentKey), container.Name, container.Type.ToString(), container.SortOrder);
}

/// <summary>A type that an editor may choose.</summary>
internal sealed record AllowedTypeModel(Guid Id, string Name, string? Description, string Icon)
{
    /// <summary>The model of a type.</summary>
    public static AllowedTypeModel Of(ContentType type) => new(type.Key, type.Name, type.Description.NullIfEmpty(), type.Icon);
}

/// <summary>The types that something may stand below.</summary>
internal sealed record AllowedParentsModel(IReadOnlyList<Reference> AllowedParentIds);

/// <summary>A type that another is composed of, or the reverse.</summary>
internal sealed record CompositionReferenceModel(Guid Id, string Name, string Icon);

/// <summary>A type that might be composed into another.</summary>
internal sealed record AvailableCompositionModel(Guid Id, string Name, string Icon, IReadOnlyList<string> FolderPath, bool IsCompatible);

/// <summary>What a webmaster has chosen so far.</summary>
internal sealed record CompositionRequest(Guid? Id, bool IsElement, IReadOnlyList<string>? CurrentPropertyAliases, IReadOnlyList<Guid>? CurrentCompositeIds);

/// <summary>Several of a kind at once.</summary>
internal sealed record BatchModel<T>(int Total, IReadOnlyList<T> Items)
{
    /// <summary>All of them.</summary>
    public static BatchModel<T> Of(IReadOnlyList<T> items) => new(items.Count, items);
}

/// <summary>Small conversions of this room.</summary>
internal static class TypeText
{
    /// <summary>Null instead of an empty text, as Umbraco answers.</summary>
    public static string? NullIfEmpty(this string text) => text.Length == 0 ? null : text;
}
