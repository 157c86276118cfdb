using System.Collections.Immutable;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Auth;

/// <summary>What one user may do: the rights of all groups together.</summary>
internal sealed record Rights
{
    private const string ReadValue = "Umb.Document.PropertyValue.Read";
    private const string WriteValue = "Umb.Document.PropertyValue.Write";

    internal static readonly ImmutableArray<string> EverySection = ["Umb.Section.Content", "Umb.Section.Media", "Umb.Section.Settings", "Umb.Section.Translation", "Umb.Section.Users"];

    internal static readonly ImmutableArray<string> WritersVerbs =
    [
        "Umb.Document.Read", "Umb.Document.Create", "Umb.Document.Update", "Umb.Document.Duplicate",
        ReadValue, WriteValue,
    ];

    // Verbs of what the server does not do (public access, notifications, domains) are given to nobody: their menu items stay away.
    internal static readonly ImmutableArray<string> EveryVerb =
    [
        .. WritersVerbs,
        "Umb.Document.Delete", "Umb.Document.Publish", "Umb.Document.Unpublish", "Umb.Document.Move", "Umb.Document.Sort", "Umb.Document.Rollback",
        "Umb.Document.CreateBlueprint",
    ];

    public required bool IsAdministrator { get; init; }

    public required ImmutableArray<string> Sections { get; init; }

    public required ImmutableArray<string> Verbs { get; init; }

    /// <summary>What each group allows; what one of them allows is allowed.</summary>
    public required ImmutableArray<GroupVerbs> Groups { get; init; }

    public required StartNodes Documents { get; init; }

    public required StartNodes Media { get; init; }

    public required bool AllLanguages { get; init; }

    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>Adds the groups' rights up.</summary>
    public static Rights Of(User user, IReadOnlyCollection<UserGroup> groups, StartNodes documents, StartNodes media)
    {
        var administrator = user.GroupKeys.Contains(UserGroup.AdministratorsKey);
        return new Rights
        {
            IsAdministrator = administrator,
            // Administrators may do all that this version can, also what it could not when the group was stored.
            Sections = administrator ? EverySection : [.. groups.SelectMany(group => group.Sections).Distinct()],
            Verbs = administrator ? EveryVerb : [.. groups.SelectMany(group => group.Permissions).Distinct()],
            Groups = administrator ? [GroupVerbs.Everywhere(EveryVerb)] : [.. groups.Select(GroupVerbs.Of)],
            Documents = documents,
            Media = media,
            AllLanguages = administrator || groups.Any(group => group.AllLanguages),
            Languages = [.. groups.SelectMany(group => group.Languages).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }

    /// <summary>Documents that some group says something of its own about.</summary>
    public IEnumerable<Guid> DocumentsOfTheirOwn => Groups.SelectMany(group => group.Documents.Keys).Distinct();

    /// <summary>Whether the verb is allowed at a document, given the keys from the root down to itself; an empty path is the root.</summary>
    public bool MayAt(IReadOnlyList<Guid> path, string verb) => Groups.Any(group => group.At(path).Contains(verb));

    /// <summary>Whether the verb is allowed anywhere at all.</summary>
    public bool MaySomewhere(string verb) =>
        Groups.Any(group => group.Fallback.Contains(verb) || group.Documents.Values.Any(verbs => verbs.Contains(verb)));

    /// <summary>Whether what stands in a property of a document type may be seen.</summary>
    public bool MayRead(Guid contentTypeKey, Guid propertyKey) => IsAdministrator || MayProperty(contentTypeKey, propertyKey, ReadValue);

    /// <summary>Whether what stands in a property of a document type may be changed; not where it may not be seen, for then it is not sent back.</summary>
    public bool MayWrite(Guid contentTypeKey, Guid propertyKey) =>
        IsAdministrator || (MayProperty(contentTypeKey, propertyKey, WriteValue) && MayProperty(contentTypeKey, propertyKey, ReadValue));

    /// <summary>Whether a property of a type may be read or written.</summary>
    public bool MayProperty(Guid contentTypeKey, Guid propertyKey, string verb) =>
        Groups.Any(group => group.Properties.GetValueOrDefault((contentTypeKey, propertyKey), group.Fallback).Contains(verb));

    /// <summary>Whether a language may be written in; what has no language is everybody's.</summary>
    public bool MayWriteIn(string? culture) =>
        AllLanguages || string.IsNullOrEmpty(culture) || Languages.Contains(culture, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The document verbs of one group.</summary>
/// <param name="Fallback">Where nothing else is said.</param>
/// <param name="Documents">At a document and below it.</param>
/// <param name="Properties">At a property of a type.</param>
internal sealed record GroupVerbs(
    ImmutableHashSet<string> Fallback,
    ImmutableDictionary<Guid, ImmutableHashSet<string>> Documents,
    ImmutableDictionary<(Guid Type, Guid Property), ImmutableHashSet<string>> Properties)
{
    /// <summary>The same everywhere.</summary>
    public static GroupVerbs Everywhere(IEnumerable<string> verbs) => new(
        [.. verbs], ImmutableDictionary<Guid, ImmutableHashSet<string>>.Empty, ImmutableDictionary<(Guid, Guid), ImmutableHashSet<string>>.Empty);

    /// <summary>A group's own.</summary>
    public static GroupVerbs Of(UserGroup group) => new(
        [.. group.Permissions],
        group.DocumentPermissions.GroupBy(permission => permission.DocumentKey)
            .ToImmutableDictionary(document => document.Key, document => document.SelectMany(permission => permission.Verbs).ToImmutableHashSet()),
        group.PropertyPermissions.GroupBy(permission => (permission.ContentTypeKey, permission.PropertyKey))
            .ToImmutableDictionary(property => property.Key, property => property.SelectMany(permission => permission.Verbs).ToImmutableHashSet()));

    /// <summary>What holds at a document: what is said about it, else about the nearest above it, else everywhere.</summary>
    public ImmutableHashSet<string> At(IReadOnlyList<Guid> path)
    {
        for (var index = path.Count - 1; index >= 0 && !Documents.IsEmpty; index--)
        {
            if (Documents.TryGetValue(path[index], out var verbs))
            {
                return verbs;
            }
        }

        return Fallback;
    }
}
