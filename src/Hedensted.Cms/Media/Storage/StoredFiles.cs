using System.Security.Cryptography;

namespace Hedensted.Cms.Media.Storage;

/// <summary>Files that items point at. A file is written once and never changed: one that replaces it lies beside it, with a name of its own.</summary>
internal sealed partial class StoredFiles(MediaFolders folders, ILogger<StoredFiles> logger)
{
    private const int FolderBytes = 5;

    /// <summary>Copies a file to a new address.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="fileName">What its editor calls it.</param>
    /// <param name="extension">Of its kind, lower case.</param>
    /// <param name="replaces">The address below <c>/media/</c> of the file that it takes the place of; null when it is the first.</param>
    /// <returns>The address below <c>/media/</c>, e.g. <c>3f2a91c0bd/foto.jpg</c>.</returns>
    public string Keep(string path, string fileName, string extension, string? replaces = null)
    {
        var folder = replaces?.Split('/')[0] ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(FolderBytes));
        var wanted = SafeFileName.From(fileName, extension);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : $"{wanted[..^(extension.Length + 1)]}-{number}.{extension}";
            if (TryKeep(path, folder, name))
            {
                return $"{folder}/{name}";
            }
        }
    }

    // Claims the name first: two who replace a file at once must not write into each other's.
    private bool TryKeep(string path, string folder, string name)
    {
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(folders.Stored, folder)).FullName, name);
        FileStream kept;
        try
        {
            kept = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException) when (File.Exists(target))
        {
            return false;
        }

        try
        {
            using (kept)
            {
                using var source = File.OpenRead(path);
                source.CopyTo(kept);
            }

            return true;
        }
        catch (IOException)
        {
            Remove($"{folder}/{name}"); // half a file is no file
            throw;
        }
    }

    /// <summary>Removes a file, its folder and the pictures that were made of it.</summary>
    /// <returns>Whether it is gone, or was not there; false when the disk refuses.</returns>
    public bool TryRemove(string relative)
    {
        try
        {
            Remove(relative);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Log.Refused(logger, relative, refused);
            return false;
        }
    }

    /// <summary>Removes a file, its folder and the pictures that were made of it, if they are there.</summary>
    public void Remove(string relative)
    {
        if (folders.Find(relative) is { } path)
        {
            if (folders.VariantsOf(path) is var variants && Directory.Exists(variants))
            {
                Directory.Delete(variants, recursive: true);
            }

            File.Delete(path);

            var folder = Path.GetDirectoryName(path);
            if (folder is not null && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2121, LogLevel.Warning, "The file {File} could not be removed; it is tried again")]
        public static partial void Refused(ILogger logger, string file, Exception exception);
    }
}
