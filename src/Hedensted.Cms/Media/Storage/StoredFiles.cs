using System.Security.Cryptography;

namespace Hedensted.Cms.Media.Storage;

/// <summary>Files that items point at. A file is written once and never changed: a new one gets a new address.</summary>
internal sealed partial class StoredFiles(MediaFolders folders, ILogger<StoredFiles> logger)
{
    private const int FolderBytes = 5;

    /// <summary>Copies a file to a new address.</summary>
    /// <returns>The address below <c>/media/</c>, e.g. <c>3f2a91c0bd/foto.jpg</c>.</returns>
    public string Keep(string path, string fileName, string extension)
    {
        var folder = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(FolderBytes));
        var name = SafeFileName.From(fileName, extension);
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(folders.Stored, folder)).FullName, name);
        try
        {
            File.Copy(path, target, overwrite: false);
        }
        catch (IOException)
        {
            Remove($"{folder}/{name}"); // half a file is no file
            throw;
        }

        return $"{folder}/{name}";
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
