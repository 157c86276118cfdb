using Hedensted.GraphQL.Differential.Tests.Generation;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>Where the engine differs from graphql-js 16 on purpose. Everything else must agree; this is the only place for exceptions.</summary>
internal static class KnownDifferences
{
    private const string Overlap = "OverlappingFieldsCanBeMergedRule";

    /// <summary>Takes what may differ out of both sides.</summary>
    public static (Outcome Ours, Outcome Theirs) Remove(Case one, Outcome ours, Outcome theirs)
    {
        // 1. The reference compares fields in pairs and reports every pair; we compare groups and report each group once
        //    (that is why ours is near-linear). Whether there is a conflict must agree.
        ours = Once(ours, Overlap);
        theirs = Once(theirs, Overlap);

        // 2. Fragments that spread themselves are one error; which of several spreads is shown is open, and we do not follow them to look for more.
        ours = Once(ours, "NoFragmentCyclesRule");
        theirs = Once(theirs, "NoFragmentCyclesRule");
        if (theirs.Faults.Any(fault => fault.Rule == "NoFragmentCyclesRule"))
        {
            ours = Without(ours, fault => fault.Rule is Overlap or "MaxIntrospectionDepthRule");
            theirs = Without(theirs, fault => fault.Rule is Overlap or "MaxIntrospectionDepthRule");
        }

        // 3. A definition of a type in a request is refused; we do not look inside it for further errors.
        if (theirs.Faults.Any(fault => fault.Rule == "ExecutableDefinitionsRule"))
        {
            ours = Without(ours, fault => fault.Rule != "ExecutableDefinitionsRule");
            theirs = Without(theirs, fault => fault.Rule != "ExecutableDefinitionsRule");
        }

        // 4. A kind of operation without a root is an error of validation (September 2025, §5.2.1); version 16 finds it when executing.
        var withRoot = Without(ours, fault => fault.Rule == "OperationTypeExistenceRule");
        if (withRoot.Faults.Count < ours.Faults.Count)
        {
            ours = withRoot;
            if (ours.Faults.Count == 0 && theirs.Stage is Stage.Done or Stage.Streamed or Stage.Threw or Stage.Refused)
            {
                return (ours, ours);
            }
        }

        // 5. @skip and @include cannot stand on the root of a subscription (September 2025, §5.2.4.1); version 16 allows them, or throws.
        var unconditional = Without(ours, fault => fault.Message.Contains("on the top level of a subscription", StringComparison.Ordinal));
        if (unconditional.Faults.Count < ours.Faults.Count)
        {
            if (theirs.Stage == Stage.Threw || unconditional.Faults.Count == 0)
            {
                return (ours, ours);
            }

            // What is skipped is not counted there, but here.
            ours = Without(unconditional, fault => fault.Rule == "SingleFieldSubscriptionsRule");
            theirs = Without(theirs, fault => fault.Rule == "SingleFieldSubscriptionsRule");
        }

        // 6. A nullable variable in a oneOf input object is refused (§5.8.5) also when the object is non-null or in a list, which version 16 misses.
        if (ours.Stage == Stage.Invalid && ours.Faults.Any(fault => fault.Message.Contains("which takes no null", StringComparison.Ordinal)))
        {
            ours = Without(ours, fault => fault.Rule == "VariablesInAllowedPositionRule");
            theirs = Without(theirs, fault => fault.Rule == "VariablesInAllowedPositionRule");
            if (ours.Faults.Count == 0)
            {
                return (ours, ours);
            }
        }

        // 7. A null variable as a condition, let in by its default, refuses the request before it runs; there it is an error of the field around it.
        if (ours.Stage == Stage.Refused && ours.Faults is [{ Message: var message }] && message.Contains("decides what is included", StringComparison.Ordinal)
            && theirs.Stage is Stage.Done or Stage.Refused or Stage.Streamed)
        {
            return (ours, ours);
        }

        // 13. A variable in a list inside an own scalar may have any type; version 16 compares it with the scalar.
        var listed = theirs.Faults.Where(fault => fault.Rule == "VariablesInAllowedPositionRule" && !ours.Faults.Contains(fault, ByText)).ToArray();
        if (listed.Length > 0 && one.Document.Contains('[', StringComparison.Ordinal))
        {
            theirs = Without(theirs, listed.Contains);
            return theirs.Faults.Count == 0 ? (ours, ours) : (ours, theirs);
        }

        // 14. What stands in an unknown directive is not compared with anything; version 16 compares it with the arguments of the field around it.
        if (ours.Faults.Any(fault => fault.Rule == "KnownDirectivesRule" && fault.Message.StartsWith("The schema has no directive", StringComparison.Ordinal)))
        {
            theirs = Without(theirs, fault => fault.Rule is "ValuesOfCorrectTypeRule" or "VariablesInAllowedPositionRule" && !ours.Faults.Contains(fault, ByText));
        }

        return (ours, theirs);
    }

    private static readonly IEqualityComparer<Fault> ByText = EqualityComparer<Fault>.Create((first, second) => first?.ToString() == second?.ToString(), fault => fault.ToString().GetHashCode(StringComparison.Ordinal));

    /// <summary>Problems of a schema that only we find.</summary>
    public static bool IsOnlyOurs(string problem) =>
        // 8. A default must fit its type and may not contain itself (§3.6.1, §3.10); version 16 does not look.
        problem.Contains("the default", StringComparison.Ordinal)
        // 9. An implementation cannot be deprecated when its interface is not (§3.7).
        || problem.Contains("cannot be deprecated while", StringComparison.Ordinal)
        // 10. The roots are different types (§3.3.1).
        || problem.Contains("is the root of several kinds of operations", StringComparison.Ordinal)
        // 11. Operations and fragments do not belong to a schema; version 16 skips them.
        || problem.Contains("do not belong to a schema", StringComparison.Ordinal)
        // 12. The arguments of @deprecated and @specifiedBy are strings, not null.
        || problem.Contains("is a string; write it between quotes", StringComparison.Ordinal)
        // 15. A directive is not used in its own definition (§3.13); version 16 does not look.
        || problem.Contains("uses itself in its own definition", StringComparison.Ordinal);

    private static Outcome Once(Outcome outcome, string rule) =>
        outcome.Faults.Any(fault => fault.Rule == rule)
            ? outcome with { Faults = [.. outcome.Faults.Where(fault => fault.Rule != rule), new Fault(rule, "", null, "")] }
            : outcome;

    private static Outcome Without(Outcome outcome, Func<Fault, bool> isOurs) => outcome with { Faults = [.. outcome.Faults.Where(fault => !isOurs(fault))] };
}
