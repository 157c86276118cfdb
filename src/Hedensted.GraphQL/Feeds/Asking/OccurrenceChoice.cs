using System.Collections.Immutable;
using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Feeds.Asking;

/// <summary>Which dates a feed is asked for.</summary>
internal sealed record OccurrenceChoice
{
    public ImmutableArray<Guid> Places { get; init; } = [];

    public ImmutableArray<Guid> Series { get; init; } = [];

    public ImmutableArray<Guid> FocusAreas { get; init; } = [];

    public ImmutableArray<Audience> Audiences { get; init; } = [];

    public ImmutableArray<EventKind> Kinds { get; init; } = [];

    /// <summary>The first day; null for what is not over yet.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public int Limit { get; init; } = FeedParameters.UsualLimit;

    /// <summary>Reads the shared parameters; look at the query's problem afterwards.</summary>
    public static OccurrenceChoice Read(FeedQuery query, ReadScope scope)
    {
        var choice = new OccurrenceChoice
        {
            Places = Documents("branch", EventReading.PlaceTypes),
            Series = Documents("series", EventTypes.Series),
            FocusAreas = Documents("focusArea", EventTypes.FocusArea),
            Audiences = Words<Audience>("audience"),
            Kinds = Words<EventKind>("kind"),
            From = query.Date("from"),
            To = query.Date("to"),
            Limit = query.Number("limit", 1, FeedParameters.HighestLimit) ?? FeedParameters.UsualLimit,
        };
        if (choice.To < choice.From)
        {
            query.Refuse("to", "The last day comes before the first one (from). Swap them.");
        }

        return choice;

        ImmutableArray<Guid> Documents(string name, params string[] types) => query.Each<Guid>(
            name,
            slug => scope.FindBySlugOrId(slug, null, types)?.Key,
            () => types.SelectMany(scope.OfType).Select(SlugIndex.SlugOf).Order(StringComparer.Ordinal));

        ImmutableArray<T> Words<T>(string name)
            where T : struct, Enum => query.Each<T>(
            name,
            text => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => string.Equals(Enums.NameOf(value!.Value), text, StringComparison.OrdinalIgnoreCase)),
            FeedParameters.Names<T>);
    }

    /// <summary>The dates that are listed and fit, by start, without regard to the limit.</summary>
    public IEnumerable<Occurrence> In(ReadScope scope)
    {
        var begin = From is { } from ? WallTime.StartOfDay(from) : scope.Now();
        var end = To is { } to ? WallTime.StartOfDay(to.AddDays(1)) : DateTimeOffset.MaxValue;
        var index = SmallestIndex(scope);
        for (var i = index.IndexOfEndAfter(begin); i < index.Count && index[i].StartsAt < end; i++)
        {
            if (index[i].EndsAt > begin && index[i].Listed && Fits(index[i]))
            {
                yield return index[i];
            }
        }
    }

    private OccurrenceIndex SmallestIndex(ReadScope scope) =>
        Series is [var series] ? OccurrenceIndex.Sorted(scope.Calendar.Of(series))
        : Places is [var place] ? scope.Calendar.At(place)
        : FocusAreas is [var area] ? scope.Calendar.Under(area)
        : scope.Calendar.All;

    private bool Fits(Occurrence occurrence) =>
        (Places.IsEmpty || (occurrence.PlaceKey is { } place && Places.Contains(place)))
        && (Series.IsEmpty || Series.Contains(occurrence.Document.Key))
        && (FocusAreas.IsEmpty || occurrence.FocusAreaKeys.Any(area => FocusAreas.Contains(area)))
        && (Audiences.IsEmpty || occurrence.Audiences.Any(audience => Audiences.Contains(audience)))
        && (Kinds.IsEmpty || Kinds.Contains(occurrence.Kind));
}
