using Hedensted.GraphQL.Differential.Tests.Generation;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>Makes a finding small: takes away tokens as long as the two sides still differ.</summary>
internal static class Shrinker
{
    private const int MaxTries = 1_500;

    public static async Task<Finding> ShrinkAsync(Finding finding, Reference reference)
    {
        var tries = 0;
        if (finding.Document is not null)
        {
            finding = finding.Variables is not null && await Differs(finding with { Variables = null }) ? finding with { Variables = null } : finding;
            finding = await ShrinkAsync(finding, finding.Document!, (smaller, text) => smaller with { Document = text });
        }

        return await ShrinkAsync(finding, finding.Schema, (smaller, text) => smaller with { Schema = text });

        async Task<Finding> ShrinkAsync(Finding best, string text, Func<Finding, string, Finding> with)
        {
            var tokens = Mutator.Split(text);
            if (await Differs(with(best, Mutator.Join(tokens))))
            {
                best = with(best, Mutator.Join(tokens));
            }
            else
            {
                return best;
            }

            tries = 0;
            for (var size = Math.Max(1, tokens.Count / 2); size >= 1; size /= 2)
            {
                for (var at = 0; at + size <= tokens.Count && tries < MaxTries;)
                {
                    var fewer = tokens.Take(at).Concat(tokens.Skip(at + size)).ToList();
                    if (await Differs(with(best, Mutator.Join(fewer))))
                    {
                        tokens = fewer;
                        best = with(best, Mutator.Join(tokens));
                    }
                    else
                    {
                        at += size;
                    }
                }
            }

            return best;
        }

        async Task<bool> Differs(Finding smaller)
        {
            tries++;
            return await smaller.DifferenceAsync(reference) is not null;
        }
    }
}
