using System.Collections.Immutable;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Recurrence;

/// <summary>How often a rule starts over (RFC 5545 §3.3.10, <c>FREQ</c>).</summary>
public enum Frequency
{
    /// <summary><c>DAILY</c></summary>
    Daily,

    /// <summary><c>WEEKLY</c></summary>
    Weekly,

    /// <summary><c>MONTHLY</c></summary>
    Monthly,

    /// <summary><c>YEARLY</c></summary>
    Yearly,
}

/// <summary>A weekday, or the nth of them in a month or year (<c>weekdaynum</c>).</summary>
/// <param name="Day">The weekday.</param>
/// <param name="Ordinal">Which of them, from the end when negative; null is every one.</param>
public readonly record struct WeekdayNumber(IsoDayOfWeek Day, int? Ordinal = null);

/// <summary>When something happens again: a recurrence rule of RFC 5545 §3.3.10 on local dates. Immutable.</summary>
/// <remarks>
/// A library's events keep their time of day, so the parts that make several times a day (<c>BYHOUR</c> and below) are not
/// among the parts that a rule can have; nor are <c>BYYEARDAY</c> and <c>BYWEEKNO</c>, for which no editor has words.
/// </remarks>
public sealed record RecurrenceRule(Frequency Frequency)
{
    /// <summary>Every how many days, weeks, months or years; 1 is each.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>How many dates there are; null when <see cref="Until"/> or nothing ends it.</summary>
    public int? Count { get; init; }

    /// <summary>The last day on which it may happen, itself included; null when <see cref="Count"/> or nothing ends it.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Weekdays (<c>BYDAY</c>).</summary>
    public ImmutableArray<WeekdayNumber> ByDay { get; init; } = [];

    /// <summary>Days of the month, 1–31, or from its end, −1 to −31 (<c>BYMONTHDAY</c>).</summary>
    public ImmutableArray<int> ByMonthDay { get; init; } = [];

    /// <summary>Months, 1–12 (<c>BYMONTH</c>).</summary>
    public ImmutableArray<int> ByMonth { get; init; } = [];

    /// <summary>Which of the dates of each day, week, month or year, from 1, or from the last, −1 (<c>BYSETPOS</c>).</summary>
    public ImmutableArray<int> BySetPosition { get; init; } = [];

    /// <summary>The first day of a week (<c>WKST</c>); it matters for every second week.</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>The rule as RFC 5545 writes it.</summary>
    public override string ToString() => RecurrenceText.Write(this);

    /// <inheritdoc/>
    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
