using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Management.UserGroup;

/// <summary>A permission that differs from the group's own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(DocumentPermissionModel), "DocumentPermissionPresentationModel")]
[JsonDerivedType(typeof(PropertyPermissionModel), "DocumentPropertyValuePermissionPresentationModel")]
[JsonDerivedType(typeof(OtherPermissionModel), "UnknownTypePermissionPresentationModel")]
internal abstract record PermissionModel(IReadOnlyList<string>? Verbs)
{
    /// <summary>Everything in a group that differs.</summary>
    public static IReadOnlyList<PermissionModel> Of(Content.Model.UserGroup group) =>
    [
        .. group.DocumentPermissions.Select(permission => new DocumentPermissionModel(new(permission.DocumentKey), permission.Verbs)),
        .. group.PropertyPermissions.Select(permission => new PropertyPermissionModel(new(permission.ContentTypeKey), new(permission.PropertyKey), permission.Verbs)),
        .. group.OtherPermissions.Select(permission => new OtherPermissionModel(permission.Context, permission.Verbs)),
    ];
}

/// <summary>At a document and below it.</summary>
internal sealed record DocumentPermissionModel(Reference? Document, IReadOnlyList<string>? Verbs) : PermissionModel(Verbs);

/// <summary>At a property of a type.</summary>
internal sealed record PropertyPermissionModel(Reference? DocumentType, Reference? PropertyType, IReadOnlyList<string>? Verbs) : PermissionModel(Verbs);

/// <summary>An extension's own.</summary>
internal sealed record OtherPermissionModel(string? Context, IReadOnlyList<string>? Verbs) : PermissionModel(Verbs);

/// <summary>A group as administrators see it.</summary>
internal sealed record UserGroupResponse(
    Guid Id,
    bool IsDeletable,
    bool AliasCanBeChanged,
    string Name,
    string Alias,
    string? Description,
    string? Icon,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string> Languages,
    bool HasAccessToAllLanguages,
    Reference? DocumentStartNode,
    bool DocumentRootAccess,
    Reference? MediaStartNode,
    bool MediaRootAccess,
    Reference? ElementStartNode,
    bool ElementRootAccess,
    IReadOnlyList<string> FallbackPermissions,
    IReadOnlyList<PermissionModel> Permissions)
{
    /// <summary>A group.</summary>
    public static UserGroupResponse Of(Content.Model.UserGroup group)
    {
        var isSystem = UserGroupStore.IsSystemGroup(group.Key);
        return new(
            group.Key,
            !isSystem,
            !isSystem,
            group.Name,
            group.Alias,
            group.Description,
            group.Icon,
            group.Sections,
            group.Languages,
            group.AllLanguages,
            Reference.To(group.DocumentStartNodeKey),
            group.DocumentRootAccess,
            Reference.To(group.MediaStartNodeKey),
            group.MediaRootAccess,
            ElementStartNode: null,
            ElementRootAccess: group.DocumentRootAccess,
            group.Permissions,
            PermissionModel.Of(group));
    }
}

/// <summary>A group to make, or what one is to become.</summary>
internal sealed record SaveUserGroupRequest(
    Guid? Id,
    string? Name,
    string? Alias,
    string? Description,
    string? Icon,
    IReadOnlyList<string>? Sections,
    IReadOnlyList<string>? Languages,
    bool HasAccessToAllLanguages,
    Reference? DocumentStartNode,
    bool DocumentRootAccess,
    Reference? MediaStartNode,
    bool MediaRootAccess,
    IReadOnlyList<string>? FallbackPermissions,
    IReadOnlyList<PermissionModel>? Permissions)
{
    /// <summary>The group with this key.</summary>
    public Content.Model.UserGroup ToGroup(Guid key) => new()
    {
        Key = key,
        Name = Name?.Trim() ?? "",
        Alias = Alias?.Trim() ?? "",
        Description = string.IsNullOrWhiteSpace(Description) ? null : Description.Trim(),
        Icon = string.IsNullOrEmpty(Icon) ? "icon-users" : Icon,
        Sections = Distinct(Sections),
        Languages = Distinct(Languages),
        AllLanguages = HasAccessToAllLanguages,
        DocumentRootAccess = DocumentRootAccess,
        DocumentStartNodeKey = DocumentRootAccess ? null : DocumentStartNode?.Id,
        MediaRootAccess = MediaRootAccess,
        MediaStartNodeKey = MediaRootAccess ? null : MediaStartNode?.Id,
        Permissions = Distinct(FallbackPermissions),
        DocumentPermissions = [.. Of<DocumentPermissionModel>().Where(permission => permission.Document is not null)
            .Select(permission => new DocumentPermission(permission.Document!.Id, Distinct(permission.Verbs)))],
        PropertyPermissions = [.. Of<PropertyPermissionModel>().Where(permission => permission is { DocumentType: not null, PropertyType: not null })
            .Select(permission => new PropertyPermission(permission.DocumentType!.Id, permission.PropertyType!.Id, Distinct(permission.Verbs)))],
        OtherPermissions = [.. Of<OtherPermissionModel>().Select(permission => new OtherPermission(permission.Context ?? "", Distinct(permission.Verbs)))],
    };

    private IEnumerable<T> Of<T>()
        where T : PermissionModel => (Permissions ?? []).OfType<T>();

    private static ImmutableArray<string> Distinct(IReadOnlyList<string>? texts) => [.. (texts ?? []).Distinct(StringComparer.Ordinal)];
}

internal sealed record DeleteUserGroupsRequest(IReadOnlyList<Reference>? UserGroupIds);
