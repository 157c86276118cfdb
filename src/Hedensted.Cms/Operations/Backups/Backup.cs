using System.Reflection;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content;
using Hedensted.Content.Backups;
using Hedensted.Content.Storage;

namespace Hedensted.Cms.Operations.Backups;

/// <summary>Makes a backup while the site is in use: the database as of one moment, and every file and key that belongs to it.</summary>
internal sealed class Backup(DatabaseBackup database, BackupFolder backups, DataFolder data, TimeProvider time)
{
    /// <summary>The folders beside the database that a site cannot do without.</summary>
    public static readonly string[] Folders = ["media", "avatars", "keys"];

    /// <summary>The folder that one of <see cref="Folders"/> lies in: what servers share lies where they share it.</summary>
    public static string RootOf(DataFolder data, string folder) => folder == "keys" ? data.Path : data.CombineShared();

    private const int Attempts = 3;

    /// <summary>This program's version.</summary>
    public static string ProgramVersion { get; } =
        typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    /// <summary>Makes one.</summary>
    /// <param name="to">The folder to put it in; null is the one that is set.</param>
    /// <param name="cancellationToken">Gives up; nothing is left.</param>
    /// <returns>Where it is, and what it holds.</returns>
    /// <exception cref="BackupRefusedException">It cannot be made; the message says why in Danish. Nothing is left of it.</exception>
    public async Task<(string Path, BackupManifest Manifest)> MakeAsync(string? to, CancellationToken cancellationToken)
    {
        var folder = to is null ? backups.Default : Path.GetFullPath(to);
        using var turn = BackupFolder.Enter(folder);
        var now = time.GetUtcNow();
        var work = BackupFolder.Begin(folder, now);
        try
        {
            var manifest = await FillAsync(work, now, cancellationToken);
            var path = BackupFolder.Complete(folder, work, now);
            backups.Prune(folder);
            return (path, manifest);
        }
        catch (Exception failure)
        {
            Directory.Delete(work, recursive: true);
            if (FullDisk.CausedByWriting(failure) || failure is StorageUnavailableException { Problem: StorageProblem.DiskFull })
            {
                throw new BackupRefusedException($"Der er ikke plads til sikkerhedskopien i {folder}; intet er efterladt. Skaf plads, eller vælg en anden mappe med --to, og prøv igen.", failure);
            }

            throw;
        }
    }

    private async Task<BackupManifest> FillAsync(string work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (copy, pointedAt) = await database.CopyAsync(work, cancellationToken);
            var files = new List<BackedUpFile>();
            foreach (var folder in Folders)
            {
                await CopyFolderAsync(folder, work, files, cancellationToken);
            }

            // A file goes when what pointed at it goes for good. One that went after the database was copied and before we came to it
            // is missed by that copy; a newer copy does not miss it.
            var there = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            var missing = pointedAt.Needed.Where(file => !there.Contains($"media/{file}")).Order(StringComparer.Ordinal).ToArray();
            if (missing.Length > 0 && attempt < Attempts)
            {
                continue;
            }

            var (bytes, sum) = await Disk.SumAsync(Path.Combine(work, copy.File), cancellationToken);
            files.Insert(0, new(copy.File, bytes, sum));
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, now, ProgramVersion, copy, [.. files], [.. missing]);
            manifest.Write(work);
            return manifest;
        }
    }

    private async Task CopyFolderAsync(string name, string work, List<BackedUpFile> files, CancellationToken cancellationToken)
    {
        var root = new DirectoryInfo(Path.Combine(RootOf(data, name), name));
        if (!root.Exists)
        {
            return;
        }

        foreach (var file in root.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            var relative = Path.Combine(name, Path.GetRelativePath(root.FullName, file.FullName));
            var target = Path.Combine(work, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                var (bytes, sum) = await Disk.CopyAsync(file.FullName, target, cancellationToken);
                files.Add(new(relative.Replace(Path.DirectorySeparatorChar, '/'), bytes, sum));
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                // Removed since it was listed; whether the database misses it is asked afterwards.
                File.Delete(target);
            }
        }
    }
}
