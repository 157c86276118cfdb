using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Operations;

/// <summary>The documents and media of an import.</summary>
internal sealed class SiteNodes(WriteSession session, ContentSchema schema, Guid? userKey)
{
    /// <summary>Nodes per round trip; what is written is forgotten after each, so that memory does not grow with the import.</summary>
    private const int Batch = 500;

    private readonly Dictionary<Guid, Place> _places = [];

    /// <summary>A node as files hold it.</summary>
    public static SiteNode Of(NodeRow row, NodeContent draft)
    {
        var variants = StoredJson.ReadVariants(row.Variants);
        return new SiteNode
        {
            Key = row.Key,
            Kind = row.Kind,
            ContentTypeKey = row.ContentTypeKey,
            ParentKey = row.Trashed ? null : row.ParentKey,
            SortOrder = row.SortOrder,
            Trashed = row.Trashed,
            OriginalParentKey = row.Trashed ? row.ParentKey ?? row.OriginalParentKey : null,
            CreateDate = row.CreateDate,
            IsExample = row.IsExample,
            Content = draft,
            PublishedCultures = [.. variants.Where(variant => variant.PublishDate is not null).Select(variant => variant.Culture ?? "")],
            Schedules = [.. variants.SelectMany(SchedulesOf)],
        };
    }

    /// <summary>Adds and changes nodes, parents before children.</summary>
    public async Task ApplyAsync(ImmutableArray<SiteNode> nodes, CancellationToken cancellationToken)
    {
        foreach (var batch in nodes.Chunk(Batch))
        {
            var keys = batch.Select(node => node.Key).ToArray();
            var rows = await session.Context.Nodes.Where(node => keys.Contains(node.Key)).ToDictionaryAsync(node => node.Key, cancellationToken);
            foreach (var node in batch)
            {
                await ApplyAsync(node, rows.GetValueOrDefault(node.Key), cancellationToken);
            }

            await session.Context.SaveChangesAsync(cancellationToken);
            session.Context.ChangeTracker.Clear();
        }
    }

    private async Task ApplyAsync(SiteNode node, NodeRow? row, CancellationToken cancellationToken)
    {
        var type = schema.FindType(node.ContentTypeKey);
        if (type is null || type.Kind != node.Kind || type.IsElement)
        {
            throw new InvalidOperationException($"{Named(node)} has the type {node.ContentTypeKey}, which is no {node.Kind} type.");
        }

        var (status, content) = ContentRules.Fit(schema, type, node.Content);
        if (status != EditingStatus.Success)
        {
            throw new InvalidOperationException($"{Named(node)} does not fit its type '{type.Alias}': {status}.");
        }

        var parent = await PlaceOfParentAsync(node, cancellationToken);
        var isNew = row is null;
        row ??= NewRow(node);
        if (isNew)
        {
            session.Context.Nodes.Add(row);
        }
        else if (row.Kind != node.Kind)
        {
            throw new InvalidOperationException($"{Named(node)} has the key of a {row.Kind}.");
        }

        row.ContentTypeKey = node.ContentTypeKey;
        row.SortOrder = node.SortOrder;
        row.IsExample = node.IsExample;
        row.CreateDate = node.CreateDate == default ? row.CreateDate : node.CreateDate;
        await StandAsync(node, row, parent, isNew, cancellationToken);
        await WriteAsync(node, row, content, type, isNew, cancellationToken);
        _places[row.Key] = new(row.Kind, row.Path, row.Trashed);
    }

    private async Task WriteAsync(SiteNode node, NodeRow row, NodeContent content, ContentType type, bool isNew, CancellationToken cancellationToken)
    {
        var published = isNew ? null : await Nodes.PublishedAsync(session, row.Key, cancellationToken);
        var visible = published is null ? null : ContentJson.Read(published.Content);
        var draft = isNew ? null : await Nodes.DraftAsync(session, row, cancellationToken);
        if (draft is null || !ContentComparison.Same(draft, content))
        {
            DraftWriter.Write(session, row, content, draft, visible, userKey);
        }

        Schedule(row, node.Schedules);
        if (node.Kind == NodeKind.Media)
        {
            session.Changed(ChangeSubject.Media, row.Key);
        }
        else
        {
            Publish(node, row, published, visible, content, type);
        }

        await ReferenceTracker.UpdateAsync(session, row.Key, isNew, content, visible, cancellationToken);
    }

