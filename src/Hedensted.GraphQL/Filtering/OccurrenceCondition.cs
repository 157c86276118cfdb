using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>One thing that dates must fulfil, and what it says about where in the calendar to look.</summary>
/// <param name="In">The check, made once a request: what it needs of the edition is looked up then, not for each date.</param>
internal sealed record OccurrenceCondition(Func<ReadScope, Predicate<Occurrence>> In)
{
    /// <summary>An index outside which nothing fits; null, or returns null, when there is none.</summary>
    public Func<ReadScope, OccurrenceIndex?>? Index { get; init; }

    /// <summary>Whether everything in <see cref="Index"/> fits.</summary>
    public bool IsIndex { get; init; }

    /// <summary>Times outside which nothing fits; null when there are none.</summary>
    public Func<ReadScope, TimeWindow>? Window { get; init; }

    /// <summary>Whether everything fits that starts in <see cref="Window"/>, which then limits nothing else.</summary>
    public bool IsWindow { get; init; }

    /// <summary>The facet that it chooses in; null when it chooses in none. Of several that choose in the same one, all must hold.</summary>
    public string? Facet { get; init; }

    /// <summary>A check that needs nothing of the edition.</summary>
    public static OccurrenceCondition Of(Predicate<Occurrence> fits) => new(_ => fits);
}
