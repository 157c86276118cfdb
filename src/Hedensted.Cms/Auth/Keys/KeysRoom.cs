using Hedensted.Content;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth.Keys;

/// <summary>Where the keys lie that second steps, letters and the way to the directory are sealed with.</summary>
internal static partial class KeysRoom
{
    /// <summary>Adds them: in the data folder on SQLite, whose site is one server; in the database on PostgreSQL.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddOptions<KeyOptions>().BindConfiguration(KeyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDataProtection().SetApplicationName("Hedensted.Cms");
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys, DataFolder, IOptions<KeyOptions>, ILoggerFactory>(Configure);
        return services;
    }

    private static void Configure(KeyManagementOptions keys, ProtectionKeys shared, DataFolder data, IOptions<KeyOptions> options, ILoggerFactory loggers)
    {
        var folder = new FileSystemXmlRepository(new DirectoryInfo(data.Combine("keys")), loggers);
        keys.XmlRepository = shared.AreShared ? new SharedKeys(shared, folder) : folder;
        if (options.Value.Secret is { Length: > 0 } secret)
        {
            keys.XmlEncryptor = new KeySeal(secret);
        }
        else if (shared.AreShared)
        {
            Log.Unprotected(loggers.CreateLogger(typeof(KeysRoom).FullName!));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The keys that second steps are sealed with lie unprotected in the database, beside what they seal; set Hedensted:Keys:Secret")]
        public static partial void Unprotected(ILogger logger);
    }
}
