using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Microsoft.Extensions.Logging;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Makes the calendar of each edition out of the one before: only what changed is expanded anew.</summary>
internal sealed partial class CalendarProjection(TimeProvider time, ILogger<CalendarProjection> logger) : IEditionProjection
{
    /// <inheritdoc/>
    public Type ResultType => typeof(EventCalendar);

    /// <inheritdoc/>
    public object Project(EditionChange change, object? previous)
    {
        var context = SeriesContext.Of(change.Next, time.GetUtcNow());
        if (previous is not EventCalendar calendar || change.SchemaChanged)
        {
            // Reading the dates of a whole year out of their documents is most of a start, and needs nothing but the document.
            return EventCalendar.Empty.With(EverySource(change.Next).AsParallel()
                .Select(document => KeyValuePair.Create(document.Key, Expand(change.Next, document, context)))
                .ToDictionary(expanded => expanded.Key, expanded => expanded.Value), context.Last);
        }

        var sources = new HashSet<Guid>();
        foreach (var key in change.Documents)
        {
            AddSource(sources, calendar, change.Next.Find(key), key);
            AddSource(sources, calendar, change.Previous?.Find(key), key);
        }

        // Other free days, and a new year, are news for every series that has a rule.
        if (context.Last != calendar.Last || (change.Previous is { } before && FreeDays.Of(before) != context.Free))
        {
            sources.UnionWith(change.Next.OfType(EventTypes.Series).Where(series => series.ValueOf(Repetition.Alias) is not null).Select(series => series.Key));
        }

        return sources.Count == 0
            ? calendar
            : calendar.With(
                sources.ToDictionary(key => key, key => change.Next.Find(key) is { } document ? Expand(change.Next, document, context) : []), context.Last);
    }

    private static IEnumerable<PublishedDocument> EverySource(Edition edition) =>
        edition.OfType(EventTypes.Event)
            .Concat(edition.OfType(EventTypes.Series))
            .Concat(edition.OfType(EventTypes.DialogueMeeting));

    // A changed override changes its series.
    private static void AddSource(HashSet<Guid> sources, EventCalendar calendar, PublishedDocument? document, Guid key)
    {
        if (document is null)
        {
            if (!calendar.Of(key).IsEmpty)
            {
                sources.Add(key);
            }
        }
        else if (EventTypes.MakesOccurrences(document.ContentType.Alias))
        {
            sources.Add(key);
        }
        else if (document is { ContentType.Alias: EventTypes.Override, ParentKey: { } series })
        {
            sources.Add(series);
        }
    }

    private ImmutableArray<Occurrence> Expand(Edition edition, PublishedDocument document, SeriesContext context)
    {
        // What may not leave the house has no dates there; who lists dates need not open their documents to know.
        if (EventTypes.SourceOf(document.ContentType.Alias) is null || !document.IsPublic())
        {
            return [];
        }

        try
        {
            var overrides = document.ContentType.Alias == EventTypes.Series
                ? edition.ChildrenOf(document.Key).Where(child => child.ContentType.Alias == EventTypes.Override)
                : [];
            var expansion = new OccurrenceExpansion(document, edition.PathOf(document), overrides, context);
            var occurrences = expansion.Occurrences();
            foreach (var problem in expansion.Problems)
            {
                Log.LeftOut(logger, document.Key, problem);
            }

            return occurrences;
        }
#pragma warning disable CA1031 // One strange document must not take the whole calendar off the website.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotExpanded(logger, exception, document.Key);
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Document {Key}: {Problem}")]
        public static partial void LeftOut(ILogger logger, Guid key, string problem);

        [LoggerMessage(2, LogLevel.Error, "Document {Key} is not in the calendar because its dates could not be read")]
        public static partial void NotExpanded(ILogger logger, Exception exception, Guid key);
    }
}
