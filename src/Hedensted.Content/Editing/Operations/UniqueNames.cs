using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Gives a name that a sibling has already an ending: <c>Læsekreds (1)</c>.</summary>
internal static class UniqueNames
{
    /// <summary>The content with names that no sibling has in the same culture, without regard to case.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="kind">Document or media.</param>
    /// <param name="parentKey">The node above; null is the root.</param>
    /// <param name="key">The node itself.</param>
    /// <param name="content">What it is to say.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="draft">What it says where it stands now: a name that stays is its own, and is not looked up among ten thousand others.</param>
    public static async Task<NodeContent> MakeAsync(
        WriteSession session, NodeKind kind, Guid? parentKey, Guid key, NodeContent content, CancellationToken cancellationToken, NodeContent? draft = null)
    {
        var names = ImmutableArray.CreateBuilder<VariantName>(content.Names.Length);
        foreach (var name in content.Names)
        {
            names.Add(draft?.Names.Contains(name) == true ? name : name with { Name = await FreeAsync(session, kind, parentKey, key, name, cancellationToken) });
        }

        return content with { Names = names.MoveToImmutable() };
    }

    private static async Task<string> FreeAsync(WriteSession session, NodeKind kind, Guid? parentKey, Guid key, VariantName wanted, CancellationToken cancellationToken)
    {
        var start = $"\n{wanted.Name.ToLowerInvariant()}";
        var alike = await Nodes.Siblings(session, kind, parentKey)
            .Where(node => node.Key != key && node.Names.Contains(start))
            .Select(node => node.Variants)
            .ToListAsync(cancellationToken);
        var taken = alike.SelectMany(variants => StoredJson.ReadVariants(variants))
            .Where(variant => wanted.Culture is null || variant.Culture is null || ContentComparison.SameCulture(variant.Culture, wanted.Culture))
            .Select(variant => variant.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!taken.Contains(wanted.Name))
        {
            return wanted.Name;
        }

        var number = 1;
        while (taken.Contains($"{wanted.Name} ({number})"))
        {
            number++;
        }

        return $"{wanted.Name} ({number})";
    }
}
