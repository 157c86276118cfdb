using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Import;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Compares the calendar of each edition with the one before, where documents changed. Registered after <see cref="CalendarProjection"/>.</summary>
internal sealed class CalendarChangesProjection(TimeProvider time, CalendarMemory memory) : IEditionProjection
{
    /// <inheritdoc/>
    public Type ResultType => typeof(CalendarChanges);

    /// <inheritdoc/>
    public object Project(EditionChange change, object? previous)
    {
        var now = time.GetUtcNow();
        if (previous is not CalendarChanges known || change.Previous is null)
        {
            return CalendarChanges.StartingAt(now, memory);
        }

        // An edition in one language has changed no more than the one in all of them.
        if (change.Next.Language is not null)
        {
            return known;
        }

        var told = known.Next(now);
        var (before, after) = (change.Previous.Projection<EventCalendar>(), change.Next.Projection<EventCalendar>());
        var changes = new Dictionary<Guid, OccurrenceChange>();
        var newDays = FreeDays.Of(change.Previous) != FreeDays.Of(change.Next) ? change.Next.OfType(EventTypes.Series).Select(series => series.Key) : [];
        foreach (var source in change.Documents.SelectMany(key => SourcesOf(change, key)).Concat(newDays).ToHashSet())
        {
            var coming = after.Of(source).ToDictionary(occurrence => occurrence.Id);
            foreach (var old in before.Of(source))
            {
                if (!coming.Remove(old.Id, out var current))
                {
                    Note(old, isGone: true);
                }
                else if (!IsSame(old, current))
                {
                    Note(current);
                }
            }

            foreach (var added in coming.Values)
            {
                Note(added);
            }
        }

        // What is told about a date tells of its place and focus areas, too; of what is over nobody needs to hear again.
        foreach (var index in change.SchemaChanged ? [] : change.Documents.SelectMany(key => new[] { after.At(key), after.Under(key) }))
        {
            foreach (var occurrence in index.Skip(index.IndexOfEndAfter(now)))
            {
                Note(occurrence);
            }
        }

        return known.With(changes.Values, told);

        void Note(Occurrence occurrence, bool isGone = false) =>
            changes[occurrence.Id] = new(occurrence.Id, told, occurrence.Document.Key, occurrence.Source, isGone, isGone ? ImportedEvents.UuidOf(occurrence.Document) : null);
    }

    // A changed override changes its series.
    private static IEnumerable<Guid> SourcesOf(EditionChange change, Guid key)
    {
        yield return key;
        foreach (var document in new[] { change.Previous!.Find(key), change.Next.Find(key) })
        {
            if (document is { ContentType.Alias: EventTypes.Override, ParentKey: { } series })
            {
                yield return series;
            }
        }
    }

    // When types change, every document is read anew; its dates are other objects then, not other dates.
    private static bool IsSame(Occurrence old, Occurrence current) =>
        ReferenceEquals(old, current)
        || (old.Document.PublishDate == current.Document.PublishDate
            && old.Changes.Select(change => (change.Key, change.PublishDate)).SequenceEqual(current.Changes.Select(change => (change.Key, change.PublishDate)))
            && old.Path == current.Path
            && old.StartsAt == current.StartsAt
            && old.EndsAt == current.EndsAt);
}
