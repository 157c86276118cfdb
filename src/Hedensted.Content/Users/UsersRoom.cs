using Hedensted.Content.Storage.Users;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Users;

/// <summary>Adds users and sessions to a host.</summary>
public static class UsersRoom
{
    /// <summary>
    /// Adds <see cref="UserStore"/>, <see cref="SessionStore"/> and <see cref="LoginAttempts"/> on the database of
    /// <c>ConnectionStrings:umbracoDbDSN</c>. Call <see cref="UserStore.PrepareAsync"/> before the first use.
    /// </summary>
    public static IServiceCollection AddUsers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new UserDatabase(configuration));
        services.AddSingleton(provider => new UserStore(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new SessionStore(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new LoginAttempts(provider.GetRequiredService<UserDatabase>()));
        return services;
    }
}
