using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Media;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>A new node as requested.</summary>
/// <param name="Key">Chosen by the client, or by us when it did not.</param>
/// <param name="Kind">Document or media.</param>
/// <param name="ContentTypeKey">Its type.</param>
/// <param name="ParentKey">The node above.</param>
/// <param name="Body">Names and values.</param>
internal sealed record NewNode(Guid Key, NodeKind Kind, Guid ContentTypeKey, Guid? ParentKey, NodeBody Body);

/// <summary>Creates and saves documents and media: uploads first, then the node, and the uploads go again when it is refused.</summary>
internal sealed class NodeWriter(SchemaSource schemas, ContentTree tree, UploadedFiles files, EditConflicts conflicts)
{
    /// <summary>Creates a node with <paramref name="create"/>. Creating again what this person just created saves it.</summary>
    /// <returns>The refusal; null when it is done.</returns>
    public async Task<Problem?> CreateAsync(
        NewNode node,
        ClaimsPrincipal user,
        HttpResponse response,
        Func<CreateNode, Task<PublishResult>> create,
        Func<SaveNode, Task<PublishResult>> save,
        CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        if (schema.FindType(node.ContentTypeKey) is not { } type || type.Kind != node.Kind)
        {
            return NodeProblems.From(EditingStatus.ContentTypeNotFound, node.Kind);
        }

        var uploads = await files.TakeAsync(schema, type, node.Body.ToContent(), before: null, cancellationToken);
        if (!uploads.Succeeded)
        {
            return ValidationPaths.Problem(node.Body, uploads.Errors);
        }

        var command = new CreateNode(node.Key, node.Kind, node.ContentTypeKey, node.ParentKey, uploads.Content, user.UserKey());
        var result = await KeepingAsync(uploads, () => create(command));
        if (result.Edit?.Status == EditingStatus.DuplicateKey && await IsOwnAsync(node, user.UserKey(), cancellationToken))
        {
            // The first answer was lost, or the document was created but could not be published. The backoffice
            // then still thinks that it is new, and without this the editor could never save it again.
            result = await KeepingAsync(uploads, () => save(new SaveNode(node.Key, node.Kind, uploads.Content, user.UserKey(), node.Body.OpenedDates())));
        }

        return await AnswerAsync(result, type, node.Body, uploads, HiddenFields.Of(schema, user.Rights()), response, cancellationToken);
    }

    /// <summary>Saves a node with <paramref name="save"/>.</summary>
    /// <returns>The refusal; null when it is done.</returns>
    public async Task<Problem?> SaveAsync(
        Guid key,
        NodeKind kind,
        NodeBody body,
        ClaimsPrincipal user,
        HttpResponse response,
        Func<SaveNode, Task<PublishResult>> save,
        CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        if (await tree.FindAsync(kind, key, cancellationToken) is not { } node || schema.FindType(node.ContentTypeKey) is not { } type)
        {
            return NodeProblems.NotFound(kind);
        }

        var content = body.ToContent();
        if (kind == NodeKind.Document)
        {
            content = WritableContent.Of(user.Rights(), schema, type, node.Draft, content);
        }

        var uploads = await files.TakeAsync(schema, type, content, node.Draft, cancellationToken);
        if (!uploads.Succeeded)
        {
            return ValidationPaths.Problem(body, uploads.Errors);
        }

        var opened = await conflicts.BaseAsync(key, kind, body.OpenedDates(), user.UserKey(), cancellationToken);
        var result = await KeepingAsync(uploads, () => save(new SaveNode(key, kind, uploads.Content, user.UserKey(), opened)));
        return await AnswerAsync(result, type, body, uploads, HiddenFields.Of(schema, user.Rights()), response, cancellationToken);
    }

    // A database that is full or locked saves nothing, and then the files must not stay behind either.
    private async Task<PublishResult> KeepingAsync(UploadOutcome uploads, Func<Task<PublishResult>> write)
    {
        try
        {
            return await write();
        }
        catch (StorageUnavailableException)
        {
            await files.DiscardAsync(uploads, CancellationToken.None);
            throw;
        }
    }

    private async Task<Problem?> AnswerAsync(
        PublishResult result, ContentType type, NodeBody body, UploadOutcome uploads, HiddenFields hidden, HttpResponse response, CancellationToken cancellationToken)
    {
        if (result.Edit is { Succeeded: false } refused)
        {
            // In a conflict the text is kept as a version, and that version needs its files.
            if (refused.Conflict is { } conflict)
            {
                return await conflicts.ExplainAsync(conflict, type.Kind, cancellationToken);
            }

            await files.DiscardAsync(uploads, CancellationToken.None);
            return refused.Errors.IsDefaultOrEmpty ? NodeProblems.From(refused.Status, type.Kind) : ValidationPaths.Problem(body, hidden.Told(type.Key, refused.Errors));
        }

        response.ReachesReadersAt(result.Position ?? result.Edit?.Position);
        if (result.Status == PublishingStatus.Success)
        {
            return null;
        }

        return NodeProblems.From(result.Status) with
        {
            Errors = result.Errors.IsDefaultOrEmpty ? null : ValidationPaths.Of(body, hidden.Told(type.Key, result.Errors)),
        };
    }

    private async Task<bool> IsOwnAsync(NewNode node, Guid userKey, CancellationToken cancellationToken)
    {
        var found = await tree.SummariesAsync(node.Kind, [node.Key], cancellationToken);
        return found is [{ Trashed: false } existing]
            && existing.CreatorKey == userKey
            && existing.WriterKey == userKey
            && existing.ContentTypeKey == node.ContentTypeKey
            && existing.ParentKey == node.ParentKey;
    }
}
