using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>The languages that a document is written in.</summary>
internal static class WrittenCultures
{
    /// <summary>ISO codes; empty for an invariant document and for none.</summary>
    public static async Task<ImmutableArray<string>> CulturesAsync(this ContentTree tree, Guid key, CancellationToken cancellationToken) =>
        [.. (await tree.SummariesAsync(NodeKind.Document, [key], cancellationToken)).SelectMany(node => node.Variants).Select(variant => variant.Culture).OfType<string>()];
}
