using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Management.Overview;

/// <summary>What the editors' calendar is made of, as far as one person may see it.</summary>
/// <param name="Edition">What citizens see.</param>
/// <param name="Published">What citizens see of the dates.</param>
/// <param name="Drafts">Dates of what is saved and not published.</param>
/// <param name="Scheduled">Documents with a plan.</param>
internal sealed record CalendarSource(Edition Edition, ReadableCalendar Published, IReadOnlyList<PlannedOccurrence> Drafts, IReadOnlyList<NodeSummary> Scheduled);

/// <summary>Reads it: two questions to the database, whatever the number of documents, and the calendar that the edition has already.</summary>
internal sealed class CalendarSources(WorkUnderWay work, DraftCalendar drafts)
{
    /// <summary>All of it.</summary>
    public async Task<CalendarSource> ReadAsync(Edition edition, NodeReach reach, HiddenFields hidden, CancellationToken cancellationToken)
    {
        Guid[] types = [.. DraftCalendar.Types.Select(alias => edition.Schema.FindType(NodeKind.Document, alias)?.Key).OfType<Guid>()];
        var pending = await work.PendingAsync(types, cancellationToken);
        var scheduled = await work.ScheduledAsync(cancellationToken);
        var paths = pending.ToDictionary(node => node.Key, node => (IReadOnlyList<Guid>)[.. node.Ancestors, node.Key]);
        Predicate<Occurrence> sees = reach.IsEverything ? _ => true : Sees;
        return new CalendarSource(
            edition,
            new ReadableCalendar(edition, sees, types.Any(hidden.ByType.ContainsKey) ? Readable : null),
            [.. drafts.Occurrences(edition, pending, hidden.Without).Where(draft => sees(draft.Occurrence))],
            [.. scheduled.Where(node => reach.IsEverything || reach.Includes([.. node.Ancestors, node.Key]))]);

        ImmutableArray<Occurrence> Readable(PublishedDocument document) => drafts.Readable(edition, document, hidden.Without);

        bool Sees(Occurrence occurrence) =>
            reach.Includes(PathOf(occurrence.Document)) && occurrence.Changes.All(change => reach.Includes(PathOf(change)));

        IReadOnlyList<Guid> PathOf(PublishedDocument document)
        {
            if (paths.TryGetValue(document.Key, out var known))
            {
                return known;
            }

            var above = document.ParentKey is { } key && edition.Find(key) is { } parent ? PathOf(parent) : [];
            return paths[document.Key] = [.. above, document.Key];
        }
    }
}
