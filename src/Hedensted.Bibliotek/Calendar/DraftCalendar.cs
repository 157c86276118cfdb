using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Microsoft.Extensions.Logging;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>The dates of what is saved and not published, and of what one person may read of what is, expanded as the calendar expands them.</summary>
public sealed partial class DraftCalendar(TimeProvider time, ILogger<DraftCalendar> logger)
{
    /// <summary>Aliases of the types whose drafts make or change dates.</summary>
    public static ImmutableArray<string> Types { get; } = [EventTypes.Event, EventTypes.Series, EventTypes.DialogueMeeting, EventTypes.Override];

    /// <summary>The dates; a draft without dates that can be read has none.</summary>
    /// <param name="edition">What citizens see.</param>
    /// <param name="pending">Drafts that differ from it, and those of documents that are not in it.</param>
    /// <param name="readable">A document without what may not be read.</param>
    public IEnumerable<PlannedOccurrence> Occurrences(Edition edition, IEnumerable<ContentNode> pending, Func<PublishedDocument, PublishedDocument> readable)
    {
        var drafts = pending
            .Select(node => edition.Schema.FindType(node.ContentTypeKey) is { } type ? readable(PublishedDocument.OfDraft(edition.Schema, type, node, default)) : null)
            .OfType<PublishedDocument>()
            .ToDictionary(draft => draft.Key);
        var changes = drafts.Values.Where(draft => draft.ContentType.Alias == EventTypes.Override).ToLookup(draft => draft.ParentKey);

        var context = SeriesContext.Of(edition, time.GetUtcNow());

        // A changed date changes its series, also one that is published as it is.
        var series = changes.Select(change => change.Key is { } key && !drafts.ContainsKey(key) ? edition.Find(key) : null).OfType<PublishedDocument>().Select(readable);
        return drafts.Values.Concat(series)
            .SelectMany(source => Expand(source, context, [.. edition.ChildrenOf(source.Key).Where(IsChange).Where(change => !drafts.ContainsKey(change.Key)).Select(readable), .. changes[source.Key]]))
            .Select(occurrence => new PlannedOccurrence(occurrence, edition.Find(occurrence.Document.Key) is null ? PlanState.Draft : PlanState.Changed));
    }

    /// <summary>The dates of one draft that stands in a form, with the changes of its dates that citizens see.</summary>
    /// <param name="edition">What citizens see.</param>
    /// <param name="draft">An event, a series or a dialogue meeting.</param>
    public IEnumerable<PlannedOccurrence> Of(Edition edition, PublishedDocument draft) =>
        Expand(draft, SeriesContext.Of(edition, time.GetUtcNow()), [.. edition.ChildrenOf(draft.Key).Where(IsChange)]).Select(date => new PlannedOccurrence(date, PlanState.Draft));

    /// <summary>The dates that a «Ret denne dato» which stands in a form changes, as they become, with the other changes that citizens see.</summary>
    /// <param name="edition">What citizens see.</param>
    /// <param name="series">The series.</param>
    /// <param name="change">The change.</param>
    /// <param name="readable">A document without what may not be read.</param>
    public IEnumerable<PlannedOccurrence> ChangedBy(Edition edition, PublishedDocument series, PublishedDocument change, Func<PublishedDocument, PublishedDocument> readable)
    {
        PublishedDocument[] others = [.. edition.ChildrenOf(series.Key).Where(other => IsChange(other) && other.Key != change.Key).Select(readable)];
        return Expand(readable(series), SeriesContext.Of(edition, time.GetUtcNow()), [change, .. others])
            .Where(date => date.Changes.Contains(change))
            .Select(date => new PlannedOccurrence(date, PlanState.Draft));
    }

    /// <summary>The dates of a published document as far as they may be read, by start.</summary>
    /// <param name="edition">What citizens see.</param>
    /// <param name="document">An event, a series or a dialogue meeting of it.</param>
    /// <param name="readable">A document without what may not be read.</param>
    public ImmutableArray<Occurrence> Readable(Edition edition, PublishedDocument document, Func<PublishedDocument, PublishedDocument> readable) =>
        Expand(readable(document), SeriesContext.Of(edition, time.GetUtcNow()), [.. edition.ChildrenOf(document.Key).Where(IsChange).Select(readable)]).Sort(OccurrenceIndex.Compare);

    private static bool IsChange(PublishedDocument document) => document.ContentType.Alias == EventTypes.Override;

    private ImmutableArray<Occurrence> Expand(PublishedDocument source, SeriesContext context, IReadOnlyList<PublishedDocument> changes)
    {
        try
        {
            return new OccurrenceExpansion(source, "/", changes, context).Occurrences();
        }
#pragma warning disable CA1031 // One strange draft must not take the others off the editors' calendar.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotExpanded(logger, exception, source.Key);
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The dates of the draft of {Key} could not be read")]
        public static partial void NotExpanded(ILogger logger, Exception exception, Guid key);
    }
}
