using Hedensted.Bibliotek.Calendar.Recurrence;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using NodaTime;

namespace Hedensted.Bibliotek.Rules;

/// <summary>A series' «Gentagelse» can be read, makes dates, and not more of them than anybody can look through.</summary>
public sealed class RepetitionRule : IContentRule
{
    private const int YearsLookedAt = 4;

    /// <inheritdoc/>
    public IEnumerable<ValidationError> Check(ContentType type, NodeContent content)
    {
        if (content.Values.IsDefaultOrEmpty || content.ValueOf(Repetition.Alias) is not { } value)
        {
            return [];
        }

        return (Repetition.TryRead(value, out var repetition, out var problem) ? ComplaintOf(repetition) : problem) is { } complaint
            ? [new ValidationError(Repetition.Alias, null, "", complaint)]
            : [];
    }

    private static string? ComplaintOf(Repetition repetition)
    {
        var first = repetition.StartsAt.Date;
        return RecurrenceDates.Of(repetition.Rule, first, first + Period.FromYears(YearsLookedAt)).Take(SeriesDates.Most + 1).Count() switch
        {
            0 => "Gentagelsen giver ingen datoer. Ret den første dato eller slutdatoen.",
            > SeriesDates.Most when repetition.Rule is { Count: not null } or { Until: not null } =>
                $"Gentagelsen giver flere end {SeriesDates.Most} datoer. Vælg en tidligere slutdato.",
            _ => null,
        };
    }
}
