using System.Globalization;
using Hedensted.Content;
using Hedensted.Content.Backups;

namespace Hedensted.Cms.Operations.Backups;

/// <summary>Looks whether the site, or a backup of one, is whole.</summary>
internal sealed class SiteCheck(DatabaseCheck database, DataFolder data)
{
    private const int Told = 20;

    /// <summary>Looks at the site itself.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var (findings, files) = await database.RunAsync(cancellationToken);
        return [.. findings, .. Compare(files, data.CombineShared("media"))];
    }

    /// <summary>Looks at a backup: every byte of it against its manifest, and then what is in it.</summary>
    /// <exception cref="BackupRefusedException">It is no backup, or its manifest is damaged.</exception>
    public static async Task<IReadOnlyList<Finding>> RunAsync(string backup, CancellationToken cancellationToken)
    {
        var manifest = BackupManifest.Read(backup);
        var findings = await CompareAsync(backup, manifest, cancellationToken);
        if (findings.Count > 0)
        {
            return findings; // what stands in damaged files proves nothing
        }

        var (found, files) = await DatabaseCheck.RunAsync(Path.Combine(backup, manifest.Database.File), manifest.Database, cancellationToken);
        return [.. found, .. files is null ? [] : Compare(files, Path.Combine(backup, "media"))];
    }

    /// <summary>Compares the files of a backup with its manifest; empty when they agree to the byte.</summary>
    public static async Task<IReadOnlyList<Finding>> CompareAsync(string backup, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var file in manifest.Files)
        {
            var path = Path.Combine(backup, file.Path);
            if (!File.Exists(path))
            {
                findings.Add(new(true, $"{file.Path} mangler."));
            }
            else if (await Disk.SumAsync(path, cancellationToken) != (file.Bytes, file.Sha256))
            {
                findings.Add(new(true, $"{file.Path} er ikke, som den blev skrevet: kontrolsummen passer ikke."));
            }
        }

        var listed = manifest.Files.Select(file => file.Path).Append(BackupManifest.FileName).Append(BackupManifest.ChecksumName).ToHashSet(StringComparer.Ordinal);
        findings.AddRange(Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(backup, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !listed.Contains(path))
            .Select(path => new Finding(true, $"{path} står ikke på listen.")));
        return findings;
    }

    private static IEnumerable<Finding> Compare(PointedAt files, string media)
    {
        var there = !Directory.Exists(media) ? [] : Directory.EnumerateFiles(media, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(media, path).Replace(Path.DirectorySeparatorChar, '/')).ToHashSet(StringComparer.Ordinal);
        return Tell(files.Needed.Where(file => !there.Contains(file)), isError: true, "bruges på webstedet, men filen findes ikke.")
            .Concat(Tell(there.Where(file => !files.Known.Contains(file)), isError: false, "er der intet, der bruger."));
    }

    private static IEnumerable<Finding> Tell(IEnumerable<string> files, bool isError, string what)
    {
        var found = files.Order(StringComparer.Ordinal).ToList();
        foreach (var file in found.Take(Told))
        {
            yield return new(isError, $"media/{file} {what}");
        }

        if (found.Count > Told)
        {
            yield return new(isError, string.Create(CultureInfo.InvariantCulture, $"… og {found.Count - Told} fil(er) mere, der {what}"));
        }
    }
}
