using Hedensted.Cms.Management.Security;
using Hedensted.Cms.Management.UserGroup;

namespace Hedensted.Cms.Management.User;

/// <summary>Users, their groups and what they see of themselves.</summary>
internal static class PeopleRoom
{
    /// <summary>Adds what the resources need.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<UserModels>()
        .AddScoped<UserChanges>()
        .AddScoped<UserGroupChanges>()
        .AddScoped<Delegation>()
        .AddScoped<Avatars>()
        .AddScoped<PresentedLinks>()
        .AddScoped<JournalLines>();

    /// <summary>Maps the addresses.</summary>
    public static void MapPeople(this IEndpointRouteBuilder management)
    {
        management.MapCurrentUser();
        management.MapCurrentUserPermissions();
        management.MapInvitations();
        management.MapSecurity();
        management.MapUsers();
        management.MapClientCredentials();
        management.MapTwoStep();
        management.MapUserGroups();
        management.MapUserData();
        management.MapAvatars();
        management.MapJournal();
    }
}
