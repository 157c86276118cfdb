using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>The one row that tells this database from every other.</summary>
internal sealed class EpochRow
{
    /// <summary>How long the secret is before it is written in hex.</summary>
    public const int SecretBytes = 32;

    public required int Id { get; init; }

    /// <summary>Random bytes in lower-case hex.</summary>
    public required string Secret { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<EpochRow>
    {
        public void Configure(EntityTypeBuilder<EpochRow> builder)
        {
            builder.ToTable("database_epoch").HasKey(epoch => epoch.Id);
            builder.Property(epoch => epoch.Id).ValueGeneratedNever();
        }
    }
}
