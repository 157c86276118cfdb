using System.Globalization;

namespace Hedensted.Content.Changes;

/// <summary>A place in the change feed, counted in committed transactions; 0 is "before the first".</summary>
/// <remarks>
/// Assigned while the transaction holds the feed lock, so a reader that has seen a position has seen every smaller
/// one. Gaps are normal (a rolled-back transaction uses up a number). Never compare across databases.
/// </remarks>
public readonly record struct ChangePosition : IComparable<ChangePosition>
{
    /// <summary>A position from its count.</summary>
    /// <param name="value">Transactions since the database was created; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public ChangePosition(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    /// <summary>Before the first change.</summary>
    public static ChangePosition Start => default;

    /// <summary>The count itself, as stored in the feed table.</summary>
    public long Value { get; }

    /// <summary>Whether an edition at this position already contains <paramref name="change"/>.</summary>
    public bool Includes(ChangePosition change) => Value >= change.Value;

    /// <inheritdoc/>
    public int CompareTo(ChangePosition other) => Value.CompareTo(other.Value);

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(ChangePosition left, ChangePosition right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(ChangePosition left, ChangePosition right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> is <paramref name="right"/> or comes before it.</summary>
    public static bool operator <=(ChangePosition left, ChangePosition right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> is <paramref name="right"/> or comes after it.</summary>
    public static bool operator >=(ChangePosition left, ChangePosition right) => left.Value >= right.Value;

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out ChangePosition position)
    {
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        position = read ? new ChangePosition(value) : default;
        return read;
    }

    /// <summary>The invariant decimal form used in headers, <c>ETag</c>s and logs, e.g. <c>"1042"</c>.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
