using System.Collections.Immutable;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Schema;

/// <summary>
/// Takes what editors have written along when a schema changes, in the same transaction. A renamed property is renamed everywhere, in old
/// versions too, for it is the same property. Everything else is a new version of each draft, so that what could not follow is in the
/// history; what readers see follows at once.
/// </summary>
internal sealed class StoredContent(WriteSession session, SchemaDifference difference, Guid? userKey)
{
    private const int Batch = 200;
    private readonly Dictionary<PropertyType, HashSet<Guid>> _lost = [];

    /// <summary>Does it.</summary>
    /// <returns>What could not follow.</returns>
    public async Task<ImmutableArray<LeftBehind>> FollowAsync(CancellationToken cancellationToken)
    {
        if (difference.IsEmpty)
        {
            return [];
        }

        await session.Context.SaveChangesAsync(cancellationToken);
        foreach (var batch in (await AffectedAsync(cancellationToken)).Chunk(Batch))
        {
            await RenameAsync(batch, cancellationToken);
            await FitAsync(batch, cancellationToken);
            await session.Context.SaveChangesAsync(cancellationToken);
            session.Context.ChangeTracker.Clear();
        }

        foreach (var blueprint in await DefinitionWriter.BlueprintsAsync(session.Context, cancellationToken))
        {
            if (difference.After.FindType(blueprint.ContentTypeKey) is { } type)
            {
                var content = Fit(blueprint.Key, type, difference.Rename(type.Key, blueprint.Content));
                if (!ContentComparison.Same(content, blueprint.Content))
                {
                    await DefinitionWriter.PutAsync(session, blueprint with { Content = content, UpdateDate = session.Now }, cancellationToken);
                }
            }
        }

        return [.. _lost.Select(lost => new LeftBehind(lost.Key.Name, lost.Value.Count, IsKept: false)).OrderBy(lost => lost.Property, StringComparer.Ordinal)];
    }

    private async Task<HashSet<Guid>> AffectedAsync(CancellationToken cancellationToken)
    {
        var keys = new HashSet<Guid>();
        foreach (var change in difference.Types)
        {
            if (change.Type.IsElement)
            {
                await ContainingAsync(change.Type.Key.ToString(), null);
            }
            else if (change.CulturesMove)
            {
                keys.UnionWith(await session.Context.Nodes.Where(node => node.ContentTypeKey == change.Type.Key).Select(node => node.Key).ToListAsync(cancellationToken));
            }
            else
            {
                foreach (var alias in change.Renamed.Keys.Concat(change.Converted))
                {
                    await ContainingAsync($"[\"{alias}\",", change.Type.Key);
                }
            }
        }

        return keys;

        async Task ContainingAsync(string text, Guid? type)
        {
            var nodes = session.Context.Nodes.Where(node => type == null || node.ContentTypeKey == type);
            keys.UnionWith(await nodes.Join(session.Context.Versions, node => node.Key, version => version.NodeKey, (node, version) => version)
                .Where(version => version.Content.Contains(text)).Select(version => version.NodeKey).Distinct().ToListAsync(cancellationToken));
            keys.UnionWith(await nodes.Join(session.Context.Published, node => node.Key, published => published.NodeKey, (node, published) => published)
                .Where(published => published.Content.Contains(text)).Select(published => published.NodeKey).ToListAsync(cancellationToken));
        }
    }

    private async Task RenameAsync(Guid[] keys, CancellationToken cancellationToken)
    {
        if (!difference.Renames)
        {
            return;
        }

        var types = await session.Context.Nodes.Where(node => keys.Contains(node.Key)).ToDictionaryAsync(node => node.Key, node => node.ContentTypeKey, cancellationToken);
        foreach (var version in await session.Context.Versions.Where(version => keys.Contains(version.NodeKey)).ToListAsync(cancellationToken))
        {
            version.Content = Renamed(types[version.NodeKey], version.Content);
        }

        foreach (var published in await session.Context.Published.Where(published => keys.Contains(published.NodeKey)).ToListAsync(cancellationToken))
        {
            published.Content = Renamed(types[published.NodeKey], published.Content);
        }
    }

    private string Renamed(Guid type, string content)
    {
        var before = ContentJson.Read(content);
        var after = difference.Rename(type, before);
        return after.Values.SequenceEqual(before.Values) ? content : ContentJson.Write(after);
    }

    private async Task FitAsync(Guid[] keys, CancellationToken cancellationToken)
    {
        foreach (var row in await session.Context.Nodes.Where(node => keys.Contains(node.Key)).ToListAsync(cancellationToken))
        {
            if (difference.After.FindType(row.ContentTypeKey) is not { } type)
            {
                continue;
            }

            var draft = await Nodes.DraftAsync(session, row, cancellationToken);
            var fitted = Fit(row.Key, type, draft);
            var published = await Nodes.PublishedAsync(session, row.Key, cancellationToken);
            var visible = published is null ? null : FitPublished(row, type, published);
            var variants = Variants(type, row.Variants);
            if (variants != row.Variants || !ContentComparison.Same(draft, fitted))
            {
                row.Variants = variants;
                DraftWriter.Write(session, row, fitted, draft, visible, userKey);
            }

            if (published is not null && ContentComparison.Same(visible!, fitted))
            {
                published.VersionKey = row.DraftVersionKey;
            }

            await ReferenceTracker.UpdateAsync(session, row.Key, isNew: false, fitted, visible, cancellationToken);
        }
    }

    private NodeContent FitPublished(NodeRow row, ContentType type, PublishedRow published)
    {
        var visible = Fit(row.Key, type, ContentJson.Read(published.Content));
        published.Content = ContentJson.Write(visible);
        published.Segments = StoredJson.Write(UrlSegments.Of(difference.After, type, visible));
        return visible;
    }

    private NodeContent Fit(Guid key, ContentType type, NodeContent content)
    {
        var lost = new HashSet<PropertyType>();
        var fitted = difference.Fitting.Fit(type, content, lost);
        foreach (var property in lost)
        {
            if (!_lost.TryGetValue(property, out var items))
            {
                _lost[property] = items = [];
            }

            items.Add(key);
        }

        return fitted;
    }

    private string Variants(ContentType type, string stored)
    {
        var variants = StoredJson.ReadVariants(stored);
        var standard = difference.After.DefaultLanguage?.IsoCode;
        ImmutableArray<StoredVariant> moved = !type.VariesByCulture
            ? [.. variants.OrderByDescending(variant => ContentComparison.SameCulture(variant.Culture, null) || ContentComparison.SameCulture(variant.Culture, standard))
                .Take(1).Select(variant => variant with { Culture = null })]
            : [.. variants.Where(variant => variant.Culture is null || difference.After.FindLanguage(variant.Culture) is not null)
                .Select(variant => variant.Culture is null ? variant with { Culture = standard } : variant)];
        return StoredJson.Write(moved);
    }
}
