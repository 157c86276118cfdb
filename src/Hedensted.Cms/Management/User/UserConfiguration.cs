using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.User;

/// <summary>What the backoffice asks of a new password before it sends it.</summary>
internal sealed record PasswordConfiguration(
    int MinimumPasswordLength, bool RequireNonLetterOrDigit, bool RequireDigit, bool RequireLowercase, bool RequireUppercase)
{
    // Length is what makes a password strong; rules about signs make people write it down.
    public static PasswordConfiguration Ours { get; } = new(PasswordPolicy.MinimumLength, false, false, false, false);
}

internal sealed record CurrentUserConfiguration(
    bool KeepUserLoggedIn, PasswordConfiguration PasswordConfiguration, bool AllowChangePassword, bool AllowTwoFactor);

internal sealed record UserConfiguration(
    bool CanInviteUsers, bool UsernameIsEmail, PasswordConfiguration PasswordConfiguration, bool AllowChangePassword, bool AllowTwoFactor)
{
    /// <summary>What can be done here.</summary>
    public static UserConfiguration Ours { get; } =
        new(CanInviteUsers: true, UsernameIsEmail: true, PasswordConfiguration.Ours, AllowChangePassword: true, AllowTwoFactor: true);
}

internal sealed record UserItem(Guid Id, string Name, IReadOnlyList<string> AvatarUrls, UserKind Kind, IReadOnlyList<Flag> Flags);

internal sealed record UserGroupItem(Guid Id, string Name, string? Alias, string? Icon, IReadOnlyList<Flag> Flags);
