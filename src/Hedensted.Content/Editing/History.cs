using Hedensted.Content.Model;

namespace Hedensted.Content.Editing;

/// <summary>Versions of documents and the log of who did what.</summary>
public sealed class History
{
    /// <summary>Versions of a document, newest first.</summary>
    public Task<Page<VersionSummary>> VersionsAsync(Guid documentKey, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>One version with its values.</summary>
    public Task<NodeVersion?> FindVersionAsync(Guid versionKey, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Keeps a version from being cleaned up, or lets it.</summary>
    /// <returns>Whether the version exists.</returns>
    public Task<bool> PreventCleanupAsync(Guid versionKey, bool prevent, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>What was done to a node.</summary>
    public Task<Page<AuditEntry>> AuditAsync(Guid nodeKey, bool descending, DateTimeOffset? since, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();
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
