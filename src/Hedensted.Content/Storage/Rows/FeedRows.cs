using Hedensted.Content.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>The one row that every writer of content locks first, so that positions come in commit order.</summary>
internal sealed class FeedHeadRow
{
    public required int Id { get; init; }

    public long Position { get; set; }

    /// <summary>The newest position that changed types, data types or languages.</summary>
    public long SchemaPosition { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<FeedHeadRow>
    {
        public void Configure(EntityTypeBuilder<FeedHeadRow> builder)
        {
            builder.ToTable("feed_head").HasKey(head => head.Id);
            builder.Property(head => head.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>One row of the change feed.</summary>
internal sealed class ChangeRow
{
    public required long Position { get; init; }

    public required int Sequence { get; init; }

    public required ChangeSubject Subject { get; init; }

    public required Guid Key { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ChangeRow>
    {
        public void Configure(EntityTypeBuilder<ChangeRow> builder)
        {
            builder.ToTable("change").HasKey(change => new { change.Position, change.Sequence });
            builder.Property(change => change.Position).ValueGeneratedNever();
            builder.Property(change => change.Sequence).ValueGeneratedNever();
        }
    }
}
