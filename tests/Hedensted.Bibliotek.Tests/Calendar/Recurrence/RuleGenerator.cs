using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar.Recurrence;
using NodaTime;

namespace Hedensted.Bibliotek.Tests.Calendar.Recurrence;

/// <summary>Makes rules of every shape that RFC 5545 allows within the parts that the calendar knows, and first dates around the changes of the clock.</summary>
internal sealed class RuleGenerator(int seed)
{
    private readonly Random _random = new(seed);

    public (RecurrenceRule Rule, LocalDateTime Start) Next()
    {
        var frequency = Pick(Enum.GetValues<Frequency>());
        var rule = new RecurrenceRule(frequency)
        {
            Interval = _random.Next(3) > 0 ? 1 : _random.Next(2, 6),
            ByMonth = Sometimes(4) ? Some(1, 12, 3) : [],
            ByMonthDay = frequency != Frequency.Weekly && Sometimes(3) ? Signed(31, 4) : [],
            ByDay = Sometimes(2) ? Days(frequency) : [],
            WeekStart = Sometimes(4) ? Pick(Enum.GetValues<IsoDayOfWeek>()[1..]) : IsoDayOfWeek.Monday,
        };
        if (Sometimes(4) && (!rule.ByDay.IsEmpty || !rule.ByMonthDay.IsEmpty || !rule.ByMonth.IsEmpty))
        {
            // One position: where two mean the same date (the third and the last of three), rrule counts it twice.
            rule = rule with { BySetPosition = Signed(frequency == Frequency.Daily ? 1 : 6, 1) };
        }

        var start = Start();
        return (_random.Next(3) switch
        {
            0 => rule with { Count = _random.Next(1, 40) },
            1 => rule with { Until = start.Date.PlusDays(_random.Next(0, 2000)) },
            _ => rule,
        }, start);
    }

    // Half of the first dates lie in the weeks before the clock changes, so that the rule runs across it.
    private LocalDateTime Start()
    {
        var year = _random.Next(2020, 2036);
        var date = Sometimes(2) ? new LocalDate(year, Pick([3, 10]), 31).PlusDays(-_random.Next(0, 28)) : new LocalDate(year, 1, 1).PlusDays(_random.Next(0, 365));
        return date + new LocalTime(Pick([0, 1, 2, 3, 10, 19, 23]), Pick([0, 15, 30, 45]));
    }

    private ImmutableArray<WeekdayNumber> Days(Frequency frequency)
    {
        var most = frequency switch { Frequency.Monthly => 5, Frequency.Yearly => 20, _ => 0 };
        return [.. Enumerable.Range(0, _random.Next(1, 4))
            .Select(_ => new WeekdayNumber(Pick(Enum.GetValues<IsoDayOfWeek>()[1..]), most > 0 && Sometimes(2) ? _random.Next(1, most + 1) * Pick([1, -1]) : null))
            .DistinctBy(day => day.Day)];
    }

    private ImmutableArray<int> Signed(int most, int count) => [.. Some(1, most, count).Select(number => number * Pick([1, 1, -1])).Distinct().Order()];

    private ImmutableArray<int> Some(int least, int most, int count) => [.. Enumerable.Range(0, _random.Next(1, count + 1)).Select(_ => _random.Next(least, most + 1)).Distinct().Order()];

    private bool Sometimes(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
