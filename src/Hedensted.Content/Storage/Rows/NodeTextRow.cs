using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>What a node's draft says, for finding. It may lag behind the draft; which version it was read from stands beside it.</summary>
internal sealed class NodeTextRow
{
    public required Guid NodeKey { get; init; }

    public required Guid VersionKey { get; set; }

    /// <summary>Its words, see <see cref="Editing.DraftWords"/>.</summary>
    public required string Text { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<NodeTextRow>
    {
        public void Configure(EntityTypeBuilder<NodeTextRow> builder)
        {
            builder.ToTable("node_text").HasKey(text => text.NodeKey);
            builder.Property(text => text.NodeKey).ValueGeneratedNever();
        }
    }
}
