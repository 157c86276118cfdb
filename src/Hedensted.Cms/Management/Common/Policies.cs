using Microsoft.AspNetCore.Authorization;

namespace Hedensted.Cms.Management.Common;

/// <summary>Who may call what. Every endpoint of the Management API names one of these or is on the short list of anonymous ones.</summary>
internal static class Policies
{
    /// <summary>Anyone who is signed in.</summary>
    public const string BackOfficeAccess = nameof(BackOfficeAccess);

    /// <summary>Works with documents.</summary>
    public const string Content = nameof(Content);

    /// <summary>Works with media, also from a picker while writing a document.</summary>
    public const string Media = nameof(Media);

    /// <summary>Works with types, languages and the like.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>Works with users and groups.</summary>
    public const string Users = nameof(Users);

    /// <summary>Works with dictionary texts.</summary>
    public const string Translation = nameof(Translation);

    /// <summary>Sees trees, names and pickers of documents and media.</summary>
    public const string Trees = nameof(Trees);

    /// <summary>Each policy asks for one of some sections.</summary>
    public static void AddTo(AuthorizationOptions options)
    {
        Add(options, BackOfficeAccess);
        Add(options, Content, "Umb.Section.Content");
        Add(options, Media, "Umb.Section.Media", "Umb.Section.Content");
        Add(options, Settings, "Umb.Section.Settings");
        Add(options, Users, "Umb.Section.Users");
        Add(options, Translation, "Umb.Section.Translation");
        Add(options, Trees, "Umb.Section.Content", "Umb.Section.Media", "Umb.Section.Users", "Umb.Section.Settings");
    }

    private static void Add(AuthorizationOptions options, string name, params string[] sections) => options.AddPolicy(name, policy =>
    {
        policy.RequireAuthenticatedUser();
        if (sections.Length > 0)
        {
            policy.RequireClaim(UserClaims.Section, sections);
        }
    });
}
