using System.Buffers;
using System.Text.Json;
using Hedensted.Cms.Media.Inspection;
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
        if (FileInspector.RefuseExtension(extension) is { } refusal)
        {
            return new(ReceiveStatus.Refused, refusal);
        }

        if (File.Exists(PathOf(id, "json")))
        {
            return new(ReceiveStatus.DuplicateKey);
        }

        var part = PathOf(id, "part");
        try
        {
            if (!await StreamAsync(body, part, cancellationToken))
            {
                return new(ReceiveStatus.TooLarge);
            }

            var clean = PathOf(id, "file");
            var (facts, reason) = inspector.Inspect(part, clean, extension);
            if (facts is null)
            {
                File.Delete(clean);
                return new(ReceiveStatus.Refused, reason);
            }

            var expires = clock.GetUtcNow().AddHours(options.Value.TemporaryFileHours);
            var name = SafeFileName.WithoutFolder(fileName);
            await WriteAsync(new(id, name, extension, facts.Size?.Width, facts.Size?.Height, facts.Bytes, expires), cancellationToken);
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

    /// <summary>The upload with this id; null when there is none or its time is up.</summary>
    public async Task<TemporaryFile?> FindAsync(Guid id, CancellationToken cancellationToken)
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

    /// <summary>Where an upload's bytes lie.</summary>
    public string ContentPath(Guid id) => PathOf(id, "file");

    /// <summary>Removes an upload.</summary>
    public void Remove(Guid id)
    {
        File.Delete(PathOf(id, "json"));
        File.Delete(PathOf(id, "file"));
    }

    private string PathOf(Guid id, string part) => Path.Combine(folders.Temporary, $"{id:N}.{part}");

    // The announced length is not trusted: what counts is what arrives.
    private async Task<bool> StreamAsync(Stream body, string path, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxFileBytes;
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
}
