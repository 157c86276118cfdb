using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Lists;

/// <summary>An event below a folder, and which of its dates is meant.</summary>
/// <param name="Draft">The document.</param>
/// <param name="Facts">What its draft says.</param>
/// <param name="Date">The date that the question is about; null when it has none yet.</param>
public sealed record ListedEvent(DraftSummary Draft, EventFacts Facts, PlannedDate? Date);

/// <summary>What one person may see of the events below a folder.</summary>
/// <param name="Only">The documents; null is all.</param>
/// <param name="Hidden">By type the aliases of fields that are not read, without regard to case.</param>
public sealed record SeenEvents(SomeNodes? Only, IReadOnlyDictionary<Guid, IReadOnlySet<string>> Hidden)
{
    /// <summary>The facts without what is in hidden fields.</summary>
    internal EventFacts Of(DraftSummary draft, EventFacts facts) => Hidden.TryGetValue(draft.ContentTypeKey, out var aliases) ? facts.Without(aliases) : facts;
}

/// <summary>Finds the events below a folder that an editor looks for, drafts as well as published ones.</summary>
/// <remarks>
/// Ten thousand drafts are too much to read for each look at a list. What a version says never changes while the types stay
/// as they are, so the facts of each are read once and remembered.
/// </remarks>
public sealed class EventList(ContentTree tree, SchemaSource schemas, EditionSource editions, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Remembered> _folders = new();
    private readonly DateChanges _changes = new(tree);

    /// <summary>The events that match, in no particular order.</summary>
    /// <param name="folderKey">The folder.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="seen">What may be seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<ListedEvent>> FindAsync(Guid folderKey, EventFilter filter, SeenEvents seen, CancellationToken cancellationToken)
    {
        var events = await EventsAsync(folderKey, seen, cancellationToken);
        var now = WallTime.FromInstant(time.GetUtcNow());
        var placesNamed = filter.Text.Length == 0 ? [] : await PlacesNamedAsync(events, filter.Text, cancellationToken);
        var found = new List<ListedEvent>();
        var changes = await _changes.BelowAsync(await schemas.CurrentAsync(cancellationToken), folderKey, seen, cancellationToken);
        foreach (var (draft, own) in events)
        {
            var facts = own.With(changes[draft.Key]);
            if (filter.Matches(draft, facts, placesNamed) && filter.TryDate(facts, now, out var date))
            {
                found.Add(new ListedEvent(draft, facts, date));
            }
        }

        return found;
    }

    /// <summary>The places that the events below a folder are at, by name.</summary>
    public async Task<IReadOnlyList<NodeSummary>> PlacesAsync(Guid folderKey, SeenEvents seen, CancellationToken cancellationToken) =>
        await PlacesAsync(await EventsAsync(folderKey, seen, cancellationToken), cancellationToken);

    private async Task<HashSet<Guid>> PlacesNamedAsync(
        IReadOnlyList<(DraftSummary Draft, EventFacts Facts)> events, string text, CancellationToken cancellationToken) =>
        [.. (await PlacesAsync(events, cancellationToken)).Where(place => place.NameIn(null).Contains(text, StringComparison.OrdinalIgnoreCase)).Select(place => place.Key)];

    private Task<IReadOnlyList<NodeSummary>> PlacesAsync(IReadOnlyList<(DraftSummary Draft, EventFacts Facts)> events, CancellationToken cancellationToken) =>
        tree.SummariesAsync(NodeKind.Document, [.. events.Select(item => item.Facts.PlaceKey).OfType<Guid>().Distinct()], cancellationToken);

    private async Task<IReadOnlyList<(DraftSummary Draft, EventFacts Facts)>> EventsAsync(Guid folderKey, SeenEvents seen, CancellationToken cancellationToken)
    {
        var only = seen.Only;
        var schema = await schemas.CurrentAsync(cancellationToken);
        var context = editions.IsReady ? SeriesContext.Of(editions.Current, time.GetUtcNow()) : new SeriesContext(FreeDays.None, default);
        var drafts = await tree.DraftsAsync(NodeKind.Document, folderKey, cancellationToken, only);
        var known = _folders.TryGetValue(folderKey, out var remembered) && remembered.Schema == schema && remembered.Context == context
            ? remembered.Facts
            : ImmutableDictionary<Guid, EventFacts?>.Empty;
        var unknown = drafts.Where(draft => !known.ContainsKey(draft.VersionKey)).ToArray();
        if (unknown.Length > 0)
        {
            var read = await tree.VersionsAsync([.. unknown.Select(draft => draft.VersionKey)], cancellationToken);
            var learnt = unknown
                .Where(draft => read.ContainsKey(draft.VersionKey))
                .Select(draft => KeyValuePair.Create(draft.VersionKey, EventFacts.Of(schema.FindType(draft.ContentTypeKey)?.Alias ?? "", read[draft.VersionKey], context)));

            // Versions that are drafts no longer are forgotten as soon as somebody who sees all of the folder has looked.
            var kept = only is null ? Those(known, drafts) : known;
            known = kept.SetItems(learnt);
            _folders[folderKey] = new Remembered(schema, context, known);
        }

        return [.. drafts
            .Where(draft => known.GetValueOrDefault(draft.VersionKey) is not null)
            .Select(draft => (draft, seen.Of(draft, known[draft.VersionKey]!)))];
    }

    private static ImmutableDictionary<Guid, EventFacts?> Those(ImmutableDictionary<Guid, EventFacts?> known, IReadOnlyList<DraftSummary> drafts)
    {
        var current = drafts.Select(draft => draft.VersionKey).ToHashSet();
        return known.RemoveRange(known.Keys.Where(key => !current.Contains(key)));
    }

    private sealed record Remembered(ContentSchema Schema, SeriesContext Context, ImmutableDictionary<Guid, EventFacts?> Facts);
}
