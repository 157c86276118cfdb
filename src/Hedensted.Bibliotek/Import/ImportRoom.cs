using Hedensted.Content;
using Hedensted.Content.Editing;
using Hedensted.Content.Publishing;
using Hedensted.Content.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hedensted.Bibliotek.Import;

/// <summary>Adds the fetching of events from other systems to a host.</summary>
public static class ImportRoom
{
    /// <summary>Adds it; on servers that only deliver nothing is fetched.</summary>
    public static IServiceCollection AddImport(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DplImportOptions>().Bind(configuration.GetSection(DplImportOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DplSource>();
        services.AddSingleton(provider => new DplImport(
            provider.GetRequiredService<IOptions<DplImportOptions>>(),
            provider.GetRequiredService<DplSource>(),
            provider.GetRequiredService<SchemaSource>(),
            provider.GetRequiredService<ContentTree>(),
            provider.GetRequiredService<SourceLinks>(),
            provider.GetRequiredService<SourceQuestions>(),
            provider.GetRequiredService<SourceRuns>(),
            provider.GetRequiredService<SourceWriter>(),
            provider.GetRequiredService<Publisher>(),
            provider.GetRequiredService<TimeProvider>()));
        if (configuration.Edits())
        {
            services.AddHostedService<DplSchedule>();
        }

        return services;
    }
}
