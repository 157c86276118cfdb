using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Makes cultures of a draft what readers see, or takes them away; knows no rules.</summary>
internal static class PublishedWriter
{
    /// <summary>Publishes these cultures of the draft; an invariant document is published whole.</summary>
    public static void Publish(WriteSession session, ContentSchema schema, NodeRow row, PublishedRow? published, NodeContent draft, ContentType type, ImmutableArray<string> cultures)
    {
        var before = published is null ? null : ContentJson.Read(published.Content);
        var content = type.VariesByCulture ? Merge(before, draft, cultures) : draft;
        Write(session, schema, row, published, content, type, row.DraftVersionKey);
        DraftWriter.SetVariants(row, [.. StoredJson.ReadVariants(row.Variants).Select(variant =>
            !type.VariesByCulture || Contains(cultures, variant.Culture)
                ? variant with { PublishDate = session.Now, PublishAt = null, Edited = false }
                : variant with { Edited = variant.PublishDate is not null && DraftWriter.Differs(draft, content, variant.Culture) })]);
        session.Changed(ChangeSubject.Document, row.Key);
    }

    /// <summary>Takes these cultures from readers; none named takes the document.</summary>
    public static void Unpublish(WriteSession session, ContentSchema schema, NodeRow row, PublishedRow published, NodeContent draft, ContentType type, ImmutableArray<string> cultures)
    {
        var before = ContentJson.Read(published.Content);
        var left = cultures.IsEmpty ? [] : before.Names.Where(name => !Contains(cultures, name.Culture)).ToImmutableArray();
        if (left.IsEmpty)
        {
            session.Context.Published.Remove(published);
            session.LeavesBelow(row.ParentKey);
            cultures = [];
        }
        else
        {
            var content = new NodeContent { Names = left, Values = [.. before.Values.Where(value => value.Culture is null || !Contains(cultures, value.Culture))] };
            Write(session, schema, row, published, content, type, published.VersionKey);
        }

        // A culture that is in neither the draft nor the published text is gone.
        DraftWriter.SetVariants(row, [.. StoredJson.ReadVariants(row.Variants)
            .Select(variant => cultures.IsEmpty || Contains(cultures, variant.Culture)
                ? variant with { PublishDate = null, UnpublishAt = null, Edited = false }
                : variant)
            .Where(variant => variant.PublishDate is not null || ContentComparison.NameOf(draft, variant.Culture) is not null)]);
        session.Changed(ChangeSubject.Document, row.Key);
    }

    private static void Write(WriteSession session, ContentSchema schema, NodeRow row, PublishedRow? published, NodeContent content, ContentType type, Guid versionKey)
    {
        var segments = StoredJson.Write(UrlSegments.Of(schema, type, content));
        var json = ContentJson.Write(content);
        if (published is null)
        {
            session.Context.Published.Add(new PublishedRow
            {
                NodeKey = row.Key,
                VersionKey = versionKey,
                PublishDate = session.Now,
                Content = json,
                Segments = segments,
            });
        }
        else
        {
            (published.VersionKey, published.PublishDate, published.Content, published.Segments) = (versionKey, session.Now, json, segments);
        }
    }

    private static NodeContent Merge(NodeContent? before, NodeContent draft, ImmutableArray<string> cultures)
    {
        var keptNames = before?.Names.Where(name => !Contains(cultures, name.Culture)) ?? [];
        var keptValues = before?.Values.Where(value => value.Culture is not null && !Contains(cultures, value.Culture)) ?? [];
        return new NodeContent
        {
            Names = [.. draft.Names.Where(name => Contains(cultures, name.Culture)), .. keptNames],
            Values = [.. draft.Values.Where(value => value.Culture is null || Contains(cultures, value.Culture)), .. keptValues],
        };
    }

    private static bool Contains(ImmutableArray<string> cultures, string? culture) =>
        culture is not null && cultures.Contains(culture, StringComparer.OrdinalIgnoreCase);
}