    private void Publish(SiteNode node, NodeRow row, PublishedRow? published, NodeContent? visible, NodeContent content, ContentType type)
    {
        var wanted = node.Trashed ? [] : node.PublishedCultures.Where(culture => content.Names.Any(name => ContentComparison.SameCulture(name.Culture ?? "", culture)))
            .ToImmutableArray();
        var withdrawn = visible?.Names.Where(name => !wanted.Contains(name.Culture ?? "", StringComparer.OrdinalIgnoreCase)).Select(name => name.Culture ?? "")
            .ToImmutableArray() ?? [];
        if (published is not null && withdrawn.Length > 0)
        {
            PublishedWriter.Unpublish(session, schema, row, published, content, type, withdrawn.Length == visible!.Names.Length ? [] : withdrawn);
            published = withdrawn.Length == visible.Names.Length ? null : published;
        }

        if (!wanted.IsEmpty && (visible is null || wanted.Any(culture => DraftWriter.Differs(content, visible, culture.Length == 0 ? null : culture))))
        {
            PublishedWriter.Publish(session, schema, row, published, content, type, wanted);
        }
        else if (published is not null)
        {
            // Its place may be another.
            session.Changed(ChangeSubject.Document, row.Key);
        }
    }

    private static void Schedule(NodeRow row, ImmutableArray<ContentSchedule> schedules) =>
        DraftWriter.SetVariants(row, [.. StoredJson.ReadVariants(row.Variants).Select(variant => variant with
        {
            PublishAt = At(schedules, variant.Culture, ScheduleAction.Release),
            UnpublishAt = At(schedules, variant.Culture, ScheduleAction.Expire),
        })]);

    private static DateTimeOffset? At(ImmutableArray<ContentSchedule> schedules, string? culture, ScheduleAction action) =>
        schedules.FirstOrDefault(schedule => schedule.Action == action && ContentComparison.SameCulture(schedule.Culture, culture))?.At;

    private NodeRow NewRow(SiteNode node)
    {
        var created = node.CreateDate == default ? session.Now : node.CreateDate;
        return new NodeRow
        {
            Key = node.Key,
            Kind = node.Kind,
            ContentTypeKey = node.ContentTypeKey,
            Path = "",
            Names = "",
            Variants = "[]",
            CreatorKey = userKey,
            CreateDate = created,
            UpdateDate = session.Now,
        };
    }

    private async Task StandAsync(SiteNode node, NodeRow row, Place? parent, bool isNew, CancellationToken cancellationToken)
    {
        // Inside the bin a node stays where it is: files do not hold the order there.
        var inBin = !isNew && row.Trashed && node.Trashed;
        var parentKey = inBin ? row.ParentKey : node.ParentKey;
        var path = inBin ? row.Path : NodePath.Below(parent?.Path, node.Key);
        row.OriginalParentKey = inBin ? row.OriginalParentKey : node.Trashed ? node.OriginalParentKey : null;
        if (row.Path == path && row.Trashed == node.Trashed)
        {
            return;
        }

        if (parent is { } above && NodePath.Includes(above.Path, node.Key))
        {
            throw new InvalidOperationException($"{Named(node)} would stand below itself.");
        }

        if (isNew)
        {
            (row.ParentKey, row.Path, row.Level, row.Trashed) = (parentKey, path, NodePath.LevelOf(path), node.Trashed);
            return;
        }

        await NodePlacing.PutAsync(session, row, parentKey, path, node.Trashed, cancellationToken);
        _places.Clear();
    }

    private async Task<Place?> PlaceOfParentAsync(SiteNode node, CancellationToken cancellationToken)
    {
        if (node.ParentKey is not { } key)
        {
            return null;
        }

        if (!_places.TryGetValue(key, out var place))
        {
            // What this import wrote may not be in the database yet.
            await session.Context.SaveChangesAsync(cancellationToken);
            place = await session.Context.Nodes.Where(parent => parent.Key == key)
                .Select(parent => new Place(parent.Kind, parent.Path, parent.Trashed)).SingleOrDefaultAsync(cancellationToken);
            if (place is not null)
            {
                _places[key] = place;
            }
        }

        if (place is null || place.Kind != node.Kind)
        {
            throw new InvalidOperationException($"{Named(node)} stands below {key}, which is no {node.Kind} on this site.");
        }

        return place.Trashed == node.Trashed ? place : throw new InvalidOperationException($"{Named(node)} stands below {key}, which is in the recycle bin.");
    }

    private static IEnumerable<ContentSchedule> SchedulesOf(StoredVariant variant)
    {
        if (variant.PublishAt is { } publishAt)
        {
            yield return new(variant.Culture, ScheduleAction.Release, publishAt);
        }

        if (variant.UnpublishAt is { } unpublishAt)
        {
            yield return new(variant.Culture, ScheduleAction.Expire, unpublishAt);
        }
    }

    private static string Named(SiteNode node) => $"The {(node.Kind == NodeKind.Media ? "media item" : "document")} '{node.Content.NameIn(null)}' ({node.Key})";

    private sealed record Place(NodeKind Kind, string Path, bool Trashed);
}
