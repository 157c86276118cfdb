using Hedensted.Content.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>A document or media item: where it stands and what lists show of it. Its text is in its versions.</summary>
internal sealed class NodeRow
{
    public required Guid Key { get; init; }

    public required NodeKind Kind { get; init; }

    public required Guid ContentTypeKey { get; set; }

    public Guid? ParentKey { get; set; }

    /// <summary>Keys (32 digits) from the root down to the node itself, each followed by <c>/</c>.</summary>
    public required string Path { get; set; }

    public int Level { get; set; }

    public int SortOrder { get; set; }

    public bool Trashed { get; set; }

    public Guid? OriginalParentKey { get; set; }

    public Guid? CreatorKey { get; init; }

    public Guid? WriterKey { get; set; }

    public DateTimeOffset CreateDate { get; set; }

    public DateTimeOffset UpdateDate { get; set; }

    public bool IsExample { get; set; }

    /// <summary>Names in lower case, each on a line of its own with a line break before and after; for finding.</summary>
    public required string Names { get; set; }

    /// <summary>The variants (<see cref="Storage.Json.StoredVariant"/>) as JSON.</summary>
    public required string Variants { get; set; }

    public Guid DraftVersionKey { get; set; }

    /// <summary>When the next scheduled publish or unpublish is due.</summary>
    public DateTimeOffset? NextDue { get; set; }

    /// <summary>Whether a document's draft differs from what readers see in some variant, or nobody sees it yet.</summary>
    public bool Pending { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<NodeRow>
    {
        public void Configure(EntityTypeBuilder<NodeRow> builder)
        {
            builder.ToTable("node").HasKey(node => node.Key);
            builder.Property(node => node.Key).ValueGeneratedNever();
            builder.HasIndex(node => new { node.ParentKey, node.SortOrder });
            builder.HasIndex(node => node.NextDue);
            builder.HasIndex(node => node.ContentTypeKey).HasFilter("pending");
            builder.HasIndex(node => new { node.WriterKey, node.UpdateDate });
        }
    }
}
