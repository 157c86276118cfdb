using System.Globalization;
using Hedensted.Bibliotek.Values;

namespace Hedensted.Bibliotek.Engagement;

/// <summary>January to June or July to December of a year: what the library reports to the council.</summary>
/// <remarks>Written as Statistics Denmark writes it, e.g. <c>2026H2</c>.</remarks>
public readonly record struct HalfYear
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <param name="year">1900 to 2200.</param>
    /// <param name="half">1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public HalfYear(int year, int half)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(half, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(half, 2);
        (Year, Half) = (year, half);
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>1 or 2.</summary>
    public int Half { get; }

    /// <summary>The half-year before.</summary>
    public HalfYear Previous => Half == 2 ? new(Year, 1) : new(Year - 1, 2);

    /// <summary>Its first day.</summary>
    public DateOnly First => new(Year, Half == 1 ? 1 : 7, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => Half == 1 ? new(Year, 6, 30) : new(Year, 12, 31);

    /// <summary>When it begins in Denmark.</summary>
    public DateTimeOffset StartsAt => WallTime.StartOfDay(First);

    /// <summary>When it is over: the first midnight after it.</summary>
    public DateTimeOffset EndsAt => WallTime.StartOfDay(Last.AddDays(1));

    /// <summary>In Danish, e.g. <c>2. halvår 2026</c>.</summary>
    public string DisplayText => string.Create(CultureInfo.InvariantCulture, $"{Half}. halvår {Year}");

    /// <summary>The half-year that an instant lies in, in Denmark.</summary>
    public static HalfYear Of(DateTimeOffset instant)
    {
        var local = WallTime.FromInstant(instant);
        return new(local.Year, local.Month <= 6 ? 1 : 2);
    }

    /// <summary>Reads <c>2026H2</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out HalfYear read)
    {
        if (text is [_, _, _, _, 'H', '1' or '2']
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and <= LastYear)
        {
            read = new(year, text[5] - '0');
            return true;
        }

        read = default;
        return false;
    }

    /// <summary><c>2026H2</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}H{Half}");
}
