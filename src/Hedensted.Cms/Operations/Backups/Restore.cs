using System.Globalization;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content;
using Hedensted.Content.Backups;
using Hedensted.Content.Storage;

namespace Hedensted.Cms.Operations.Backups;

/// <summary>Puts a backup in the site's place. What is there is moved aside, never deleted; the server refuses to start on half a restore.</summary>
internal sealed class Restore(DatabaseRestore database, DataFolder data, TimeProvider time)
{
    private const string Marker = "restore-underway";
    private const string Staged = ".restoring-";

    /// <summary>Whether a restore in this data folder was broken off half way.</summary>
    public static bool WasBrokenOff(DataFolder data) => File.Exists(data.Combine(Marker));

    /// <summary>Restores.</summary>
    /// <param name="backup">The backup's folder.</param>
    /// <param name="replace">Whether something may be there.</param>
    /// <param name="cancellationToken">Gives up while nothing is changed.</param>
    /// <returns>What was restored, and what earlier things were moved to; null when there were none.</returns>
    /// <exception cref="BackupRefusedException">It cannot be; the message says why in Danish, and nothing is changed.</exception>
    public async Task<(BackupManifest Manifest, string? Aside)> RunAsync(string backup, bool replace, CancellationToken cancellationToken)
    {
        var manifest = BackupManifest.Read(backup);
        await RefuseAsync(backup, manifest, cancellationToken);
        var isThere = await database.IsThereAsync(cancellationToken) || Backup.Folders.Any(folder => HasFiles(PlaceOf(folder)));
        if (isThere && !replace)
        {
            throw new BackupRefusedException("Der er allerede et websted her, og intet er ændret. Vælg en tom datamappe og database, eller gentag med --replace; så flyttes det, der er, til side.");
        }

        var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'_'HHmmss", CultureInfo.InvariantCulture);
        var aside = isThere ? $"replaced_{stamp}" : null;
        var staged = $"{Staged}{stamp}";
        RemoveStaged(); // of a restore that was killed

        try
        {
            await StageAsync(backup, manifest, staged, cancellationToken);

            // From here on a start would find half of each; the marker is what keeps it from that, whatever happens to us.
            await File.WriteAllTextAsync(data.Combine(Marker), $"{backup}{Environment.NewLine}", cancellationToken);
            try
            {
                await database.PutInPlaceAsync(Path.Combine(backup, manifest.Database.File), aside, cancellationToken);
            }
            catch
            {
                File.Delete(data.Combine(Marker)); // the database is as it was, and nothing else was touched
                throw;
            }

            Swap(staged, aside);
            File.Delete(data.Combine(Marker));
            return (manifest, aside);
        }
        catch (Exception failure) when (FullDisk.CausedByWriting(failure) || failure is StorageUnavailableException { Problem: StorageProblem.DiskFull })
        {
            throw new BackupRefusedException($"Der er ikke plads til at gendanne i {data.Path}; webstedet er, som det var. Skaf plads, og prøv igen.", failure);
        }
        finally
        {
            RemoveStaged();
        }
    }

    private async Task RefuseAsync(string backup, BackupManifest manifest, CancellationToken cancellationToken)
    {
        if (database.Misfit(manifest.Database) is { } misfit)
        {
            throw new BackupRefusedException(misfit);
        }

        if (await SiteCheck.CompareAsync(backup, manifest, cancellationToken) is { Count: > 0 } wrong)
        {
            throw new BackupRefusedException($"Sikkerhedskopien er beskadiget, og intet er ændret: {string.Join(' ', wrong.Take(5).Select(finding => finding.Text))} Vælg en anden.");
        }
    }

    // On the disk that it is going to lie on, so that putting it in place is a matter of names.
    private async Task StageAsync(string backup, BackupManifest manifest, string staged, CancellationToken cancellationToken)
    {
        foreach (var file in manifest.Files.Where(file => file.Path != manifest.Database.File))
        {
            var root = Path.Combine(Backup.RootOf(data, file.Path.Split('/')[0]), staged);
            var target = Path.GetFullPath(Path.Combine(root, file.Path));
            if (!target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new BackupRefusedException($"Sikkerhedskopien vil skrive uden for datamappen ({file.Path}), og intet er ændret. Den er ikke lavet af dette program.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await Disk.CopyAsync(Path.Combine(backup, file.Path), target, cancellationToken);
        }
    }

    private void Swap(string staged, string? aside)
    {
        foreach (var folder in Backup.Folders)
        {
            var (root, place) = (Backup.RootOf(data, folder), PlaceOf(folder));
            if (aside is not null && HasFiles(place))
            {
                Directory.CreateDirectory(Path.Combine(root, aside));
                Directory.Move(place, Path.Combine(root, aside, folder));
            }
            else if (Directory.Exists(place))
            {
                Directory.Delete(place, recursive: true); // empty folders only
            }

            if (Directory.Exists(Path.Combine(root, staged, folder)))
            {
                Disk.Rename(Path.Combine(root, staged, folder), place);
            }
        }
    }

    private string PlaceOf(string folder) => Path.Combine(Backup.RootOf(data, folder), folder);

    private void RemoveStaged()
    {
        foreach (var root in new[] { data.Path, data.CombineShared() }.Where(Directory.Exists).Distinct())
        {
            foreach (var half in Directory.EnumerateDirectories(root, $"{Staged}*"))
            {
                Directory.Delete(half, recursive: true);
            }
        }
    }

    private static bool HasFiles(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any();
}
