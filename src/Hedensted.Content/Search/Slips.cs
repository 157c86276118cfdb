namespace Hedensted.Content.Search;

/// <summary>Counts slips of the hand: a letter too many, one missing, a wrong one, or two that have changed places.</summary>
/// <remarks>The optimal string alignment distance (Damerau, 1964).</remarks>
internal static class Slips
{
    /// <summary>Slips that are forgiven in a word: none in a short one, where the next word is only a slip away.</summary>
    public static int MostIn(string word) => word.Length switch
    {
        _ when word.Any(char.IsAsciiDigit) => 0,
        < 4 => 0,
        < 8 => 1,
        _ => 2,
    };

    /// <summary>The slips that make one of the other; null for more than <paramref name="most"/>.</summary>
    public static int? Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return null;
        }

        // Three rows of the table of all beginnings against all beginnings.
        var width = other.Length + 1;
        Span<int> rows = width <= 80 ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var last = rows[width..(2 * width)];
        var next = rows[(2 * width)..];
        for (var column = 0; column < width; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            next[0] = row;
            var least = row;
            for (var column = 1; column < width; column++)
            {
                var slips = Math.Min(Math.Min(next[column - 1], last[column]) + 1, last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1));
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    slips = Math.Min(slips, before[column - 2] + 1);
                }

                next[column] = slips;
                least = Math.Min(least, slips);
            }

            if (least > most)
            {
                return null;
            }

            var free = before;
            before = last;
            last = next;
            next = free;
        }

        return last[^1] <= most ? last[^1] : null;
    }
}
