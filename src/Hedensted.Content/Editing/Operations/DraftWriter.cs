using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Makes names and values a node's newest version.</summary>
internal static class DraftWriter
{
    /// <summary>Writes the version, and what the node's row shows of it.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="row">The node, tracked.</param>
    /// <param name="content">What was typed, checked.</param>
    /// <param name="previous">The draft until now; null for a new node.</param>
    /// <param name="published">What readers see; null when nothing.</param>
    /// <param name="userKey">Who writes.</param>
    public static void Write(WriteSession session, NodeRow row, NodeContent content, NodeContent? previous, NodeContent? published, Guid? userKey)
    {
        var stamp = previous is null ? row.UpdateDate : Later(row.UpdateDate, session.Now);
        var version = new NodeVersionRow
        {
            Key = session.NewKey(),
            NodeKey = row.Key,
            AuthorKey = userKey,
            Date = stamp,
            Content = ContentJson.Write(content),
        };
        session.Context.Versions.Add(version);
        row.DraftVersionKey = version.Key;
        row.WriterKey = userKey;
        row.UpdateDate = stamp;
        SetVariants(row, VariantsOf(StoredJson.ReadVariants(row.Variants), content, previous, published, stamp, previous is null ? row.CreateDate : stamp));
    }

    /// <summary>Sets the variants, and what is derived from them for finding, scheduling and telling what is not published.</summary>
    public static void SetVariants(NodeRow row, ImmutableArray<StoredVariant> variants)
    {
        row.Variants = StoredJson.Write(variants);
        row.Names = NamesOf(variants.Select(variant => variant.Name));
        row.NextDue = variants.SelectMany(variant => new[] { variant.PublishAt, variant.UnpublishAt }).Min();
        row.Pending = row.Kind == NodeKind.Document && variants.Any(variant => variant.PublishDate is null || variant.Edited);
    }

    /// <summary>Names as they are kept for finding.</summary>
    public static string NamesOf(IEnumerable<string> names) => $"\n{string.Join('\n', names.Select(name => name.ToLowerInvariant()))}\n";

    /// <summary>Whether a culture's draft differs from what readers see.</summary>
    public static bool Differs(NodeContent draft, NodeContent? published, string? culture) =>
        published is not null && !(ContentComparison.Same(draft, published, culture) && ContentComparison.Same(draft, published, null));

    // No two saves of a node share a date, so that a date tells which save an editor opened.
    private static DateTimeOffset Later(DateTimeOffset last, DateTimeOffset now) => now > last ? now : last.AddMilliseconds(1);

    private static ImmutableArray<StoredVariant> VariantsOf(
        ImmutableArray<StoredVariant> before, NodeContent content, NodeContent? previous, NodeContent? published, DateTimeOffset stamp, DateTimeOffset created)
    {
        // A save that changes nothing is still a save of all of it.
        var all = previous is null || ContentComparison.Same(content, previous) || !ContentComparison.Same(content, previous, null);
        var variants = ImmutableArray.CreateBuilder<StoredVariant>();
        foreach (var name in content.Names)
        {
            var variant = before.FirstOrDefault(variant => ContentComparison.SameCulture(variant.Culture, name.Culture))
                ?? new StoredVariant { Culture = name.Culture, Name = name.Name, CreateDate = created, UpdateDate = stamp };
            var touched = all || !ContentComparison.Same(content, previous!, name.Culture);
            variants.Add(variant with
            {
                Name = name.Name,
                UpdateDate = touched ? stamp : variant.UpdateDate,
                Edited = variant.PublishDate is not null && Differs(content, published, name.Culture),
            });
        }

        // A culture that was taken out of the draft is still there for readers until it is unpublished.
        variants.AddRange(before
            .Where(variant => variant.PublishDate is not null && !content.Names.Any(name => ContentComparison.SameCulture(name.Culture, variant.Culture)))
            .Select(variant => variant with { Edited = true }));
        return variants.ToImmutable();
    }
}
