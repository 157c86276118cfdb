using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar.Recurrence;
using Hedensted.Bibliotek.Values;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>The dates of a series: those that its rule makes, and those that an editor has written.</summary>
public static class SeriesDates
{
    /// <summary>No series has more dates of its rule than this: more than one a day as far as rules are followed.</summary>
    public const int Most = 1_200;

    /// <summary>The dates by start, those that are skipped among them.</summary>
    /// <param name="valueOf">The value of a property of the series.</param>
    /// <param name="context">What the dates depend on besides.</param>
    public static ImmutableArray<SeriesDate> Of(Func<string, JsonElement?> valueOf, SeriesContext context)
    {
        var skipped = Block.ListOf(valueOf("skippedDates"))
            .Select(block => (Date: WallTime.Read(block.ValueOf("date"))?.Date, Why: block.Text("reason") ?? "Sprunget over"))
            .Where(day => day.Date is not null)
            .GroupBy(day => day.Date!.Value, day => day.Why)
            .ToDictionary(day => day.Key, day => day.First());
        var written = Block.ListOf(valueOf("extraDates"))
            .Where(block => WallTime.Read(block.ValueOf("startsAt")) is not null)
            .Select(block => (Block: block, StartsAt: WallTime.Read(block.ValueOf("startsAt"))!.Value))
            .Select(date => new SeriesDate(
                date.StartsAt, WallTime.Read(date.Block.ValueOf("endsAt")), AllDay: false, date.Block.Key, date.Block.Text("note"), skipped.GetValueOrDefault(date.StartsAt.Date)))
            .ToList();

        // What an editor has written stands, also where the rule would make the same.
        var taken = written.Select(date => date.StartsAt).ToHashSet();
        return [.. written.Concat(OfRule(valueOf(Repetition.Alias), context, skipped).Where(date => !taken.Contains(date.StartsAt))).OrderBy(date => date.StartsAt)];
    }

    private static IEnumerable<SeriesDate> OfRule(JsonElement? value, SeriesContext context, Dictionary<LocalDate, string> skipped)
    {
        if (!Repetition.TryRead(value, out var repetition, out _))
        {
            yield break;
        }

        var (time, length) = (repetition.StartsAt.TimeOfDay, repetition.EndsAt is { } end ? Period.Between(repetition.StartsAt, end) : null);
        foreach (var date in RecurrenceDates.Of(repetition.Rule, repetition.StartsAt.Date, context.Last).Take(Most))
        {
            var start = date + time;
            yield return new SeriesDate(
                start,
                length is null ? null : start + length,
                repetition.AllDay,
                Block: null,
                Note: null,
                skipped.GetValueOrDefault(date) ?? repetition.SkippedFor(date, context.Free));
        }
    }
}
