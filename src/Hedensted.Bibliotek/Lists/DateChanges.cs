using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Lists;

/// <summary>Knows which dates of series are changed by a document of their own. What a version says is read once and remembered, as long as the types stay.</summary>
internal sealed class DateChanges(ContentTree tree)
{
    private static readonly ILookup<Guid, DateChange> None = Array.Empty<DateChange>().ToLookup(_ => Guid.Empty);

    private readonly ConcurrentDictionary<Guid, Remembered> _folders = new();

    /// <summary>The changes by series, below a folder; in the order of their documents. None for whom the times in them are hidden.</summary>
    public async Task<ILookup<Guid, DateChange>> BelowAsync(ContentSchema schema, Guid folderKey, SeenEvents seen, CancellationToken cancellationToken)
    {
        if (schema.FindType(NodeKind.Document, EventTypes.Override) is not { } type
            || (seen.Hidden.TryGetValue(type.Key, out var hidden) && hidden.Overlaps(["originalStart", "appliesTo", "startsAt", "endsAt"])))
        {
            return None;
        }

        var drafts = await tree.OutlineBelowAsync(folderKey, type.Key, cancellationToken);
        var known = _folders.TryGetValue(folderKey, out var remembered) && remembered.Schema == schema ? remembered.Changes : ImmutableDictionary<Guid, DateChange?>.Empty;
        var read = await tree.VersionsAsync([.. drafts.Select(draft => draft.VersionKey).Where(version => !known.ContainsKey(version))], cancellationToken);
        var current = drafts.ToImmutableDictionary(
            draft => draft.VersionKey,
            draft => read.TryGetValue(draft.VersionKey, out var content) ? DateChange.Of(content) : known.GetValueOrDefault(draft.VersionKey));
        _folders[folderKey] = new Remembered(schema, current);
        return drafts.SelectMany(draft => current[draft.VersionKey] is { } change ? [(Series: draft.ParentKey!.Value, Change: change)] : Array.Empty<(Guid Series, DateChange Change)>())
            .ToLookup(pair => pair.Series, pair => pair.Change);
    }

    private sealed record Remembered(ContentSchema Schema, ImmutableDictionary<Guid, DateChange?> Changes);
}
