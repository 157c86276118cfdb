using System.Collections.Immutable;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing;

/// <summary>A new document or media item.</summary>
/// <param name="Key">Its permanent identity, chosen by the caller.</param>
/// <param name="Kind">Document or media.</param>
/// <param name="ContentTypeKey">Its type.</param>
/// <param name="ParentKey">The node above; null at the root.</param>
/// <param name="Content">Names and values; may break the type's rules, for invalid content can be saved.</param>
/// <param name="UserKey">Who writes; null for the system.</param>
/// <param name="IsExample">Whether it is an example document.</param>
public sealed record CreateNode(Guid Key, NodeKind Kind, Guid ContentTypeKey, Guid? ParentKey, NodeContent Content, Guid? UserKey, bool IsExample = false);

/// <summary>New names and values of a document or media item; what is absent is removed.</summary>
/// <param name="Key">Which.</param>
/// <param name="Kind">Document or media.</param>
/// <param name="Content">Names and values; may break the type's rules, for invalid content can be saved.</param>
/// <param name="UserKey">Who writes; null for the system.</param>
/// <param name="Base">
/// The update dates (culture → date, "" for invariant) that the editor opened; a newer one in the database is a conflict. Empty: last write wins.
/// </param>
public sealed record SaveNode(Guid Key, NodeKind Kind, NodeContent Content, Guid? UserKey, ImmutableDictionary<string, DateTimeOffset> Base);

/// <summary>A rule that a value or name breaks, for the editor to see at the field.</summary>
/// <param name="Alias">The property; null when it is about the name.</param>
/// <param name="Culture">ISO code, or null for an invariant value.</param>
/// <param name="Path">
/// Where inside the value, as a JSON path that goes on from it: empty for the value itself, e.g.
/// <c>.contentData[0].values[1].value</c> for a field of a block (or a filter <c>[?(@.alias == 'x' …)].value</c> for one that is absent).
/// </param>
/// <param name="Message">Danish; says what to do.</param>
public sealed record ValidationError(string? Alias, string? Culture, string Path, string Message);

/// <summary>Who saved in between, when two people edit the same document.</summary>
/// <param name="WriterKey">The other person; null for the system.</param>
/// <param name="SavedAt">When they saved.</param>
/// <param name="KeptAsVersion">The version in which this person's text is kept, so that nothing typed is lost.</param>
public sealed record EditConflict(Guid? WriterKey, DateTimeOffset SavedAt, Guid KeptAsVersion);

/// <summary>How a write ended.</summary>
/// <param name="Status">Success or why not.</param>
/// <param name="Key">The node written; for a copy the new one.</param>
/// <param name="Position">The feed position when readers are affected; null when only drafts changed.</param>
/// <param name="Conflict">Set with <see cref="EditingStatus.ConcurrencyViolation"/>.</param>
/// <param name="Errors">Set with <see cref="EditingStatus.PropertyValidationError"/>: the values that are another system's to change.</param>
public sealed record EditResult(
    EditingStatus Status, Guid Key, Changes.ChangePosition? Position = null, EditConflict? Conflict = null, ImmutableArray<ValidationError> Errors = default)
{
    /// <summary>Whether it is saved.</summary>
    public bool Succeeded => Status == EditingStatus.Success;
}

/// <summary>How a publish or unpublish ended.</summary>
/// <param name="Status">Success or why not.</param>
/// <param name="Position">The feed position that readers must reach to see it.</param>
/// <param name="Errors">The rules broken, when <see cref="PublishingStatus.ContentInvalid"/>.</param>
/// <param name="FailedKeys">With <see cref="PublishingStatus.FailedBranch"/>: what could not be published.</param>
/// <param name="Edit">For save-and-publish: how the saving went; publishing is only tried when it succeeded.</param>
public sealed record PublishResult(
    PublishingStatus Status,
    Changes.ChangePosition? Position = null,
    ImmutableArray<ValidationError> Errors = default,
    ImmutableArray<Guid> FailedKeys = default,
    EditResult? Edit = null)
{
    /// <summary>Whether it is done.</summary>
    public bool Succeeded => Status == PublishingStatus.Success && Edit is null or { Succeeded: true };
}
