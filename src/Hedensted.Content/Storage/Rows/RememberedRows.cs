using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>One date as readers saw it last.</summary>
internal sealed class RememberedDateRow
{
    public required Guid Id { get; init; }

    public required Guid DocumentKey { get; init; }

    public required int Source { get; init; }

    /// <summary>Says whether it is still the same.</summary>
    public required long Print { get; set; }

    /// <summary>When readers met what it is now; 1970 when it was so from the start.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    public required bool Gone { get; set; }

    public Guid? Uuid { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<RememberedDateRow>
    {
        public void Configure(EntityTypeBuilder<RememberedDateRow> builder)
        {
            builder.ToTable("remembered_date").HasKey(date => date.Id);
            builder.Property(date => date.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>From when on nothing was missed; one row.</summary>
internal sealed class RememberedSinceRow
{
    public required int Key { get; init; }

    public required DateTimeOffset Since { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RememberedSinceRow>
    {
        public void Configure(EntityTypeBuilder<RememberedSinceRow> builder)
        {
            builder.ToTable("remembered_since").HasKey(one => one.Key);
            builder.Property(one => one.Key).ValueGeneratedNever();
        }
    }
}
