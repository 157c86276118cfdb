using System.Globalization;
using Hedensted.Content;
using Hedensted.Content.Backups;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Operations.Backups;

/// <summary>The folder that backups are put in: one folder each, named by its time, there only when it is complete.</summary>
internal sealed class BackupFolder(DataFolder data, IOptions<BackupOptions> options, TimeProvider time)
{
    private const string Prefix = "hedensted-";
    private const string Unfinished = ".unfinished";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    // One that is from later than this was made while the clock was ahead: when, nobody knows.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>The folder that is set.</summary>
    public string Default => data.Combine(options.Value.Folder);

    /// <summary>When the newest complete backup in the set folder was made; null when there is none whose time is known.</summary>
    public DateTimeOffset? Newest() => Complete(Default).Select(backup => (DateTimeOffset?)backup.MadeAt).FirstOrDefault(madeAt => !IsAhead(madeAt!.Value));

    /// <summary>The newest complete backup in the set folder, or else one of unknown time; null when there is none.</summary>
    public string? NewestPath() => Complete(Default).OrderBy(backup => IsAhead(backup.MadeAt)).Select(backup => backup.Path).FirstOrDefault();

    /// <summary>Keeps others out of a folder until disposed, and takes away what they left half done when they died.</summary>
    /// <exception cref="BackupRefusedException">Somebody is at work there.</exception>
    public static IDisposable Enter(string folder)
    {
        Directory.CreateDirectory(folder);
        FileStream turn;
        try
        {
            // The operating system lets go of it when we die, whatever kills us.
            turn = new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (File.Exists(Path.Combine(folder, ".lock")))
        {
            throw new BackupRefusedException($"En anden sikkerhedskopi er i gang i {folder}. Vent, til den er færdig, og prøv igen.", failure);
        }

        foreach (var half in Directory.EnumerateDirectories(folder, $".{Prefix}*{Unfinished}"))
        {
            Directory.Delete(half, recursive: true);
        }

        return turn;
    }

    /// <summary>A new folder to work in.</summary>
    public static string Begin(string folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder, $".{NameOf(now)}{Unfinished}");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        // It holds all that the site keeps to itself.
        return Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    /// <summary>Says that the work is complete.</summary>
    /// <returns>The backup's folder.</returns>
    public static string Complete(string folder, string unfinished, DateTimeOffset now)
    {
        var path = Path.Combine(folder, NameOf(now));
        for (var number = 2; Path.Exists(path); number++)
        {
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{NameOf(now)}-{number}"));
        }

        Disk.Rename(unfinished, path);
        return path;
    }

    /// <summary>Removes the oldest complete backups in a folder, those made while the clock was ahead before all others: what was made now is never among them.</summary>
    /// <returns>How many went.</returns>
    public int Prune(string folder)
    {
        var old = Complete(folder).OrderBy(backup => IsAhead(backup.MadeAt)).Skip(options.Value.Keep).ToList();
        foreach (var (path, _) in old)
        {
            // Renamed first: one that is half gone must not look like one that is there.
            var going = Path.Combine(folder, $".{Path.GetFileName(path)}{Unfinished}");
            Disk.Rename(path, going);
            Directory.Delete(going, recursive: true);
        }

        return old.Count;
    }

    private bool IsAhead(DateTimeOffset madeAt) => madeAt > time.GetUtcNow() + Slack;

    private static string NameOf(DateTimeOffset now) => Prefix + now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Path, DateTimeOffset MadeAt)> Complete(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateDirectories(folder, $"{Prefix}*")
            .Select(path => (Path: path, MadeAt: TimeOf(Path.GetFileName(path))))
            .Where(backup => backup.MadeAt is not null)
            .Select(backup => (backup.Path, backup.MadeAt!.Value))
            .OrderByDescending(backup => Path.GetFileName(backup.Path), StringComparer.Ordinal);

    private static DateTimeOffset? TimeOf(string name) =>
        name.Length >= Prefix.Length + 16
        && DateTimeOffset.TryParseExact(name.AsSpan(Prefix.Length, 16), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
