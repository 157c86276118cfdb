using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Content.Published;
using Hedensted.Content.Search;
using Microsoft.Extensions.Logging;

namespace Hedensted.Bibliotek.Search;

/// <summary>Makes the search of each edition out of the one before: only what changed is read anew. Comes after the calendar.</summary>
internal sealed partial class SearchProjection(ILogger<SearchProjection> logger) : IEditionProjection
{
    /// <inheritdoc/>
    public Type ResultType => typeof(PublishedSearch);

    /// <inheritdoc/>
    public object Project(EditionChange change, object? previous)
    {
        var edition = change.Next;
        if (previous is not PublishedSearch search || change.SchemaChanged)
        {
            return new PublishedSearch(() => Make(edition));
        }

        var changed = Changed(change);
        return changed.Count == 0
            ? search.Next(() => Make(edition), index => index)
            : search.Next(() => Make(edition), index => index.With(changed, Read(edition, changed.Select(edition.Find).OfType<PublishedDocument>())));
    }

    private SearchIndex Make(Edition edition) => SearchIndex.Empty.With([], Read(edition, edition.Documents));

    // One date's own document changes what its series is found by.
    private static HashSet<Guid> Changed(EditionChange change)
    {
        var changed = change.Documents.ToHashSet();
        foreach (var key in change.Documents)
        {
            AddSeries(change.Next.Find(key));
            AddSeries(change.Previous?.Find(key));
        }

        // Other free days move the last date of a series that skips them.
        if (change.Previous is { } before && FreeDays.Of(before) != FreeDays.Of(change.Next))
        {
            changed.UnionWith(change.Next.OfType(EventTypes.Series).Select(series => series.Key));
        }

        return changed;

        void AddSeries(PublishedDocument? document)
        {
            if (document is { ContentType.Alias: EventTypes.Override, ParentKey: { } series })
            {
                changed.Add(series);
            }
        }
    }

    private IEnumerable<SearchDocument> Read(Edition edition, IEnumerable<PublishedDocument> documents)
    {
        foreach (var document in documents)
        {
            SearchDocument? read = null;
            try
            {
                read = SearchTexts.Of(document, edition);
            }
#pragma warning disable CA1031 // One strange document must not take the search off the website.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.NotRead(logger, exception, document.Key);
            }

            if (read is not null)
            {
                yield return read;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Document {Key} is not found by searching because its texts could not be read")]
        public static partial void NotRead(ILogger logger, Exception exception, Guid key);
    }
}
