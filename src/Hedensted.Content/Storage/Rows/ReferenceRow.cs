using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>A node's draft or published text points at another node; the other may be gone or not be made yet.</summary>
internal sealed class ReferenceRow
{
    public required Guid SourceKey { get; init; }

    public required Guid TargetKey { get; init; }

    public required string Property { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ReferenceRow>
    {
        public void Configure(EntityTypeBuilder<ReferenceRow> builder)
        {
            builder.ToTable("reference").HasKey(reference => new { reference.SourceKey, reference.TargetKey, reference.Property });
            builder.HasIndex(reference => reference.TargetKey);
            builder.HasOne<NodeRow>().WithMany().HasForeignKey(reference => reference.SourceKey).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
