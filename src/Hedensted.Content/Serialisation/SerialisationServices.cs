using Hedensted.Content.Editing;
using Hedensted.Content.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.Serialisation;

/// <summary>Adds uSync to the content engine.</summary>
internal static class SerialisationServices
{
    public static IServiceCollection AddSerialisation(this IServiceCollection services)
    {
        services.AddOptions<USyncOptions>().BindConfiguration(USyncOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<USyncFolder>();
        services.AddSingleton(provider => new USync(
            provider.GetRequiredService<SiteStore>(), provider.GetRequiredService<USyncFolder>(), provider.GetRequiredService<ContentValidator>()));
        services.AddSingleton(provider => new FirstBootImport(
            provider.GetRequiredService<SiteStore>(),
            provider.GetRequiredService<USync>(),
            provider.GetRequiredService<IOptions<USyncOptions>>(),
            provider.GetRequiredService<ILogger<FirstBootImport>>()));
        services.AddHostedService<ExportOnSave>();
        return services;
    }
}
