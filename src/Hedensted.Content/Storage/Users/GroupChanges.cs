using System.Collections.Immutable;
using Hedensted.Content.Model;

namespace Hedensted.Content.Storage.Users;

/// <summary>What differs between two states of a group, in words for the journal.</summary>
internal static class GroupChanges
{
    private static readonly string[] Prefixes = ["Umb.Section.", "Umb.Document."];

    public static string InWords(UserGroup before, UserGroup after)
    {
        string[] changes =
        [
            .. before.Name == after.Name ? Array.Empty<string>() : [$"Navn: {before.Name} → {after.Name}"],
            .. Lists("Sektioner", before.Sections, after.Sections),
            .. Lists("Rettigheder", before.Permissions, after.Permissions),
            .. Lists("Sprog", Languages(before), Languages(after)),
            .. Same(before.DocumentPermissions.Select(Text), after.DocumentPermissions.Select(Text)) ? Array.Empty<string>() : ["Rettigheder på enkelte sider"],
            .. Same(before.PropertyPermissions.Select(Text), after.PropertyPermissions.Select(Text)) ? Array.Empty<string>() : ["Rettigheder på felter"],
            .. (before.DocumentRootAccess, before.DocumentStartNodeKey) == (after.DocumentRootAccess, after.DocumentStartNodeKey) ? Array.Empty<string>() : ["Startside"],
            .. (before.MediaRootAccess, before.MediaStartNodeKey) == (after.MediaRootAccess, after.MediaStartNodeKey) ? Array.Empty<string>() : ["Mediemappe"],
        ];
        return changes.Length == 0 ? "Beskrivelse eller ikon" : string.Join("; ", changes);
    }

    private static IEnumerable<string> Lists(string what, ImmutableArray<string> before, ImmutableArray<string> after)
    {
        string[] differences = [.. after.Except(before).Select(added => $"+{Short(added)}"), .. before.Except(after).Select(removed => $"−{Short(removed)}")];
        return differences.Length == 0 ? [] : [$"{what}: {string.Join(' ', differences)}"];
    }

    private static ImmutableArray<string> Languages(UserGroup group) => group.AllLanguages ? ["alle"] : group.Languages;

    private static bool Same(IEnumerable<string> before, IEnumerable<string> after) => before.ToHashSet(StringComparer.Ordinal).SetEquals(after);

    private static string Text(DocumentPermission permission) => $"{permission.DocumentKey} {string.Join(' ', permission.Verbs.Order(StringComparer.Ordinal))}";

    private static string Text(PropertyPermission permission) =>
        $"{permission.ContentTypeKey} {permission.PropertyKey} {string.Join(' ', permission.Verbs.Order(StringComparer.Ordinal))}";

    private static string Short(string name) => Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? name[prefix.Length..] : name;
}
