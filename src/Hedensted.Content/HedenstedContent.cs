using Hedensted.Content.Attendance;
using Hedensted.Content.Backups;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Outlines;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Previews;
using Hedensted.Content.Published;
using Hedensted.Content.Publishing;
using Hedensted.Content.Redirects;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Servers;
using Hedensted.Content.Sources;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hedensted.Content;

/// <summary>Adds the content engine to a host.</summary>
public static class HedenstedContent
{
    /// <summary>
    /// Adds storage, editing, publishing, the change feed and the edition follower. Reads <c>ConnectionStrings:umbracoDbDSN</c>,
    /// <c>ConnectionStrings:umbracoDbDSN_ProviderName</c> and <c>Hedensted:*</c>. The host calls <see cref="ContentStartup"/> before it serves.
    /// </summary>
    public static IServiceCollection AddHedenstedContent(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new DataFolder(configuration, provider.GetService<IHostEnvironment>()));
        services.AddStorage(configuration);
        services.AddSingleton<FeedSignal>();
        services.AddSingleton<SaveSignal>();
        services.AddSingleton(_ => new DatabaseEpoch());
        services.AddSingleton(provider => new ChangeFeed(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new SaveFeed(provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<SaveSignal>()));
        services.AddEditing(configuration);
        services.AddPublishing(configuration);
        services.AddEditions();
        services.AddRedirects(configuration);
        services.AddPreviews();
        services.AddSources();
        services.AddSingleton(provider => new DateMemory(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new AttendanceLedger(provider.GetRequiredService<ContentDatabase>()));
        services.AddSerialisation(configuration);
        services.AddServers(configuration);
        return services;
    }

    private static void AddSources(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SourceLinks(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new SourceQuestions(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new SourceRuns(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new SourceWriter(provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<ContentValidator>()));
    }

    private static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(provider => StorageSettings.Read(configuration, provider.GetRequiredService<DataFolder>()));
        services.TryAddSingleton<WriteQueue>();
        services.AddPooledDbContextFactory<ContentDbContext>((provider, options) => Configure(options, provider.GetRequiredService<StorageSettings>()));
        services.AddSingleton<SchemaCache>();
        services.AddSingleton<ContentDatabase>();
        services.AddSingleton(provider => new DatabaseBackup(provider.GetRequiredService<StorageSettings>()));
        services.AddSingleton(provider => new DatabaseCheck(provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<StorageSettings>()));
        services.AddSingleton(provider => new DatabaseRestore(
            provider.GetRequiredService<StorageSettings>(),
            provider.GetRequiredService<IDbContextFactory<ContentDbContext>>(),
            provider.GetRequiredService<UserDatabase>()));
        services.AddHostedService(provider => new EpochWatch(
            provider.GetRequiredService<DatabaseEpoch>(),
            provider.GetRequiredService<ContentDatabase>(),
            provider.GetService<IHostApplicationLifetime>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EpochWatch>>()));
    }

    private static void AddEditing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new SchemaSource(provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<SchemaCache>()));
        services.AddSingleton(provider => new SiteStore(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new SiteSettings(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton<OutlineSource>();
        services.AddSingleton<TextIndex>();
        services.AddSingleton(provider => new ContentTree(
            provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<OutlineSource>(), provider.GetRequiredService<TextIndex>()));
        services.AddSingleton(provider => new WorkUnderWay(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new ContentEditor(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new DataTypeEditor(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new ContentTypeEditor(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new FolderEditor(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new LanguageEditor(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new DictionaryEditor(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new BlueprintEditor(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new History(provider.GetRequiredService<ContentDatabase>()));
        services.AddSingleton(provider => new References(provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<OutlineSource>()));
        services.AddSingleton(provider => new RemovedFiles(provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<SaveSignal>()));
        services.AddOptions<VersionCleanUpOptions>().Bind(configuration.GetSection(VersionCleanUpOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<VersionCleanUp>();
        if (configuration.Edits())
        {
            services.AddHostedService(provider => provider.GetRequiredService<VersionCleanUp>());
        }
    }

    private static void AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ContentValidator>();
        services.AddSingleton<ScheduleSignal>();
        services.AddSingleton(provider => new Publisher(
            provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<ContentValidator>(), provider.GetRequiredService<ScheduleSignal>()));

        if (configuration.Edits())
        {
            services.AddHostedService<ScheduleRunner>();
        }
    }

    private static void AddRedirects(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AddressBook>();
        services.AddSingleton(provider => new RedirectStore(provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<SiteSettings>()));
        if (configuration.Edits())
        {
            services.AddHostedService<RedirectRecorder>();
        }
    }

    private static void AddPreviews(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PreviewStore(provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<SessionStore>()));
        services.AddSingleton(provider => new PreviewEditions(
            provider.GetRequiredService<PreviewStore>(),
            provider.GetRequiredService<ContentTree>(),
            provider.GetRequiredService<EditionSource>(),
            provider.GetServices<IEditionProjection>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddServers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ServerIdentity(configuration));
        services.AddSingleton(provider => new ServerRegister(
            provider.GetRequiredService<ContentDatabase>(), provider.GetRequiredService<EditionSource>(), provider.GetRequiredService<ServerIdentity>()));
        services.AddHostedService<ServerAnnouncement>();
    }

    private static void AddEditions(this IServiceCollection services)
    {
        services.AddSingleton<FollowingLine>();
        services.AddSingleton<EditionReader>();
        services.AddSingleton<PostgresFeedListener>();
        services.AddSingleton(provider => new EditionSource(
            provider.GetRequiredService<EditionReader>(),
            provider.GetServices<IEditionProjection>(),
            provider.GetRequiredService<FeedSignal>(),
            provider.GetRequiredService<StorageSettings>().Provider == StorageProvider.PostgreSql ? provider.GetRequiredService<PostgresFeedListener>() : null,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EditionSource>>()));
    }

    private static void Configure(DbContextOptionsBuilder options, StorageSettings settings)
    {
        // Migrations are written by hand and have no snapshot to compare the model with; a test compares it with the tables instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (settings.Provider == StorageProvider.Sqlite)
        {
            options.UseSqlite(settings.ConnectionString).AddInterceptors(new SqlitePragmas());
        }
        else
        {
            options.UseNpgsql(settings.ConnectionString);
        }
    }
}
