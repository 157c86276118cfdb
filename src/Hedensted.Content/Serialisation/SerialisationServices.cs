using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Publishing;
using Hedensted.Content.StartProfile;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.Serialisation;

/// <summary>Adds uSync to the content engine.</summary>
internal static class SerialisationServices
{
    public static IServiceCollection AddSerialisation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<USyncOptions>().Bind(configuration.GetSection(USyncOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new USyncFolder(provider.GetRequiredService<IOptions<USyncOptions>>(), provider.GetService<IHostEnvironment>()));
        services.AddSingleton(provider => new USync(
            provider.GetRequiredService<SiteStore>(), provider.GetRequiredService<USyncFolder>(), provider.GetRequiredService<ContentValidator>()));
        services.AddSingleton(provider => new FirstBootImport(
            provider.GetRequiredService<SiteStore>(),
            provider.GetRequiredService<USync>(),
            provider.GetRequiredService<IOptions<USyncOptions>>(),
            provider.GetRequiredService<ILogger<FirstBootImport>>()));
        services.AddOptions<ProfileOptions>().Bind(configuration.GetSection(ProfileOptions.Section)).ValidateDataAnnotations().ValidateOnStart();

        // The files in the default folder are another site's.
        services.AddOptions<USyncOptions>().PostConfigure<IOptions<ProfileOptions>>((uSync, profile) =>
            uSync.ExportOnSave = profile.Value.Profile == Profile.Blank && uSync.Folder.Length == 0 ? false : uSync.ExportOnSave);
        services.AddSingleton(provider => new FirstFill(
            provider.GetRequiredService<SiteStore>(),
            provider.GetRequiredService<FirstBootImport>(),
            provider.GetRequiredService<IOptions<ProfileOptions>>(),
            provider.GetRequiredService<ILogger<FirstFill>>()));
        if (!configuration.Edits())
        {
            return services;
        }

        services.AddHostedService(provider => new ExportOnSave(
            provider.GetRequiredService<SiteStore>(),
            provider.GetRequiredService<USync>(),
            provider.GetRequiredService<SaveSignal>(),
            provider.GetRequiredService<IOptions<USyncOptions>>(),
            provider.GetService<IHostEnvironment>(),
            provider.GetRequiredService<ILogger<ExportOnSave>>()));
        return services;
    }
}
