using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>serie: something that happens on several dates.</summary>
internal static class EventSeriesType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("EventSeries", "serie: something that happens on several dates.")
        .Implements(interfaces.EventLike, interfaces.Content, interfaces.Node)
        .Field(
            "repeats",
            Scalars.String,
            series => RepetitionOf(series) is { } repetition ? SeriesPlan.WordsOf(repetition) : null,
            "How it repeats, in Danish: «Hver tirsdag kl. 19.00–21.00, 8 gange»; null when its dates have no rule.")
        .Field(
            "recurrenceRule",
            Scalars.String,
            series => RepetitionOf(series)?.Rule.ToString(),
            "The rule as RFC 5545 §3.3.10 writes it. The dates are `occurrences`: some are skipped, moved or written beside the rule.");

    private static Repetition? RepetitionOf(PublishedDocument series) => Repetition.TryRead(series.ValueOf(Repetition.Alias), out var repetition, out _) ? repetition : null;
}
