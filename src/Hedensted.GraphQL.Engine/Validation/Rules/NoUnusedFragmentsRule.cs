using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Every fragment is used by some operation.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used">Fragments must be used</see>.</remarks>
internal sealed class NoUnusedFragmentsRule() : ValidationRule("NO_UNUSED_FRAGMENTS", "sec-Fragments-Must-Be-Used")
{
    public override void LeaveDocument(ValidationContext context, Document document)
    {
        var used = document.Operations
            .SelectMany(context.ReachableFrom)
            .Select(fragment => fragment.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in document.Fragments.Where(fragment => !used.Contains(fragment.Name)))
        {
            context.Report(this, $"Fragment '{fragment.Name}' is never used; spread it or remove it.", fragment);
        }
    }
}
