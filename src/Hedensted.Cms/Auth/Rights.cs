using System.Collections.Immutable;
using Hedensted.Content.Model;
using Umbraco.Cms.Core;

namespace Hedensted.Cms.Auth;

/// <summary>What one user may do: the rights of all groups together.</summary>
internal sealed record Rights
{
    private static readonly ImmutableArray<string> EverySection = ["Umb.Section.Content", "Umb.Section.Media", "Umb.Section.Settings", "Umb.Section.Translation"];

    private static readonly ImmutableArray<string> WritersVerbs =
    [
        "Umb.Document.Read", "Umb.Document.Create", "Umb.Document.Update", "Umb.Document.Duplicate",
        "Umb.Document.PropertyValue.Read", "Umb.Document.PropertyValue.Write",
    ];

    // Verbs of what the server does not do (public access, notifications, domains) are given to nobody: their menu items stay away.
    private static readonly ImmutableArray<string> EveryVerb =
    [
        .. WritersVerbs,
        "Umb.Document.Delete", "Umb.Document.Publish", "Umb.Document.Unpublish", "Umb.Document.Move", "Umb.Document.Sort", "Umb.Document.Rollback",
        "Umb.Document.CreateBlueprint",
    ];

    /// <summary>The groups that every site starts with, under Umbraco's own keys.</summary>
    public static ImmutableArray<UserGroup> StartingGroups { get; } =
    [
        new() { Key = UserGroup.AdministratorsKey, Alias = "admin", Name = "Administratorer", Icon = "icon-medal", Sections = EverySection, Permissions = EveryVerb },
        new() { Key = Constants.Security.EditorGroupKey, Alias = "editor", Name = "Redaktører", Icon = "icon-tools", Sections = ["Umb.Section.Content", "Umb.Section.Media"], Permissions = EveryVerb },
        new() { Key = Constants.Security.WriterGroupKey, Alias = "writer", Name = "Skribenter", Icon = "icon-edit", Sections = ["Umb.Section.Content", "Umb.Section.Media"], Permissions = WritersVerbs },
    ];

    public required bool IsAdministrator { get; init; }

    public required ImmutableArray<string> Sections { get; init; }

    public required ImmutableArray<string> Verbs { get; init; }

    public required bool DocumentRoot { get; init; }

    public required ImmutableArray<Guid> DocumentStartNodes { get; init; }

    public required bool MediaRoot { get; init; }

    public required ImmutableArray<Guid> MediaStartNodes { get; init; }

    public required bool AllLanguages { get; init; }

    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>Adds the groups' rights up; start nodes of the user's own replace those of the groups.</summary>
    public static Rights Of(User user, IReadOnlyCollection<UserGroup> groups)
    {
        var administrator = user.GroupKeys.Contains(UserGroup.AdministratorsKey);
        return new Rights
        {
            IsAdministrator = administrator,
            // Administrators may do all that this version can, also what it could not when the group was stored.
            Sections = administrator ? EverySection : [.. groups.SelectMany(group => group.Sections).Distinct()],
            Verbs = administrator ? EveryVerb : [.. groups.SelectMany(group => group.Permissions).Distinct()],
            DocumentRoot = user.DocumentStartNodeKeys.IsEmpty && groups.Any(group => group.DocumentRootAccess),
            DocumentStartNodes = StartNodes(user.DocumentStartNodeKeys, groups.Select(group => group.DocumentStartNodeKey)),
            MediaRoot = user.MediaStartNodeKeys.IsEmpty && groups.Any(group => group.MediaRootAccess),
            MediaStartNodes = StartNodes(user.MediaStartNodeKeys, groups.Select(group => group.MediaStartNodeKey)),
            AllLanguages = administrator || groups.Any(group => group.AllLanguages),
            Languages = [.. groups.SelectMany(group => group.Languages).Distinct()],
        };
    }

    private static ImmutableArray<Guid> StartNodes(ImmutableArray<Guid> own, IEnumerable<Guid?> ofGroups) =>
        own.IsEmpty ? [.. ofGroups.OfType<Guid>().Distinct()] : own;
}
