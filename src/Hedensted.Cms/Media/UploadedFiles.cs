using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Media;

/// <summary>Turns files that an editor just uploaded into stored files before a node is saved.</summary>
internal sealed class UploadedFiles
{
    /// <summary>
    /// Replaces every <c>{temporaryFileId}</c> in the values (also inside blocks) with <c>{src, …}</c> of a stored file. For media, width,
    /// height, bytes and extension are filled in as well. Content without uploads comes back as it was.
    /// </summary>
    /// <returns>The content to save, or the errors that say which file cannot be taken; nothing is stored when there are errors.</returns>
    public Task<UploadOutcome> TakeAsync(ContentSchema schema, ContentType type, NodeContent content, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Removes what <see cref="TakeAsync"/> stored, because the save did not happen.</summary>
    public Task DiscardAsync(UploadOutcome outcome, CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>What became of the uploads in a node.</summary>
/// <param name="Content">The content to save.</param>
/// <param name="Stored">The stored files, as paths relative to the media folder, e.g. <c>3f2a/foto.jpg</c>.</param>
/// <param name="Errors">Danish, at the field; empty when all went well.</param>
internal sealed record UploadOutcome(NodeContent Content, ImmutableArray<string> Stored, ImmutableArray<ValidationError> Errors)
{
    /// <summary>Whether the content can be saved.</summary>
    public bool Succeeded => Errors.IsDefaultOrEmpty;
}
