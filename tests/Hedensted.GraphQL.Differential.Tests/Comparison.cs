using System.Text.Json;
using Hedensted.GraphQL.Differential.Tests.Generation;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>Says in what two outcomes differ, or nothing.</summary>
internal static class Comparison
{
    private static readonly HashSet<string> Implied =
        ["Int", "Float", "String", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy", "oneOf"];

    public static string? Difference(Case one, Outcome ours, Outcome theirs)
    {
        (ours, theirs) = KnownDifferences.Remove(one, ours, theirs);
        var difference = Difference(ours, theirs, one.IsIntrospection);
        return difference is null ? null : $"{difference}\nours:   {ours} {string.Join(" / ", ours.Faults.Select(fault => fault.Message))}\ntheirs: {theirs}";
    }

    /// <summary>Compares what became of a schema.</summary>
    public static string? Difference(Candidate ours, JsonElement theirs)
    {
        var property = theirs.EnumerateObject().First();
        var problems = ours.Problems.Where(problem => !KnownDifferences.IsOnlyOurs(problem)).ToArray();
        switch (property.Name)
        {
            case "p" when ours.Problems.Count > 0:
                return problems.Length == 0 ? null : $"only we refuse the schema: {string.Join(" / ", problems)}";
            case "p":
                return ours.Printed == property.Value.GetString() + "\n" ? null : $"printed differently\nours:\n{ours.Printed}\ntheirs:\n{property.Value.GetString()}";
            case "s":
                var place = $"{property.Value[0]}:{property.Value[1]}: ";
                return ours.Problems is [var only] && only.StartsWith(place, StringComparison.Ordinal) ? null : $"a syntax error at {place}; we say: {string.Join(" / ", ours.Problems)}";
            case "v":
                if (ours.Problems.Any(problem => problem.Contains("do not belong to a schema", StringComparison.Ordinal)))
                {
                    return null;
                }

                var firsts = property.Value.EnumerateArray().Select(error => $"{error[1][0][0]}:{error[1][0][1]}").Order(StringComparer.Ordinal);
                var own = problems.Select(problem => string.Join(':', problem.Split(':').Take(2))).Order(StringComparer.Ordinal);
                return firsts.SequenceEqual(own) ? null : $"definition rules: theirs {property.Value.GetRawText()}, ours {string.Join(" / ", ours.Problems)}";
            default:
                return ours.Problems.Count > 0 ? null : $"only they refuse the schema: {property.Value.GetRawText()}";
        }
    }

    private static string? Difference(Outcome ours, Outcome theirs, bool isIntrospection)
    {
        if (ours.Stage != theirs.Stage)
        {
            return $"we end with {ours.Stage}, they with {theirs.Stage}";
        }

        if (ours.Stage == Stage.Streamed)
        {
            return Streams(ours, theirs);
        }

        if (!ours.Faults.Select(fault => fault.ToString()).Order(StringComparer.Ordinal).SequenceEqual(theirs.Faults.Select(fault => fault.ToString()).Order(StringComparer.Ordinal)))
        {
            return "the errors differ";
        }

        return ours.Data is { } our && theirs.Data is { } their && !Same(our, their, isIntrospection ? "" : null) ? "the data differ" : null;
    }

    private static string? Streams(Outcome ours, Outcome theirs)
    {
        // A stream that breaks ends with an answer that says so; the reference's iterator throws.
        var own = ours.Events.Where(answer => answer.Data is not { ValueKind: JsonValueKind.Null } || answer.Faults.Count != 1 || theirs.Events is not [.., { Stage: Stage.Threw }] || !ReferenceEquals(answer, ours.Events[^1])).ToArray();
        var expected = theirs.Events.Where(answer => answer.Stage != Stage.Threw).ToArray();
        return own.Length != expected.Length
            ? "the number of events differs"
            : own.Zip(expected).Select(pair => Difference(pair.First, pair.Second, isIntrospection: false)).FirstOrDefault(difference => difference is not null);
    }

    /// <param name="ours">Our value.</param>
    /// <param name="theirs">Theirs.</param>
    /// <param name="list">The field that holds the list we are in, when the order of some lists is free; else null.</param>
    private static bool Same(JsonElement ours, JsonElement theirs, string? list)
    {
        if (ours.ValueKind != theirs.ValueKind)
        {
            return false;
        }

        switch (ours.ValueKind)
        {
            case JsonValueKind.Number:
                return ours.GetDouble().Equals(theirs.GetDouble()) || (ours.GetDouble() == 0 && theirs.GetDouble() == 0);
            case JsonValueKind.String:
                return ours.GetString() == theirs.GetString();
            case JsonValueKind.Array:
                var own = ours.EnumerateArray();
                var expected = theirs.EnumerateArray();
                return list is "types" or "directives" or "possibleTypes"
                    ? Same([.. own.Where(IsDeclared).OrderBy(Name, StringComparer.Ordinal)], [.. expected.Where(IsDeclared).OrderBy(Name, StringComparer.Ordinal)], list)
                    : Same([.. own], [.. expected], list);
            case JsonValueKind.Object:
                var first = ours.EnumerateObject().ToArray();
                var second = theirs.EnumerateObject().ToArray();
                return first.Length == second.Length && first.Zip(second).All(
                    pair => pair.First.Name == pair.Second.Name && Same(pair.First.Value, pair.Second.Value, list is null ? null : pair.First.Name));
            default:
                return true;
        }
    }

    private static bool Same(JsonElement[] ours, JsonElement[] theirs, string? list) =>
        ours.Length == theirs.Length && ours.Zip(theirs).All(pair => Same(pair.First, pair.Second, list));

    private static string Name(JsonElement named) => named.GetProperty("name").GetString()!;

    private static bool IsDeclared(JsonElement named) => !Implied.Contains(Name(named)) && !Name(named).StartsWith("__", StringComparison.Ordinal);
}
