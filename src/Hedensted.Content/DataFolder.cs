using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Hedensted.Content;

/// <summary>Where this site keeps what is its own: the database, media, keys and backups.</summary>
public sealed class DataFolder
{
    /// <summary>The setting that names the folder which several servers share.</summary>
    public const string SharedSetting = "Hedensted:SharedPath";

    private readonly string _shared;

    /// <summary>The folder that <c>Hedensted:DataPath</c> names, taken from the host's content root; made when it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public DataFolder(IConfiguration configuration, IHostEnvironment? environment = null)
    {
        var configured = configuration["Hedensted:DataPath"] is { Length: > 0 } path ? path : "App_Data";
        var root = environment?.ContentRootPath ?? Directory.GetCurrentDirectory();
        Path = System.IO.Path.GetFullPath(configured, root);
        Directory.CreateDirectory(Path);
        _shared = configuration[SharedSetting] is { Length: > 0 } shared ? System.IO.Path.GetFullPath(shared, root) : Path;
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>The absolute path of something in the folder.</summary>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>
    /// The absolute path of something that every server of the site must find: media, uploads, portraits. It lies in the folder that
    /// <c>Hedensted:SharedPath</c> names, which several servers need; else in this one.
    /// </summary>
    public string CombineShared(params string[] parts) => System.IO.Path.Combine([_shared, .. parts]);
}
