using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Examples;

/// <summary>Puts the example events into a site and takes them out again; each call is one transaction.</summary>
public sealed class ExampleContent(SiteStore site, ContentTree tree, TimeProvider clock)
{
    /// <summary>Adds the examples that are not there, dated from today, published.</summary>
    /// <returns>How many were added and the position at which readers see them; none when the site lacks a type or folder they need.</returns>
    public async Task<ExamplesChanged> AddAsync(CancellationToken cancellationToken)
    {
        var state = await site.ReadAsync(cancellationToken);
        var schema = state.Schema();
        var present = state.Nodes.Select(node => node.Key).ToHashSet();
        var open = state.Nodes.Where(node => !node.Trashed).Select(node => node.Key).ToHashSet();
        var next = state.Nodes.Where(node => node.ParentKey is not null).GroupBy(node => node.ParentKey!.Value)
            .ToDictionary(siblings => siblings.Key, siblings => siblings.Max(sibling => sibling.SortOrder) + 1);
        var added = ImmutableArray.CreateBuilder<SiteNode>();
        foreach (var example in ExampleEvents.For(clock))
        {
            if (present.Contains(example.Key)
                || schema.FindType(NodeKind.Document, example.TypeAlias) is not { } type
                || !open.Contains(example.ParentKey))
            {
                continue;
            }

            var order = next.GetValueOrDefault(example.ParentKey);
            next[example.ParentKey] = order + 1;
            open.Add(example.Key); // an example may stand below another
            added.Add(new SiteNode
            {
                Key = example.Key,
                Kind = NodeKind.Document,
                ContentTypeKey = type.Key,
                ParentKey = example.ParentKey,
                SortOrder = order,
                CreateDate = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds()),
                IsExample = true,
                Content = new NodeContent { Names = [new VariantName(null, example.Name)], Values = example.Values },
                PublishedCultures = [""],
            });
        }

        return added.Count == 0
            ? new ExamplesChanged(0, 0, null)
            : new ExamplesChanged(added.Count, 0, await site.ApplyAsync(new SiteChanges { Nodes = added.ToImmutable() }, userKey: null, cancellationToken));
    }

    /// <summary>Removes the examples for good, except those that an editor has saved: their text is somebody's work.</summary>
    public async Task<ExamplesChanged> RemoveAsync(CancellationToken cancellationToken)
    {
        var state = await site.ReadAsync(cancellationToken);
        var examples = state.Nodes.Where(node => node.IsExample).Select(node => node.Key).ToArray();
        var edited = (await tree.SummariesAsync(NodeKind.Document, examples, cancellationToken)).Where(node => node.WriterKey is not null).Select(node => node.Key).ToHashSet();
        var removed = examples.Where(key => !edited.Contains(key)).ToImmutableArray();
        return removed.IsEmpty
            ? new ExamplesChanged(0, edited.Count, null)
            : new ExamplesChanged(removed.Length, edited.Count, await site.ApplyAsync(new SiteChanges { Deletes = removed }, userKey: null, cancellationToken));
    }
}

/// <summary>What became of the examples.</summary>
/// <param name="Count">How many were added or removed.</param>
/// <param name="Kept">How many were left alone because an editor has changed them.</param>
/// <param name="Position">The position at which readers see it; null when nothing changed.</param>
public sealed record ExamplesChanged(int Count, int Kept, ChangePosition? Position);
