using System.Text.RegularExpressions;
using Hedensted.GraphQL.Differential.Tests.Generation;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Comparison;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>What breaks clients is what graphql-js calls breaking, and what is dangerous is what it calls dangerous.</summary>
public partial class SchemaChangeTests
{
    private const int Pairs = 400;
    private static readonly ulong Seed = 2026;

    private static readonly SchemaChangeKind[] OnlyOurs =
        [SchemaChangeKind.RootTypeChanged, SchemaChangeKind.DirectiveArgChangedKind, SchemaChangeKind.InputFieldDefaultValueChange];

    [Test]
    public async Task Changes_between_generated_schemas_are_those_that_the_reference_finds()
    {
        await using var reference = Reference.Start();
        var seen = new HashSet<string>();
        var compared = 0;
        for (var number = 0; number < Pairs; number++)
        {
            var before = Generate(number);
            var after = Generate(number + 1);
            if (number % 3 == 0)
            {
                // Names of the generator tell the kind of type; change some over.
                after = after.Replace("Color1", "Swapped", StringComparison.Ordinal).Replace("Own1", "Color1", StringComparison.Ordinal).Replace("Swapped", "Own1", StringComparison.Ordinal);
            }

            var theirs = await reference.ChangesAsync(before, after);
            if (theirs is null || Ours(before, after) is not { } ours)
            {
                continue;
            }

            compared++;
            var expected = theirs.Select(change => $"{change.Kind} {CoordinateOf(change.Kind, change.Sentence)}").Order(StringComparer.Ordinal).ToArray();
            Assert.That(ours, Is.EqualTo(expected), $"pair {number}\n{before}\n---\n{after}");
            seen.UnionWith(theirs.Select(change => change.Kind));
        }

        Assert.That(compared, Is.GreaterThan(Pairs / 4));
        Assert.That(seen, Is.SupersetOf(ReferenceKinds()), "the pairs must show every kind of change");
    }

    private static string Generate(int number)
    {
        var dice = new Dice((Seed * 0x9E3779B97F4A7C15) ^ (ulong)number);
        return new SchemaWriter(dice).Write(new SchemaGenerator(dice).Generate());
    }

    // The generator also writes defaults that do not fit; whether those are refused is compared elsewhere.
    private static string[]? Ours(string before, string after)
    {
        try
        {
            return
            [
                .. SchemaComparison.Compare(SchemaBuilder.FromDefinition(before), SchemaBuilder.FromDefinition(after))
                    .Where(change => change.Severity != ChangeSeverity.Safe && !OnlyOurs.Contains(change.Kind))
                    .Select(change => $"{ReferenceName(change.Kind)} {change.Coordinate}")
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (SchemaException)
        {
            return null;
        }
    }

    private static IEnumerable<string> ReferenceKinds() => Enum.GetValues<SchemaChangeKind>()
        .Where(kind => new SchemaChange(kind, new SchemaCoordinate("T"), "").Severity != ChangeSeverity.Safe && !OnlyOurs.Contains(kind))
        .Select(ReferenceName);

    private static string ReferenceName(SchemaChangeKind kind) => WordStart().Replace(kind.ToString(), "_").ToUpperInvariant();

    // The reference tells what changed in a sentence only.
    private static string CoordinateOf(string kind, string sentence)
    {
        var names = Word().Matches(sentence).Select(match => match.Value).ToArray();
        return kind switch
        {
            "TYPE_REMOVED" or "TYPE_CHANGED_KIND" => sentence.StartsWith("Standard scalar", StringComparison.Ordinal) ? names[2] : names[0],
            "VALUE_ADDED_TO_ENUM" or "VALUE_REMOVED_FROM_ENUM" => $"{names[^1]}.{names[0]}",
            "TYPE_ADDED_TO_UNION" or "TYPE_REMOVED_FROM_UNION" or "IMPLEMENTED_INTERFACE_ADDED" => names[^1],
            "IMPLEMENTED_INTERFACE_REMOVED" => names[0],
            "REQUIRED_INPUT_FIELD_ADDED" or "OPTIONAL_INPUT_FIELD_ADDED" => $"{names[^3]}.{names[3]}",
            "FIELD_REMOVED" or "FIELD_CHANGED_KIND" => $"{names[0]}.{names[1]}",
            "ARG_REMOVED" or "ARG_CHANGED_KIND" or "ARG_DEFAULT_VALUE_CHANGE" => $"{names[0]}.{names[1]}({names[3]}:)",
            "REQUIRED_ARG_ADDED" or "OPTIONAL_ARG_ADDED" => $"{names[5]}.{names[6]}({names[3]}:)",
            "DIRECTIVE_REMOVED" => $"@{names[0]}",
            "DIRECTIVE_ARG_REMOVED" => $"@{names[^1]}({names[0]}:)",
            "REQUIRED_DIRECTIVE_ARG_ADDED" => $"@{names[6]}({names[3]}:)",
            _ => $"@{names[^1]}",
        };
    }

    [GeneratedRegex("[A-Za-z_0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex("(?<!^)(?=[A-Z])")]
    private static partial Regex WordStart();
}
