using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.Serialisation;

/// <summary>Finds the folder with the site's files.</summary>
/// <param name="options">May name it.</param>
/// <param name="environment">Says where to look; without a host, where the program stands.</param>
internal sealed class USyncFolder(IOptions<USyncOptions> options, IHostEnvironment? environment)
{
    private static readonly string Default = Path.Combine("uSync", "v18");
    private readonly string _root = environment?.ContentRootPath ?? Directory.GetCurrentDirectory();

    /// <summary>The full path; <paramref name="named"/> (relative to where the operator stands) goes before the settings.</summary>
    public string Find(string? named = null)
    {
        if (!string.IsNullOrWhiteSpace(named))
        {
            return Path.GetFullPath(named);
        }

        if (!string.IsNullOrWhiteSpace(options.Value.Folder))
        {
            return Path.GetFullPath(options.Value.Folder, _root);
        }

        for (var directory = new DirectoryInfo(_root); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, Default);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        var packaged = Path.Combine(AppContext.BaseDirectory, Default);
        return Directory.Exists(packaged) ? packaged : Path.Combine(_root, Default);
    }
}
