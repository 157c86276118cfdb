using Hedensted.Cms.Media.Delivery;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Storage;
using Hedensted.Cms.Media.Variants;
using Hedensted.Content;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Media;

/// <summary>Files: temporary uploads, storage, image variants and delivery.</summary>
internal static class MediaRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MediaOptions>().BindConfiguration(MediaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new MediaFolders(provider.GetRequiredService<DataFolder>(), configuration.Role()));
        services.AddSingleton<FileInspector>();
        services.AddSingleton<TemporaryFiles>();
        services.AddSingleton<StoredFiles>();
        services.AddSingleton<UploadedFiles>();
        services.AddSingleton<Vips>();
        services.AddSingleton<ImageVariants>();
        services.AddSingleton<PublicFiles>();
        services.AddSingleton<IEditionProjection, LiveFilesProjection>();
        services.AddHealthChecks().AddCheck<ResizingHealth>("pictures", tags: ["ready"]);
        if (configuration.Edits())
        {
            services.AddHostedService<RemovedFileCleanUp>().AddHostedService<TemporaryFileCleanUp>();
        }

        services.AddHostedService<VariantCleanUp>();
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapMedia(this WebApplication app)
    {
        app.MapMediaFiles();
        return app;
    }
}
