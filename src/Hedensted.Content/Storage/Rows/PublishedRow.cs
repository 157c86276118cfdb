using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>What readers see of a document that is published in at least one culture.</summary>
internal sealed class PublishedRow
{
    public required Guid NodeKey { get; init; }

    public required Guid VersionKey { get; set; }

    public required DateTimeOffset PublishDate { get; set; }

    /// <summary>When something that stood directly below it went from readers last; null when nothing has since it was published first.</summary>
    public DateTimeOffset? ChildLeftAt { get; set; }

    /// <summary>Published names and values as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>Culture ("" for invariant) → address segment before it is made unique among siblings, as JSON.</summary>
    public required string Segments { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<PublishedRow>
    {
        public void Configure(EntityTypeBuilder<PublishedRow> builder)
        {
            builder.ToTable("published").HasKey(published => published.NodeKey);
            builder.Property(published => published.NodeKey).ValueGeneratedNever();
            builder.HasOne<NodeRow>().WithOne().HasForeignKey<PublishedRow>(published => published.NodeKey).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
