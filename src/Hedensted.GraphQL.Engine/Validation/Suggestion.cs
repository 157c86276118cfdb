namespace Hedensted.GraphQL.Engine.Validation;

/// <summary>Names that look like what was written.</summary>
internal static class Suggestion
{
    private const int MaxShown = 3;

    /// <summary>" Did you mean 'a' or 'b'?", or nothing when no name is close.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        var limit = Math.Max(1, name.Length * 2 / 5);
        var close = known
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(MaxShown)
            .Select(candidate => $"'{candidate.Name}'")
            .ToArray();
        return close.Length == 0 ? "" : $" Did you mean {string.Join(" or ", close)}?";
    }

    // Edits (insert, delete, replace) between the names, ignoring case; long names are not worth the time.
    private static int Distance(string first, string second)
    {
        if (first.Length > 64 || second.Length > 64)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var current = new int[second.Length + 1];
            current[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var cost = char.ToUpperInvariant(first[i - 1]) == char.ToUpperInvariant(second[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
            }

            previous = current;
        }

        return previous[^1];
    }
}
