using System.Collections.Immutable;
using Hedensted.Bibliotek;
using Hedensted.Content.Model;
using Hedensted.Content.StartProfile;
using Hedensted.Content.Users;
using Umbraco.Cms.Core;

namespace Hedensted.Cms.Auth;

/// <summary>The groups that a site starts with. Administrators make them their own afterwards, and what they delete stays deleted.</summary>
internal static class StartingGroups
{
    private const string Content = "Umb.Section.Content";
    private const string Media = "Umb.Section.Media";

    private static readonly Guid ActionCatalogue = new("8896ef0f-1b7f-5a75-add1-4102df06d6ce");

    private static readonly ImmutableArray<string> ReadersVerbs = ["Umb.Document.Read", "Umb.Document.PropertyValue.Read"];

    private static readonly ImmutableArray<string> LocalEditorsVerbs =
        [.. Rights.EveryVerb.Except(["Umb.Document.Move"])];

    /// <summary>Those of every Umbraco, under Umbraco's own keys.</summary>
    public static ImmutableArray<UserGroup> Umbraco { get; } =
    [
        new() { Key = UserGroup.AdministratorsKey, Alias = "admin", Name = "Administratorer", Icon = "icon-medal", Sections = Rights.EverySection, Permissions = Rights.EveryVerb },
        new() { Key = Constants.Security.EditorGroupKey, Alias = "editor", Name = "Redaktører", Icon = "icon-tools", Sections = [Content, Media], Permissions = Rights.EveryVerb },
        new() { Key = Constants.Security.WriterGroupKey, Alias = "writer", Name = "Skribenter", Icon = "icon-edit", Sections = [Content, Media], Permissions = Rights.WritersVerbs },
        new()
        {
            Key = Constants.Security.TranslatorGroupKey, Alias = "translator", Name = "Oversættere", Icon = "icon-globe", Sections = [Content, "Umb.Section.Translation"],
            Permissions = [.. ReadersVerbs, "Umb.Document.Update", "Umb.Document.PropertyValue.Write"],
        },
        new() { Key = Constants.Security.SensitiveDataGroupKey, Alias = "sensitiveData", Name = "Følsomme data", Icon = "icon-lock", DocumentRootAccess = false, MediaRootAccess = false },
    ];

    // What a fresh Umbraco calls them, for tools that look for them by name.
    private static readonly Dictionary<string, string> UmbracosNames = new(StringComparer.Ordinal)
    {
        ["admin"] = "Administrators",
        ["editor"] = "Editors",
        ["writer"] = "Writers",
        ["translator"] = "Translators",
        ["sensitiveData"] = "Sensitive data",
    };

    /// <summary>The roles of a library: who may decide what citizens see, and where.</summary>
    public static ImmutableArray<UserGroup> Library { get; } =
    [
        LocalEditor("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c01", "lokalredaktoerHedensted", "Lokalredaktør, Hedensted", StartingSite.HedenstedLibrary),
        LocalEditor("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c02", "lokalredaktoerJuelsminde", "Lokalredaktør, Juelsminde", StartingSite.JuelsmindeLibrary),
        LocalEditor("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c03", "lokalredaktoerToerring", "Lokalredaktør, Tørring", StartingSite.ToerringLibrary),
        LocalEditor("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c04", "lokalredaktoerHornsyld", "Lokalredaktør, Hornsyld", StartingSite.HornsyldLibrary),
        new()
        {
            Key = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c11"), Alias = "godkender", Name = "Godkendere", Icon = "icon-check",
            Description = "Læser og retter, hvad andre har skrevet, og udgiver det.", Sections = [Content, Media],
            Permissions = [.. ReadersVerbs, "Umb.Document.Update", "Umb.Document.PropertyValue.Write", "Umb.Document.Publish", "Umb.Document.Unpublish", "Umb.Document.Rollback"],
        },
        new()
        {
            Key = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c12"), Alias = "skaermansvarlig", Name = "Skærmansvarlige", Icon = "icon-display",
            Description = "Bestemmer, hvad skærmene i husene viser. Læser resten.", Sections = [Content, Media],
            Permissions = ReadersVerbs, DocumentPermissions = [new(StartingSite.Screens, Rights.EveryVerb)],
        },
        new()
        {
            Key = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c13"), Alias = "partner", Name = "Partnere", Icon = "icon-handshake",
            Description = "Foreslår arrangementer, som bibliotekets egne udgiver.", Sections = [Content],
            Permissions = [], DocumentRootAccess = false, DocumentStartNodeKey = StartingSite.Events, MediaRootAccess = false,
            DocumentPermissions = [new(StartingSite.Events, [.. ReadersVerbs, "Umb.Document.Create", "Umb.Document.Update", "Umb.Document.PropertyValue.Write"])],
        },
        new()
        {
            Key = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c14"), Alias = "leder", Name = "Ledere", Icon = "icon-chart-curve",
            Description = "Læser alt og skriver i handlekataloget.", Sections = [Content], Permissions = ReadersVerbs,
            DocumentPermissions = [new(ActionCatalogue, Rights.EveryVerb)],
        },
        new()
        {
            Key = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c15"), Alias = "data", Name = "Data", Icon = "icon-server",
            Description = "For programmer, der læser med en nøgle.", Sections = [Content], Permissions = ReadersVerbs,
        },
        new()
        {
            Key = new("4f0e2c1a-6c5d-4e7b-9a3e-1d2f3a4b5c16"), Alias = "webmaster", Name = "Webmastere", Icon = "icon-settings",
            Description = "Alt undtagen brugere.", Sections = [.. Rights.EverySection.Except(["Umb.Section.Users"])], Permissions = Rights.EveryVerb,
        },
    ];

    /// <summary>What a new site of the library gets.</summary>
    public static ImmutableArray<UserGroup> All { get; } = [.. Umbraco, .. Library];

    /// <summary>What a new site gets: a blank one those of a fresh Umbraco, by Umbraco's names, and none of the library's.</summary>
    public static ImmutableArray<UserGroup> For(Profile profile) =>
        profile == Profile.Blank ? [.. Umbraco.Select(group => group with { Name = UmbracosNames[group.Alias] })] : All;

    /// <summary>What no site can be without.</summary>
    public static ImmutableArray<UserGroup> Indispensable { get; } = [.. Umbraco.Where(group => UserGroupStore.IsSystemGroup(group.Key))];

    private static UserGroup LocalEditor(string key, string alias, string name, Guid branch) => new()
    {
        Key = new(key),
        Alias = alias,
        Name = name,
        Icon = "icon-home",
        Description = "Skriver kladder overalt, men udgiver kun under sit eget hus.",
        Sections = [Content, Media],
        Permissions = Rights.WritersVerbs,
        DocumentPermissions = [new(branch, LocalEditorsVerbs)],
    };
}
