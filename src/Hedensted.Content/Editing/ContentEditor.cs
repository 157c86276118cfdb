using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing;

/// <summary>Everything that is done to documents and media short of publishing. Each call is one transaction.</summary>
public sealed class ContentEditor
{
    private readonly ContentDatabase _database;

    internal ContentEditor(ContentDatabase database) => _database = database;

    /// <summary>Creates a node as the last child of its parent. A name taken by a sibling gets " (1)" and so on.</summary>
    public Task<EditResult> CreateAsync(CreateNode command, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeCreating.CreateAsync(session, command, cancellationToken), cancellationToken);

    /// <summary>Saves names and values as a new version. Media: readers see it at once. Documents: readers see it when published.</summary>
    public Task<EditResult> SaveAsync(SaveNode command, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeSaving.SaveAsync(session, command, cancellationToken), cancellationToken);

    /// <summary>Moves a node and what stands below it; null is the root.</summary>
    public Task<EditResult> MoveAsync(NodeKind kind, Guid key, Guid? targetKey, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeMoving.MoveAsync(session, kind, key, targetKey, userKey, cancellationToken), cancellationToken);

    /// <summary>Copies a node as a draft; the result's key is the copy's.</summary>
    /// <param name="kind">Document or media.</param>
    /// <param name="key">What is copied.</param>
    /// <param name="targetKey">Below what; null is the root.</param>
    /// <param name="includeDescendants">Whether what stands below it is copied with it.</param>
    /// <param name="userKey">Who writes.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <param name="change">What the copy says otherwise than the node itself; what stands below is copied as it is.</param>
    public Task<EditResult> CopyAsync(
        NodeKind kind, Guid key, Guid? targetKey, bool includeDescendants, Guid? userKey, CancellationToken cancellationToken, Func<NodeContent, NodeContent>? change = null) =>
        _database.WriteAsync(
            session => NodeCopying.CopyAsync(session, kind, key, targetKey, includeDescendants, change ?? (draft => draft), userKey, cancellationToken), cancellationToken);

    /// <summary>Gives siblings their order.</summary>
    public Task<EditResult> SortAsync(NodeKind kind, Guid? parentKey, IReadOnlyDictionary<Guid, int> sortOrders, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeSorting.SortAsync(session, kind, parentKey, sortOrders, userKey, cancellationToken), cancellationToken);

    /// <summary>Moves a node and what stands below it to the recycle bin; readers no longer see it.</summary>
    public Task<EditResult> TrashAsync(NodeKind kind, Guid key, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeMoving.TrashAsync(session, kind, key, userKey, cancellationToken), cancellationToken);

    /// <summary>Takes a node out of the recycle bin, as a draft; null is the root.</summary>
    public Task<EditResult> RestoreAsync(NodeKind kind, Guid key, Guid? targetKey, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeMoving.RestoreAsync(session, kind, key, targetKey, userKey, cancellationToken), cancellationToken);

    /// <summary>Removes a node and what stands below it for good, in the recycle bin or not.</summary>
    public Task<EditResult> DeleteAsync(NodeKind kind, Guid key, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeRemoving.DeleteAsync(session, kind, key, userKey, cancellationToken), cancellationToken);

    /// <summary>Removes everything in the recycle bin for good.</summary>
    public Task<EditResult> EmptyRecycleBinAsync(NodeKind kind, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeRemoving.EmptyAsync(session, kind, userKey, cancellationToken), cancellationToken);

    /// <summary>Makes an old version (of one culture, or all when null) the draft again; a new version is written.</summary>
    public Task<EditResult> RollbackAsync(Guid versionKey, string? culture, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => NodeSaving.RollbackAsync(session, versionKey, culture, userKey, cancellationToken), cancellationToken);
}
