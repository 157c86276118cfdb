using Hedensted.Content.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>A line of the log; outlives the node that it is about.</summary>
internal sealed class AuditRow
{
    public required Guid Key { get; init; }

    public required Guid NodeKey { get; init; }

    public Guid? UserKey { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AuditType Type { get; init; }

    public string? Comment { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditRow>
    {
        public void Configure(EntityTypeBuilder<AuditRow> builder)
        {
            builder.ToTable("audit").HasKey(line => line.Key);
            builder.Property(line => line.Key).ValueGeneratedNever();
            builder.HasIndex(line => new { line.NodeKey, line.At });
        }
    }
}
