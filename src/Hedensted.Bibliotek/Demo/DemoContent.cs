using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Demo;

/// <summary>Fills a site with very many published events, so that it can be measured under load.</summary>
public sealed class DemoContent(SiteStore site, SchemaSource schemas)
{
    /// <summary>Events a transaction: few transactions, and none so large that it must be held in memory whole.</summary>
    private const int Batch = 10_000;

    /// <summary>Adds events and the pictures they share; those that are there already stay as they are.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Which of many such sets; the same count, seed and year make the same documents, keys included.</param>
    /// <param name="year">When they take place.</param>
    /// <param name="cancellationToken">Gives up; what whole batches have written stays.</param>
    /// <returns>False when the site lacks the types that the events are made of.</returns>
    public async Task<bool> AddAsync(int count, int seed, int year, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var schema = await schemas.CurrentAsync(cancellationToken);
        if (schema.FindType(NodeKind.Document, "event") is not { } type || schema.FindType(NodeKind.Media, "umbracoMediaVectorGraphics") is not { } drawing)
        {
            return false;
        }

        var created = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await site.ApplyAsync(
            new SiteChanges { Nodes = [.. Enumerable.Range(0, DemoPosters.Count).Select(index => DemoPosters.NodeOf(index, drawing.Key, created))] }, null, cancellationToken);
        var events = new DemoEvents(seed, year);
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
        {
            var nodes = numbers.Select(number => NodeOf(events, number, type.Key, created)).ToImmutableArray();
            await site.ApplyAsync(new SiteChanges { Nodes = nodes }, userKey: null, cancellationToken);
        }

        return true;
    }

    private static SiteNode NodeOf(DemoEvents events, int number, Guid type, DateTimeOffset created)
    {
        var (key, content) = events.Make(number);
        return new SiteNode
        {
            Key = key,
            Kind = NodeKind.Document,
            ContentTypeKey = type,
            ParentKey = StartingSite.Events,
            SortOrder = number,
            CreateDate = created,
            IsExample = true,
            Content = content,
            PublishedCultures = [""],
        };
    }
}
