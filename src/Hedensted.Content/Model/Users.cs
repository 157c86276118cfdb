using System.Collections.Immutable;

namespace Hedensted.Content.Model;

/// <summary>Umbraco's states of a user.</summary>
public enum UserState
{
    /// <summary>Can sign in.</summary>
    Active,

    /// <summary>An administrator closed the account.</summary>
    Disabled,

    /// <summary>Too many wrong passwords.</summary>
    LockedOut,

    /// <summary>Invited, has not chosen a password yet.</summary>
    Invited,

    /// <summary>Has never signed in.</summary>
    Inactive,
}

/// <summary>Umbraco's two kinds of user.</summary>
public enum UserKind
{
    /// <summary>A person, who signs in with a password.</summary>
    Default,

    /// <summary>A program, which signs in with client credentials and in no other way.</summary>
    Api,
}

/// <summary>A person (or program) who uses the backoffice.</summary>
public sealed record User
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>Shown to colleagues.</summary>
    public required string Name { get; init; }

    /// <summary>Also what one signs in with; unique without regard to case.</summary>
    public required string Email { get; init; }

    /// <summary>A person or a program.</summary>
    public UserKind Kind { get; init; }

    /// <summary>Whether the account is open.</summary>
    public UserState State { get; init; } = UserState.Active;

    /// <summary>The language of the backoffice, e.g. <c>da</c>.</summary>
    public string LanguageIsoCode { get; init; } = "da";

    /// <summary>The groups whose rights add up to this user's.</summary>
    public ImmutableArray<Guid> GroupKeys { get; init; } = [];

    /// <summary>Whether the user reaches every document, whatever the groups say.</summary>
    public bool DocumentRootAccess { get; init; }

    /// <summary>Documents that the user starts at beside, or in place of, those of the groups.</summary>
    public ImmutableArray<Guid> DocumentStartNodeKeys { get; init; } = [];

    /// <summary>Whether the user reaches all media, whatever the groups say.</summary>
    public bool MediaRootAccess { get; init; }

    /// <summary>Media that the user starts at beside, or in place of, those of the groups.</summary>
    public ImmutableArray<Guid> MediaStartNodeKeys { get; init; } = [];

    /// <summary>The name of the portrait's file; null when there is none.</summary>
    public string? Avatar { get; init; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>When the account was last changed.</summary>
    public DateTimeOffset UpdateDate { get; init; }

    /// <summary>When the user last signed in.</summary>
    public DateTimeOffset? LastLoginDate { get; init; }

    /// <summary>When the password was last changed by its owner or an administrator.</summary>
    public DateTimeOffset? PasswordChangeDate { get; init; }
}

/// <summary>Verbs on one document and, until another permission says otherwise, on all below it. They replace those that hold everywhere.</summary>
/// <param name="DocumentKey">The document.</param>
/// <param name="Verbs">E.g. <c>Umb.Document.Publish</c>; empty forbids everything.</param>
public sealed record DocumentPermission(Guid DocumentKey, ImmutableArray<string> Verbs);

/// <summary>Verbs on one property of one type, in place of those that hold everywhere.</summary>
/// <param name="ContentTypeKey">The document type.</param>
/// <param name="PropertyKey">Its property.</param>
/// <param name="Verbs">E.g. <c>Umb.Document.PropertyValue.Write</c>.</param>
public sealed record PropertyPermission(Guid ContentTypeKey, Guid PropertyKey, ImmutableArray<string> Verbs);

/// <summary>A permission that an extension of the backoffice keeps here and reads itself.</summary>
/// <param name="Context">The extension's own name for what it is about.</param>
/// <param name="Verbs">The extension's verbs.</param>
public sealed record OtherPermission(string Context, ImmutableArray<string> Verbs);

/// <summary>Rights that users share.</summary>
public sealed record UserGroup
{
    /// <summary>Umbraco's key of the administrators.</summary>
    public static readonly Guid AdministratorsKey = new("e5e7f6c8-7f9c-4b5b-8d5d-9e1e5a4f7e4d");

    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>Name used by code, e.g. <c>admin</c>.</summary>
    public required string Alias { get; init; }

    /// <summary>Danish name.</summary>
    public required string Name { get; init; }

    /// <summary>Who the group is for.</summary>
    public string? Description { get; init; }

    /// <summary>Icon alias and colour.</summary>
    public string Icon { get; init; } = "icon-users";

    /// <summary>Sections by extension alias, e.g. <c>Umb.Section.Content</c>.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>Verbs that hold for every document, e.g. <c>Umb.Document.Publish</c>.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>Where verbs differ from <see cref="Permissions"/>.</summary>
    public ImmutableArray<DocumentPermission> DocumentPermissions { get; init; } = [];

    /// <summary>Properties whose verbs differ from <see cref="Permissions"/>.</summary>
    public ImmutableArray<PropertyPermission> PropertyPermissions { get; init; } = [];

    /// <summary>What extensions keep with the group.</summary>
    public ImmutableArray<OtherPermission> OtherPermissions { get; init; } = [];

    /// <summary>Whether documents may be reached from the root; else from <see cref="DocumentStartNodeKey"/>.</summary>
    public bool DocumentRootAccess { get; init; } = true;

    /// <summary>The document that members start at.</summary>
    public Guid? DocumentStartNodeKey { get; init; }

    /// <summary>Whether media may be reached from the root; else from <see cref="MediaStartNodeKey"/>.</summary>
    public bool MediaRootAccess { get; init; } = true;

    /// <summary>The media folder that members start at.</summary>
    public Guid? MediaStartNodeKey { get; init; }

    /// <summary>Whether every language may be edited; else <see cref="Languages"/>.</summary>
    public bool AllLanguages { get; init; } = true;

    /// <summary>ISO codes of languages that may be edited.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];
}
