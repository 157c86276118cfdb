using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Finds the drafts whose values no longer satisfy a data type when its settings change. They are kept; publishing asks for them to be mended.</summary>
internal static class SettingsConsequences
{
    private static readonly ContentValidator Validator = new();

    public static async Task<ImmutableArray<LeftBehind>> FindAsync(
        WriteSession session, ContentSchema after, Guid dataType, CancellationToken cancellationToken)
    {
        var users = after.ContentTypes.Where(type => type.Properties.Any(property => property.DataTypeKey == dataType)).ToArray();
        var affected = after.ContentTypes.Where(type => !type.IsElement && after.WithCompositions(type).Any(users.Contains)).Select(type => type.Key).ToHashSet();
        var keys = await session.Context.Nodes.Where(node => affected.Contains(node.ContentTypeKey)).Select(node => node.DraftVersionKey).ToListAsync(cancellationToken);
        foreach (var element in users.Where(type => type.IsElement))
        {
            var text = element.Key.ToString();
            keys.AddRange(await session.Context.Nodes.Join(session.Context.Versions, node => node.DraftVersionKey, version => version.Key, (node, version) => version)
                .Where(version => version.Content.Contains(text)).Select(version => version.Key).ToListAsync(cancellationToken));
        }

        var unfit = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var batch in keys.Distinct().Chunk(500))
        {
            var drafts = await session.Context.Versions.AsNoTracking().Where(version => batch.Contains(version.Key))
                .Join(session.Context.Nodes, version => version.NodeKey, node => node.Key, (version, node) => new { node.ContentTypeKey, version.Content })
                .ToListAsync(cancellationToken);
            foreach (var draft in drafts)
            {
                foreach (var property in NewlyWrong(session.Schema, after, draft.ContentTypeKey, ContentJson.Read(draft.Content)))
                {
                    unfit[property] = unfit.GetValueOrDefault(property) + 1;
                }
            }
        }

        return [.. unfit.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new LeftBehind(pair.Key, pair.Value, IsKept: true))];
    }

    private static IEnumerable<string> NewlyWrong(ContentSchema before, ContentSchema after, Guid typeKey, NodeContent content)
    {
        if (before.FindType(typeKey) is not { } old || after.FindType(typeKey) is not { } type)
        {
            return [];
        }

        var known = Validator.Validate(before, old, content, []).Select(error => (error.Alias, error.Culture, error.Path)).ToHashSet();
        return Validator.Validate(after, type, content, [])
            .Where(error => error.Alias is not null && !known.Contains((error.Alias, error.Culture, error.Path)))
            .Select(error => after.FindProperty(type, error.Alias!)?.Name ?? error.Alias!)
            .Distinct();
    }
}
