using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Published;

/// <summary>The maps that an edition consists of; each shares with the edition before what did not change.</summary>
internal sealed record EditionParts
{
    /// <summary>Stands between a segment and its number when several siblings want the same; no segment has it by itself.</summary>
    public const string NumberSeparator = "--";

    public static EditionParts Empty { get; } = new();

    public ChangePosition Position { get; init; }

    public ContentSchema Schema { get; init; } = ContentSchema.Empty;

    public ShardedMap<Guid, PublishedDocument> Documents { get; init; } = ShardedMap<Guid, PublishedDocument>.Empty;

    /// <summary>Parent (empty key: the root) → children in order.</summary>
    public ShardedMap<Guid, ImmutableArray<PublishedDocument>> Children { get; init; } = ShardedMap<Guid, ImmutableArray<PublishedDocument>>.Empty;

    public ImmutableDictionary<Guid, ShardedMap<Guid, PublishedDocument>> ByType { get; init; } =
        ImmutableDictionary<Guid, ShardedMap<Guid, PublishedDocument>>.Empty;

    /// <summary>Siblings that want the same segment, the oldest first: it gets the segment as it is.</summary>
    public ShardedMap<WantedSegment, ImmutableArray<Guid>> Wanted { get; init; } = ShardedMap<WantedSegment, ImmutableArray<Guid>>.Empty;

    public ShardedMap<Guid, PublishedMedia> Media { get; init; } = ShardedMap<Guid, PublishedMedia>.Empty;

    public FrozenDictionary<string, DictionaryItem> Dictionary { get; init; } = FrozenDictionary<string, DictionaryItem>.Empty;

    /// <summary>The child with this segment in its address.</summary>
    public PublishedDocument? FindChild(Guid parent, string segment)
    {
        if (Wanted.TryGetValue(new(parent, segment), out var documents))
        {
            return Documents.TryGetValue(documents[0], out var first) ? first : null;
        }

        var split = segment.LastIndexOf(NumberSeparator, StringComparison.Ordinal);
        return split > 0
            && int.TryParse(segment.AsSpan(split + NumberSeparator.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Wanted.TryGetValue(new(parent, segment[..split]), out documents)
            && number >= 2 && number <= documents.Length
            && Documents.TryGetValue(documents[number - 1], out var document)
            ? document
            : null;
    }
}

/// <summary>A segment below a parent (empty key: the root).</summary>
internal readonly record struct WantedSegment(Guid Parent, string Segment);

/// <summary>The documents of one type.</summary>
internal sealed class DocumentCollection(ShardedMap<Guid, PublishedDocument> documents) : IReadOnlyCollection<PublishedDocument>
{
    public int Count => documents.Count;

    public IEnumerator<PublishedDocument> GetEnumerator() => documents.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
