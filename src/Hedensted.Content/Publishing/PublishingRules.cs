using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Publishing;

/// <summary>The rules under which a document is published and unpublished, in a transaction that somebody else began.</summary>
internal sealed class PublishingRules(WriteSession session, ContentValidator validator)
{
    /// <summary>Publishes these cultures of a document's draft, when everything about it is in order.</summary>
    /// <param name="row">The document, tracked.</param>
    /// <param name="cultures">Empty for an invariant document.</param>
    /// <param name="pathIsPublished">Whether the caller knows that what stands above is published.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<PublishResult> PublishAsync(NodeRow row, ImmutableArray<string> cultures, bool pathIsPublished, CancellationToken cancellationToken)
    {
        if (row.Trashed)
        {
            return new(PublishingStatus.InTrash);
        }

        var type = TypeOf(row);
        var draft = await Nodes.DraftAsync(session, row, cancellationToken);
        var (status, codes) = Cultures(type, cultures, forPublishing: true);
        if (status == PublishingStatus.Success)
        {
            status = Missing(row, type, draft, codes);
        }

        if (status == PublishingStatus.Success && !pathIsPublished
            && !await Nodes.ArePublishedAsync(session, NodePath.AncestorsIn(row.Path), cancellationToken))
        {
            status = PublishingStatus.PathNotPublished;
        }

        if (status != PublishingStatus.Success)
        {
            return new(status);
        }

        var errors = validator.Validate(session.Schema, type, draft, codes);
        if (!errors.IsEmpty)
        {
            return new(PublishingStatus.ContentInvalid, Errors: errors);
        }

        PublishedWriter.Publish(session, session.Schema, row, await Nodes.PublishedAsync(session, row.Key, cancellationToken), draft, type, codes);
        await TrackAsync(row, draft, cancellationToken);
        return new(PublishingStatus.Success, session.Position);
    }

    /// <summary>Takes these cultures from readers; none named, or one that must be there, takes the document.</summary>
    public async Task<PublishResult> UnpublishAsync(NodeRow row, ImmutableArray<string> cultures, CancellationToken cancellationToken)
    {
        if (row.Trashed)
        {
            return new(PublishingStatus.InTrash);
        }

        var type = TypeOf(row);
        var (status, codes) = cultures.IsEmpty ? (PublishingStatus.Success, cultures) : Cultures(type, cultures, forPublishing: false);
        if (status != PublishingStatus.Success)
        {
            return new(status);
        }

        if (await Nodes.PublishedAsync(session, row.Key, cancellationToken) is not { } published)
        {
            return new(PublishingStatus.Success);
        }

        var mandatory = codes.Any(code => session.Schema.FindLanguage(code) is { IsMandatory: true });
        var draft = await Nodes.DraftAsync(session, row, cancellationToken);
        PublishedWriter.Unpublish(session, session.Schema, row, published, draft, type, mandatory ? [] : codes);
        await TrackAsync(row, draft, cancellationToken);
        return new(PublishingStatus.Success, session.Position);
    }

    /// <summary>The languages that these ISO codes name, as they are stored; or what is wrong with naming them.</summary>
    public (PublishingStatus Status, ImmutableArray<string> Codes) Cultures(ContentType type, ImmutableArray<string> cultures, bool forPublishing)
    {
        if (!type.VariesByCulture)
        {
            return (cultures.IsEmpty ? PublishingStatus.Success : PublishingStatus.CannotPublishVariantWhenNotVariant, []);
        }

        if (cultures.IsEmpty)
        {
            return (forPublishing ? PublishingStatus.NothingToPublish : PublishingStatus.Success, []);
        }

        if (cultures.Any(string.IsNullOrEmpty))
        {
            return (PublishingStatus.CannotPublishInvariantWhenVariant, []);
        }

        var languages = cultures.Select(session.Schema.FindLanguage).ToArray();
        return languages.Contains(null)
            ? (PublishingStatus.InvalidCulture, [])
            : (PublishingStatus.Success, [.. languages.Select(language => language!.IsoCode).Distinct()]);
    }

    /// <summary>A document's type; documents without one cannot be stored.</summary>
    public ContentType TypeOf(NodeRow row) =>
        session.Schema.FindType(row.ContentTypeKey) ?? throw new InvalidOperationException($"The document {row.Key} has an unknown type.");

    private PublishingStatus Missing(NodeRow row, ContentType type, NodeContent draft, ImmutableArray<string> codes)
    {
        if (!type.VariesByCulture)
        {
            return PublishingStatus.Success;
        }

        if (codes.Any(code => ContentComparison.NameOf(draft, code) is null))
        {
            return PublishingStatus.CultureMissing;
        }

        var already = StoredJson.ReadVariants(row.Variants).Where(variant => variant.PublishDate is not null).Select(variant => variant.Culture);
        var visible = codes.Concat(already).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return session.Schema.Languages.Any(language => language.IsMandatory && !visible.Contains(language.IsoCode))
            ? PublishingStatus.MandatoryCultureMissing
            : PublishingStatus.Success;
    }

    private async Task TrackAsync(NodeRow row, NodeContent draft, CancellationToken cancellationToken)
    {
        var published = await Nodes.PublishedAsync(session, row.Key, cancellationToken);
        var visible = published is null ? null : ContentJson.Read(published.Content);
        await ReferenceTracker.UpdateAsync(session, row.Key, isNew: false, draft, visible, cancellationToken);
    }
}
