using System.Buffers;
using System.Text.Json;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Content.Serialisation.Transfer;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Media.Storage;

/// <summary>Uploads on their way to an item. Nothing is held in memory, and nothing unread is ever kept.</summary>
/// <remarks>
/// <c>{id}.part</c> while it streams in, then inspected into <c>{id}.file</c>; <c>{id}.json</c> comes last, and without it there is no upload.
/// A host that is killed in between leaves pieces that <see cref="TemporaryFileCleanUp"/> takes.
/// </remarks>
internal sealed class TemporaryFiles(MediaFolders folders, FileInspector inspector, IOptions<MediaOptions> options, TimeProvider clock)
{
    private const int BufferSize = 81_920;

    /// <summary>Streams an upload to disk and inspects it.</summary>
    public async Task<ReceiveResult> ReceiveAsync(Guid id, string fileName, Stream body, CancellationToken cancellationToken)
    {
        var extension = SafeFileName.ExtensionOf(fileName);
        return FileInspector.RefuseExtension(extension) is { } refusal
            ? new(ReceiveStatus.Refused, refusal)
            : await ReceiveAsync(id, fileName, body, options.Value.MaxFileBytes, (part, clean) => Inspect(part, clean, extension), cancellationToken);
    }

    /// <summary>
    /// Streams a file with a type or text to disk, to be imported and then forgotten. It is no file of the site: nothing that stores, shows or
    /// serves files finds it.
    /// </summary>
    public async Task<ReceiveResult> ReceiveTransferAsync(Guid id, string fileName, Stream body, CancellationToken cancellationToken)
    {
        var result = await ReceiveAsync(id, fileName, body, TransferFile.MaxBytes, InspectTransfer, cancellationToken);
        return result.Status == ReceiveStatus.TooLarge ? new(ReceiveStatus.Refused, "Filen er for stor til at være en enkelt type eller tekst. Vælg en anden fil.") : result;
    }

    /// <summary>The upload with this id; null when there is none or its time is up.</summary>
    public async Task<TemporaryFile?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is { IsTransfer: false } file ? file : null;

    /// <summary>The upload with this id that waits to be imported; null when there is none or its time is up.</summary>
    public async Task<TemporaryFile?> FindTransferAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is { IsTransfer: true } file ? file : null;

    /// <summary>Where an upload's bytes lie.</summary>
    public string ContentPath(Guid id) => PathOf(id, "file");

    /// <summary>Removes an upload.</summary>
    public void Remove(Guid id)
    {
        File.Delete(PathOf(id, "json"));
        File.Delete(PathOf(id, "file"));
    }

    private async Task<ReceiveResult> ReceiveAsync(
        Guid id, string fileName, Stream body, long limit, Func<string, string, Inspected> inspect, CancellationToken cancellationToken)
    {
        if (File.Exists(PathOf(id, "json")))
        {
            return new(ReceiveStatus.DuplicateKey);
        }

        var part = PathOf(id, "part");
        try
        {
            if (!await StreamAsync(body, part, limit, cancellationToken))
            {
                return new(ReceiveStatus.TooLarge);
            }

            var clean = PathOf(id, "file");
            var found = inspect(part, clean);
            if (found.Refusal is not null)
            {
                File.Delete(clean);
                return new(ReceiveStatus.Refused, found.Refusal);
            }

            var expires = clock.GetUtcNow().AddHours(options.Value.TemporaryFileHours);
            var name = SafeFileName.WithoutFolder(fileName);
            await WriteAsync(new(id, name, SafeFileName.ExtensionOf(fileName), found.Size?.Width, found.Size?.Height, found.Bytes, expires), cancellationToken);
            return new(ReceiveStatus.Success);
        }
        catch (Exception full) when (FullDisk.CausedByWriting(full))
        {
            Remove(id);
            return new(ReceiveStatus.DiskFull);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private Inspected Inspect(string part, string clean, string extension)
    {
        var (facts, reason) = inspector.Inspect(part, clean, extension);
        return new(facts?.Bytes ?? 0, facts?.Size, reason);
    }

    private static Inspected InspectTransfer(string part, string clean)
    {
        var bytes = File.ReadAllBytes(part);
        var reading = TransferFile.Read(bytes);
        if (reading.Refusal is null)
        {
            File.Move(part, clean, overwrite: true);
        }

        return new(bytes.Length, null, reading.Refusal);
    }

    private async Task<TemporaryFile?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(PathOf(id, "json"));
            var file = await JsonSerializer.DeserializeAsync<TemporaryFile>(stream, cancellationToken: cancellationToken);
            return file is not null && file.AvailableUntil > clock.GetUtcNow() ? file : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(Guid id, string part) => Path.Combine(folders.Temporary, $"{id:N}.{part}");

    // The announced length is not trusted: what counts is what arrives.
    private static async Task<bool> StreamAsync(Stream body, string path, long limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            long total = 0;
            int length;
            while ((length = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                total += length;
                if (total > limit)
                {
                    return false;
                }

                await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task WriteAsync(TemporaryFile file, CancellationToken cancellationToken)
    {
        var unfinished = PathOf(file.Id, "json-part");
        await File.WriteAllBytesAsync(unfinished, JsonSerializer.SerializeToUtf8Bytes(file), cancellationToken);
        File.Move(unfinished, PathOf(file.Id, "json"), overwrite: true);
    }

    private readonly record struct Inspected(long Bytes, ImageSize? Size, string? Refusal);
}
