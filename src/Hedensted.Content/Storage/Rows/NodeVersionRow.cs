using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>What was saved, once; only the name of a property in it may change, with its type. One of a node's versions is its draft, one may be what readers see.</summary>
internal sealed class NodeVersionRow
{
    public required Guid Key { get; init; }

    public required Guid NodeKey { get; init; }

    public Guid? AuthorKey { get; init; }

    public required DateTimeOffset Date { get; init; }

    public bool PreventCleanup { get; set; }

    /// <summary>Names and values as JSON.</summary>
    public required string Content { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<NodeVersionRow>
    {
        public void Configure(EntityTypeBuilder<NodeVersionRow> builder)
        {
            builder.ToTable("node_version").HasKey(version => version.Key);
            builder.Property(version => version.Key).ValueGeneratedNever();
            builder.HasOne<NodeRow>().WithMany().HasForeignKey(version => version.NodeKey).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
