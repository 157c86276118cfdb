using Hedensted.Content.Changes;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Users;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Hedensted.Content.Users;

/// <summary>Adds users and sessions to a host.</summary>
public static class UsersRoom
{
    /// <summary>
    /// Adds the stores of this folder on the database of
    /// <c>ConnectionStrings:umbracoDbDSN</c>. <see cref="ContentStartup"/> makes the tables with those of the content.
    /// </summary>
    public static IServiceCollection AddUsers(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(provider => new DataFolder(configuration, provider.GetService<IHostEnvironment>()));
        services.TryAddSingleton(provider => StorageSettings.Read(configuration, provider.GetRequiredService<DataFolder>()));
        services.TryAddSingleton<WriteQueue>();
        services.TryAddSingleton<SaveSignal>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ActingUser>();
        services.AddSingleton<UserDatabase>();
        services.AddSingleton(provider => new StartingUsers(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new ProtectionKeys(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new UserStore(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new UserAdministration(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new UserGroupStore(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new UserDataStore(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new UserLinks(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new MailOutbox(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new ApiClients(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new SecondSteps(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new ExternalLogins(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new UserJournal(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new SessionStore(provider.GetRequiredService<UserDatabase>()));
        services.AddSingleton(provider => new LoginAttempts(provider.GetRequiredService<UserDatabase>()));
        return services;
    }
}
