using Hedensted.Content.Changes;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Files that are to leave the disk, because the item, document or version that pointed at them was removed for good.</summary>
/// <remarks>
/// They are noted in the transaction that removes, and go afterwards: a server that dies in between finds them at its next round. No file goes that
/// was not noted, so a media folder beside the wrong database loses nothing.
/// </remarks>
public sealed class RemovedFiles
{
    private const int Batch = 500;
    private readonly ContentDatabase _database;
    private readonly SaveSignal _saved;

    internal RemovedFiles(ContentDatabase database, SaveSignal saved) => (_database, _saved) = (database, saved);

    /// <summary>Completes at the next save or removal. Take it before looking, so that none falls between.</summary>
    public Task NextSave => _saved.Next;

    /// <summary>Removes files that nothing points at any more.</summary>
    /// <param name="remove">Removes one file from the disk, e.g. <c>3f2a91c0bd/foto.jpg</c>, and tells whether it is gone; a file that was not there is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many went, and how many could not be removed and wait for the next time.</returns>
    public async Task<(int Removed, int Left)> CleanAsync(Func<string, bool> remove, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(remove);
        // Asked at every save and at the start: without Entity Framework, which takes long to wake.
        var noted = await _database.ReadMomentAsync(
            moment => moment.ReadAsync("SELECT EXISTS (SELECT 1 FROM removed_file)", row => row.GetBoolean(0), cancellationToken), cancellationToken);
        if (!noted.Single())
        {
            return (0, 0);
        }

        // While we look and remove nobody else writes content, so that no file goes which a version made meanwhile points at.
        return await _database.WriteAsync(session => CleanAsync(session.Context, remove, cancellationToken), cancellationToken);
    }

    /// <summary>Notes the files that these nodes and all their versions point at; before they are removed, in the same transaction.</summary>
    internal static async Task NoteAsync(WriteSession session, IReadOnlyCollection<Guid> nodeKeys, CancellationToken cancellationToken)
    {
        var context = session.Context;
        var contents = await NodeQueries.ByKeysAsync(
            nodeKeys,
            keys => context.Versions.Where(version => keys.Contains(version.NodeKey) && version.Content.Contains(FileAddresses.Prefix)).Select(version => version.Content),
            cancellationToken);
        contents.AddRange(await NodeQueries.ByKeysAsync(
            nodeKeys,
            keys => context.Published.Where(row => keys.Contains(row.NodeKey) && row.Content.Contains(FileAddresses.Prefix)).Select(row => row.Content),
            cancellationToken));
        await NoteFilesAsync(session, contents, cancellationToken);
    }

    /// <summary>Notes the files that these texts of removed versions point at.</summary>
    internal static async Task NoteFilesAsync(WriteSession session, IEnumerable<string> contents, CancellationToken cancellationToken)
    {
        var paths = contents.SelectMany(FileAddresses.In).ToHashSet(StringComparer.Ordinal);
        foreach (var batch in paths.Chunk(Batch))
        {
            var noted = await session.Context.RemovedFiles.Where(file => batch.Contains(file.Path)).Select(file => file.Path).ToListAsync(cancellationToken);
            session.Context.RemovedFiles.AddRange(batch.Except(noted, StringComparer.Ordinal).Select(path => new RemovedFileRow { Path = path, At = session.Now }));
        }

        await session.Context.SaveChangesAsync(cancellationToken);
    }

    private static async Task<(int Removed, int Left)> CleanAsync(ContentDbContext context, Func<string, bool> remove, CancellationToken cancellationToken)
    {
        var rows = await context.RemovedFiles.OrderBy(file => file.At).ThenBy(file => file.Path).Take(Batch).ToListAsync(cancellationToken);
        var free = rows.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        await KeepUsedAsync(free, context.Versions.Where(version => version.Content.Contains(FileAddresses.Prefix)).Select(version => version.Content), cancellationToken);
        await KeepUsedAsync(free, context.Published.Where(row => row.Content.Contains(FileAddresses.Prefix)).Select(row => row.Content), cancellationToken);

        var (removed, left) = (0, 0);
        foreach (var row in rows)
        {
            if (free.Contains(row.Path) && !remove(row.Path))
            {
                left++;
                continue;
            }

            removed += free.Contains(row.Path) ? 1 : 0;
            context.RemovedFiles.Remove(row); // what is still pointed at is noted anew when that is removed, too
        }

        return (removed, left);
    }

    private static async Task KeepUsedAsync(HashSet<string> free, IQueryable<string> contents, CancellationToken cancellationToken)
    {
        await foreach (var content in contents.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            free.ExceptWith(FileAddresses.In(content));
        }
    }
}
