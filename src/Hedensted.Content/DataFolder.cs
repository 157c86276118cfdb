using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Hedensted.Content;

/// <summary>Where this site keeps what is its own: the database, media, keys and backups.</summary>
public sealed class DataFolder
{
    /// <summary>The folder that <c>Hedensted:DataPath</c> names, taken from the host's content root; made when it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public DataFolder(IConfiguration configuration, IHostEnvironment? environment = null)
    {
        var configured = configuration["Hedensted:DataPath"] is { Length: > 0 } path ? path : "App_Data";
        Path = System.IO.Path.GetFullPath(configured, environment?.ContentRootPath ?? Directory.GetCurrentDirectory());
        Directory.CreateDirectory(Path);
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>The absolute path of something in the folder.</summary>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);
}
