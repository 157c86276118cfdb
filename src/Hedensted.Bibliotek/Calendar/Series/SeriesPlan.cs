using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar.Recurrence;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>What an editor is shown of a series before it is saved.</summary>
/// <param name="Words">The rule in Danish, e.g. «Hver tirsdag kl. 19.00–21.00, 8 gange»; null without a rule that can be read.</param>
/// <param name="Problem">What is wrong with the rule, in Danish, with the remedy; null when nothing is.</param>
/// <param name="Dates">The dates by start, those that are skipped among them.</param>
public sealed record SeriesPlan(string? Words, string? Problem, ImmutableArray<SeriesDate> Dates)
{
    /// <summary>The plan of a series.</summary>
    /// <param name="valueOf">The value of a property of the series.</param>
    /// <param name="context">What its dates depend on besides.</param>
    public static SeriesPlan Of(Func<string, JsonElement?> valueOf, SeriesContext context) => new(
        Repetition.TryRead(valueOf(Repetition.Alias), out var repetition, out var problem) ? WordsOf(repetition) : null,
        problem,
        SeriesDates.Of(valueOf, context));

    /// <summary>A repetition in Danish, with its time of day.</summary>
    public static string WordsOf(Repetition repetition)
    {
        var words = RecurrenceWords.Of(repetition.Rule, repetition.StartsAt.Date);
        var (often, end) = words.LastIndexOf(", ", StringComparison.Ordinal) is var comma and > 0 && (repetition.Rule.Count ?? (object?)repetition.Rule.Until) is not null
            ? (words[..comma], words[comma..])
            : (words, "");
        return char.ToUpperInvariant(often[0]) + often[1..] + (repetition.AllDay ? "" : $" {DanishDates.Hours(repetition.StartsAt, repetition.EndsAt)}") + end;
    }
}
