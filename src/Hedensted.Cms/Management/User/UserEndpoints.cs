using Hedensted.Content.Users;

namespace Hedensted.Cms.Management.User;

/// <summary>Names of users and groups, for history and pickers.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder management)
    {
        management.MapGet("/user/configuration", () =>
            new UserConfiguration(CanInviteUsers: false, UsernameIsEmail: true, PasswordConfiguration.Ours, AllowChangePassword: true, AllowTwoFactor: false)).WithTags("User");
        management.MapGet("/item/user", FindUsersAsync).WithTags("User");
        management.MapGet("/item/user-group", FindGroupsAsync).WithTags("User Group");
    }

    private static async Task<IEnumerable<UserItem>> FindUsersAsync(Guid[]? id, UserStore users, CancellationToken cancellationToken) =>
        (await users.FindAsync(id ?? [], cancellationToken)).Select(user => new UserItem(user.Key, user.Name, [], "Default", []));

    private static async Task<IEnumerable<UserGroupItem>> FindGroupsAsync(Guid[]? id, UserStore users, CancellationToken cancellationToken) =>
        (await users.FindGroupsAsync(id ?? [], cancellationToken)).Select(group => new UserGroupItem(group.Key, group.Name, group.Alias, group.Icon, []));
}
