using System.Collections.Immutable;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>All occurrences of one edition in start order (then id), with the look-ups that queries need; immutable.</summary>
/// <remarks>An edition projection: <c>edition.Projection&lt;EventCalendar&gt;()</c>.</remarks>
public sealed class EventCalendar
{
    private readonly ImmutableDictionary<Guid, Occurrence> _byId;
    private readonly ImmutableDictionary<Guid, ImmutableArray<Occurrence>> _byDocument;
    private readonly ImmutableDictionary<Guid, OccurrenceIndex> _byPlace;
    private readonly ImmutableDictionary<Guid, OccurrenceIndex> _byFocusArea;

    private EventCalendar(
        LocalDate last,
        OccurrenceIndex all,
        ImmutableDictionary<Guid, Occurrence> byId,
        ImmutableDictionary<Guid, ImmutableArray<Occurrence>> byDocument,
        ImmutableDictionary<Guid, OccurrenceIndex> byPlace,
        ImmutableDictionary<Guid, OccurrenceIndex> byFocusArea)
    {
        Last = last;
        All = all;
        _byId = byId;
        _byDocument = byDocument;
        _byPlace = byPlace;
        _byFocusArea = byFocusArea;
    }

    /// <summary>A calendar in which nothing happens.</summary>
    public static EventCalendar Empty { get; } = new(
        default,
        OccurrenceIndex.Empty,
        ImmutableDictionary<Guid, Occurrence>.Empty,
        ImmutableDictionary<Guid, ImmutableArray<Occurrence>>.Empty,
        ImmutableDictionary<Guid, OccurrenceIndex>.Empty,
        ImmutableDictionary<Guid, OccurrenceIndex>.Empty);

    /// <summary>The last day that the rules of series were followed to.</summary>
    public LocalDate Last { get; }

    /// <summary>Every occurrence, by start then id.</summary>
    public OccurrenceIndex All { get; }

    /// <summary>The occurrence with this id.</summary>
    public Occurrence? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>The occurrences of one document, by start.</summary>
    public ImmutableArray<Occurrence> Of(Guid documentKey) => _byDocument.GetValueOrDefault(documentKey, []);

    /// <summary>What happens at a branch or outreach place.</summary>
    public OccurrenceIndex At(Guid placeKey) => _byPlace.GetValueOrDefault(placeKey, OccurrenceIndex.Empty);

    /// <summary>What belongs to a focus area.</summary>
    public OccurrenceIndex Under(Guid focusAreaKey) => _byFocusArea.GetValueOrDefault(focusAreaKey, OccurrenceIndex.Empty);

    /// <summary>The next calendar: some documents made anew, the rest as it is.</summary>
    /// <param name="documents">What each changed document makes now; nothing for one that is gone.</param>
    /// <param name="last">The last day that rules were followed to.</param>
    internal EventCalendar With(IReadOnlyDictionary<Guid, ImmutableArray<Occurrence>> documents, LocalDate last)
    {
        var changed = documents.Keys.ToHashSet();
        var added = documents.Values.SelectMany(occurrences => occurrences).ToList();
        var byId = _byId.ToBuilder();
        var byDocument = _byDocument.ToBuilder();
        var before = changed.SelectMany(key => Of(key)).ToList();
        byId.RemoveRange(before.Select(occurrence => occurrence.Id));
        byDocument.RemoveRange(changed);
        foreach (var occurrence in added)
        {
            byId[occurrence.Id] = occurrence;
        }

        foreach (var (key, occurrences) in documents.Where(document => !document.Value.IsEmpty))
        {
            byDocument[key] = occurrences.Sort(OccurrenceIndex.Compare);
        }

        return new EventCalendar(
            last,
            _byId.IsEmpty ? OccurrenceIndex.Of([.. added]) : All.With(before, added),
            byId.ToImmutable(),
            byDocument.ToImmutable(),
            Regroup(_byPlace, before, added, occurrence => occurrence.PlaceKey is { } place ? [place] : []),
            Regroup(_byFocusArea, before, added, occurrence => occurrence.FocusAreaKeys));
    }

    private static ImmutableDictionary<Guid, OccurrenceIndex> Regroup(
        ImmutableDictionary<Guid, OccurrenceIndex> groups,
        List<Occurrence> before,
        List<Occurrence> added,
        Func<Occurrence, ImmutableArray<Guid>> groupsOf)
    {
        var next = groups.ToBuilder();
        var (leaving, arriving) = (Grouped(before), Grouped(added));
        foreach (var group in leaving.Concat(arriving).Select(pair => pair.Key).Distinct())
        {
            var index = next.TryGetValue(group, out var existing)
                ? existing.With(leaving[group], arriving[group])
                : OccurrenceIndex.Of([.. arriving[group]]);
            if (index.Count == 0)
            {
                next.Remove(group);
            }
            else
            {
                next[group] = index;
            }
        }

        return next.ToImmutable();

        ILookup<Guid, Occurrence> Grouped(List<Occurrence> occurrences) => occurrences
            .SelectMany(occurrence => groupsOf(occurrence).Distinct().Select(group => (group, occurrence)))
            .ToLookup(pair => pair.group, pair => pair.occurrence);
    }
}
