using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Hedensted.Cms.Backoffice;

/// <summary>One file of the built client, and its compressed twins where compressing paid.</summary>
internal sealed record ClientFile(string Path, string ContentType, bool HasBrotli, bool HasGzip);

/// <summary>What <c>Backoffice/client</c> was built into: every file by its address, found once.</summary>
/// <remarks>
/// Only files that were there at the first look are ever served, so no address can lead out of the folder.
/// The folder's name is the hash of all that went into it; see <c>Backoffice.targets</c>.
/// </remarks>
internal sealed partial class ClientFiles
{
    private const int LevelsToSearch = 6;

    private readonly Lazy<FrozenDictionary<string, ClientFile>> _files;
    private readonly Lazy<string> _importMap;

    public ClientFiles(ILogger<ClientFiles> logger)
        : this(Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "BackofficeHash")?.Value ?? "unknown", logger)
    {
    }

    private ClientFiles(string hash, ILogger logger)
    {
        Hash = hash;
        BaseAddress = $"/umbraco/backoffice/{hash}";
        _files = new(() => Find(hash, logger));
        _importMap = new(ReadImportMap);
    }

    /// <summary>Names this build of the client.</summary>
    public string Hash { get; }

    /// <summary>The address under which a file may be cached for ever.</summary>
    public string BaseAddress { get; }

    /// <summary>Whether the client has been built.</summary>
    public bool AreBuilt => _files.Value.Count > 0;

    /// <summary>The import map through which extensions reach the backoffice's own modules, as JSON.</summary>
    public string ImportMap => _importMap.Value;

    /// <summary>The file at an address relative to <see cref="BaseAddress"/>, e.g. <c>css/light.css</c>.</summary>
    public ClientFile? At(string address) => _files.Value.GetValueOrDefault(address);

    private string ReadImportMap()
    {
        var files = At("importmap.json") is { } file
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file.Path)) ?? []
            : [];
        return JsonSerializer.Serialize(new { imports = files.ToDictionary(entry => entry.Key, entry => $"{BaseAddress}/{entry.Value}") });
    }

    private static FrozenDictionary<string, ClientFile> Find(string hash, ILogger logger)
    {
        var folder = Ancestors(AppContext.BaseDirectory)
            .Take(LevelsToSearch)
            .Select(parent => Path.Combine(parent, "backoffice", hash))
            .FirstOrDefault(Directory.Exists);
        if (folder is null)
        {
            Log.NotBuilt(logger, hash);
            return FrozenDictionary<string, ClientFile>.Empty;
        }

        var all = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal);
        return all
            .Where(path => ContentTypeOf(path) is not null)
            .ToFrozenDictionary(
                path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
                path => new ClientFile(path, ContentTypeOf(path)!, all.Contains(path + ".br"), all.Contains(path + ".gz")),
                StringComparer.Ordinal);
    }

    // Published: beside the assemblies. In development: artifacts/backoffice, above artifacts/bin/<project>/<configuration>.
    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }

    private static string? ContentTypeOf(string path) => Path.GetExtension(path) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        ".woff2" => "font/woff2",
        ".ttf" => "font/ttf",
        ".png" => "image/png",
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The backoffice's client {Hash} has not been built; run 'dotnet build src/Hedensted.Cms'.")]
        public static partial void NotBuilt(ILogger logger, string hash);
    }
}
