using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Outlines;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Lists;

/// <summary>An event below a folder, and which of its dates is meant.</summary>
/// <param name="Document">The document.</param>
/// <param name="Facts">What its draft says.</param>
/// <param name="Date">The date that the question is about; null when it has none yet.</param>
public sealed record ListedEvent(OutlineNode Document, EventFacts Facts, PlannedDate? Date);

/// <summary>What one person may see of the events below a folder.</summary>
/// <param name="Only">The documents; null is all.</param>
/// <param name="Hidden">By type the aliases of fields that are not read, without regard to case.</param>
public sealed record SeenEvents(SomeNodes? Only, IReadOnlyDictionary<Guid, IReadOnlySet<string>> Hidden)
{
    /// <summary>Those of these events that are seen, without what is in hidden fields.</summary>
    internal ImmutableArray<DraftedEvent> Of(ImmutableArray<DraftedEvent> events) => Only is null && Hidden.Count == 0
        ? events
        : [.. events.Where(item => Only?.Include(item.Document.Key) != false).Select(item =>
            Hidden.TryGetValue(item.Document.ContentTypeKey, out var aliases) ? item with { Facts = item.Facts.Without(aliases) } : item)];
}

/// <summary>An event and what its draft says.</summary>
/// <param name="Document">The document.</param>
/// <param name="Facts">What its draft says.</param>
internal readonly record struct DraftedEvent(OutlineNode Document, EventFacts Facts);

/// <summary>Finds the events below a folder that an editor looks for, drafts as well as published ones.</summary>
/// <remarks>
/// Ten thousand drafts are too much to read for each look at a list. What a version says never changes while the types stay
/// as they are, so the facts of each are read once and remembered; and the list of them for as long as no document in the folder is saved.
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
        var schema = await schemas.CurrentAsync(cancellationToken);
        var events = seen.Of(await EventsAsync(schema, folderKey, cancellationToken));
        var changes = await _changes.BelowAsync(schema, folderKey, seen, cancellationToken);
        var now = WallTime.FromInstant(time.GetUtcNow());
        var placesNamed = filter.Text.Length == 0 ? [] : await PlacesNamedAsync(events, filter.Text, cancellationToken);
        var found = new List<ListedEvent>();
        foreach (var (document, own) in events)
        {
            var facts = changes.Contains(document.Key) ? own.With(changes[document.Key]) : own;
            if (filter.Matches(document, facts, placesNamed) && filter.TryDate(facts, now, out var date))
            {
                found.Add(new ListedEvent(document, facts, date));
            }
        }

        return found;
    }

    /// <summary>The places that the events below a folder are at, by name.</summary>
    public async Task<IReadOnlyList<NodeSummary>> PlacesAsync(Guid folderKey, SeenEvents seen, CancellationToken cancellationToken) =>
        await PlacesAsync(seen.Of(await EventsAsync(await schemas.CurrentAsync(cancellationToken), folderKey, cancellationToken)), cancellationToken);

    private async Task<HashSet<Guid>> PlacesNamedAsync(ImmutableArray<DraftedEvent> events, string text, CancellationToken cancellationToken) =>
        [.. (await PlacesAsync(events, cancellationToken)).Where(place => place.NameIn(null).Contains(text, StringComparison.OrdinalIgnoreCase)).Select(place => place.Key)];

    private Task<IReadOnlyList<NodeSummary>> PlacesAsync(ImmutableArray<DraftedEvent> events, CancellationToken cancellationToken) =>
        tree.SummariesAsync(NodeKind.Document, [.. events.Select(item => item.Facts.PlaceKey).OfType<Guid>().Distinct()], cancellationToken);

    private async Task<ImmutableArray<DraftedEvent>> EventsAsync(ContentSchema schema, Guid folderKey, CancellationToken cancellationToken)
    {
        var context = editions.IsReady ? SeriesContext.Of(editions.Current, time.GetUtcNow()) : new SeriesContext(FreeDays.None, default);
        var documents = await tree.OutlineAsync(NodeKind.Document, folderKey, cancellationToken);
        var remembered = _folders.TryGetValue(folderKey, out var last) && last.Schema == schema && last.Context == context ? last : new Remembered(schema, context, [], [], []);
        if (remembered.Documents == documents)
        {
            return remembered.Events;
        }

        var unknown = documents.Where(document => !remembered.Facts.ContainsKey(document.VersionKey)).ToArray();
        var read = await tree.VersionsAsync([.. unknown.Select(document => document.VersionKey)], cancellationToken);
        var learnt = unknown.Where(document => read.ContainsKey(document.VersionKey)).ToDictionary(
            document => document.VersionKey, document => EventFacts.Of(schema.FindType(document.ContentTypeKey)?.Alias ?? "", read[document.VersionKey], context));

        var facts = new Dictionary<Guid, EventFacts?>(remembered.Facts);
        foreach (var document in unknown)
        {
            facts[document.VersionKey] = learnt.GetValueOrDefault(document.VersionKey);
        }

        // What is no draft any longer is forgotten, now and then.
        if (facts.Count > 2 * documents.Length)
        {
            facts = documents.ToDictionary(document => document.VersionKey, document => facts[document.VersionKey]);
        }

        ImmutableArray<DraftedEvent> events = [.. documents.Where(document => facts[document.VersionKey] is not null).Select(document => new DraftedEvent(document, facts[document.VersionKey]!))];
        _folders[folderKey] = new Remembered(schema, context, documents, facts, events);
        return events;
    }

    /// <summary>A folder as it was last looked at.</summary>
    /// <param name="Schema">The types.</param>
    /// <param name="Context">What the dates of series depended on besides.</param>
    /// <param name="Documents">What stood in it.</param>
    /// <param name="Facts">What each says, by version; null for what is no event.</param>
    /// <param name="Events">Those that are events.</param>
    private sealed record Remembered(
        ContentSchema Schema, SeriesContext Context, ImmutableArray<OutlineNode> Documents, Dictionary<Guid, EventFacts?> Facts, ImmutableArray<DraftedEvent> Events);
}
