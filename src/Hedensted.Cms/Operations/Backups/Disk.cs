using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Hedensted.Cms.Operations.Backups;

/// <summary>Files that are on the disk when we say so, and not only on their way to it.</summary>
internal static class Disk
{
    private const int BufferBytes = 1 << 17;
    private const int ReadOnly = 0;

    /// <summary>Writes a new file.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies a file, in place of one that is there.</summary>
    /// <returns>Its size and SHA-256.</returns>
    public static async Task<(long Bytes, string Sha256)> CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = new byte[BufferBytes];
        long total = 0;
        int length;
        while ((length = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            sum.AppendData(buffer, 0, length);
            await target.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            total += length;
        }

        target.Flush(flushToDisk: true);
        return (total, Convert.ToHexStringLower(sum.GetHashAndReset()));
    }

    /// <summary>A file's size and SHA-256.</summary>
    public static async Task<(long Bytes, string Sha256)> SumAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }

    /// <summary>Gives a folder another name in the same place, and sees to it that the name survives a power cut.</summary>
    public static void Rename(string from, string to)
    {
        Sync(from);
        Directory.Move(from, to);
        Sync(Path.GetDirectoryName(to)!);
    }

    // What a folder lists is data of its own on a Unix file system; .NET has no call for it, and Windows needs none.
    private static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, ReadOnly);
        if (handle >= 0)
        {
            _ = FSync(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
