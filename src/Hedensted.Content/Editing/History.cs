using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Versions of documents and the log of who did what.</summary>
public sealed class History
{
    private readonly ContentDatabase _database;

    internal History(ContentDatabase database) => _database = database;

    /// <summary>Versions of a document, newest first.</summary>
    public Task<Page<VersionSummary>> VersionsAsync(Guid documentKey, int skip, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async context =>
            {
                var versions = context.Versions.Where(version => version.NodeKey == documentKey);
                var items = await Summaries(context, versions.OrderByDescending(version => version.Date).ThenByDescending(version => version.Key).Skip(skip).Take(take))
                    .Select(found => found.Summary)
                    .ToListAsync(cancellationToken);
                return new Page<VersionSummary>(await versions.CountAsync(cancellationToken), items);
            },
            cancellationToken);

    /// <summary>One version with its values.</summary>
    public Task<NodeVersion?> FindVersionAsync(Guid versionKey, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async context => await Summaries(context, context.Versions.Where(version => version.Key == versionKey)).SingleOrDefaultAsync(cancellationToken) is { } found
                ? new NodeVersion(found.Summary, ContentJson.Read(found.Content))
                : null,
            cancellationToken);

    /// <summary>Keeps a version from being cleaned up, or lets it.</summary>
    /// <returns>Whether the version exists.</returns>
    public Task<bool> PreventCleanupAsync(Guid versionKey, bool prevent, CancellationToken cancellationToken) =>
        _database.WriteRuntimeAsync(
            async context => await context.Versions.Where(version => version.Key == versionKey)
                .ExecuteUpdateAsync(set => set.SetProperty(version => version.PreventCleanup, prevent), cancellationToken) > 0,
            cancellationToken);

    /// <summary>What was done to a node.</summary>
    public Task<Page<AuditEntry>> AuditAsync(Guid nodeKey, bool descending, DateTimeOffset? since, int skip, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async context =>
            {
                var lines = context.Audit.AsNoTracking().Where(line => line.NodeKey == nodeKey && (since == null || line.At >= since));
                var ordered = descending
                    ? lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Key)
                    : lines.OrderBy(line => line.At).ThenBy(line => line.Key);
                var items = await ordered.Skip(skip).Take(take)
                    .Select(line => new AuditEntry(line.UserKey, line.At, line.Type, line.Comment)).ToListAsync(cancellationToken);
                return new Page<AuditEntry>(await lines.CountAsync(cancellationToken), items);
            },
            cancellationToken);

    private static IQueryable<Found> Summaries(ContentDbContext context, IQueryable<NodeVersionRow> versions) =>
        versions.AsNoTracking().Join(
            context.Nodes,
            version => version.NodeKey,
            node => node.Key,
            (version, node) => new Found
            {
                Summary = new VersionSummary(
                    version.Key,
                    version.NodeKey,
                    node.ContentTypeKey,
                    version.AuthorKey,
                    version.Date,
                    node.DraftVersionKey == version.Key,
                    context.Published.Any(published => published.VersionKey == version.Key),
                    version.PreventCleanup),
                Content = version.Content,
            });

    private sealed class Found
    {
        public required VersionSummary Summary { get; init; }

        public required string Content { get; init; }
    }
}

/// <summary>A version as the history lists it.</summary>
/// <param name="Key">The version's own key.</param>
/// <param name="NodeKey">The document.</param>
/// <param name="ContentTypeKey">Its type.</param>
/// <param name="AuthorKey">Who saved it; null for the system.</param>
/// <param name="Date">When.</param>
/// <param name="IsCurrentDraft">Whether it is the newest saved state.</param>
/// <param name="IsCurrentPublished">Whether it is what readers see.</param>
/// <param name="PreventCleanup">Whether it is kept for good.</param>
public sealed record VersionSummary(Guid Key, Guid NodeKey, Guid ContentTypeKey, Guid? AuthorKey, DateTimeOffset Date, bool IsCurrentDraft, bool IsCurrentPublished, bool PreventCleanup);

/// <summary>A version with its values.</summary>
/// <param name="Summary">Who and when.</param>
/// <param name="Content">What was typed.</param>
public sealed record NodeVersion(VersionSummary Summary, NodeContent Content);

/// <summary>What can be done to a node; the names are Umbraco's audit types.</summary>
public enum AuditType
{
    /// <summary>Created.</summary>
    New,

    /// <summary>Saved.</summary>
    Save,

    /// <summary>Saved in some cultures.</summary>
    SaveVariant,

    /// <summary>Deleted for good, or trashed.</summary>
    Delete,

    /// <summary>Published.</summary>
    Publish,

    /// <summary>Published in some cultures.</summary>
    PublishVariant,

    /// <summary>Unpublished.</summary>
    Unpublish,

    /// <summary>Unpublished in some cultures.</summary>
    UnpublishVariant,

    /// <summary>Moved.</summary>
    Move,

    /// <summary>Copied.</summary>
    Copy,

    /// <summary>Sorted.</summary>
    Sort,

    /// <summary>An old version made the draft again.</summary>
    RollBack,

    /// <summary>Something else; the comment says what.</summary>
    Custom,
}

/// <summary>A line of the log.</summary>
/// <param name="UserKey">Who; null for the system.</param>
/// <param name="At">When.</param>
/// <param name="Type">What.</param>
/// <param name="Comment">Danish, for the editor; may be null.</param>
public sealed record AuditEntry(Guid? UserKey, DateTimeOffset At, AuditType Type, string? Comment);
