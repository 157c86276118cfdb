using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>How many came to one date, with what the date was then.</summary>
internal sealed class OccurrenceCountRow
{
    public required Guid OccurrenceId { get; init; }

    public required Guid EventKey { get; set; }

    public required string Title { get; set; }

    public required DateTimeOffset StartsAt { get; set; }

    public Guid? PlaceKey { get; set; }

    public string? PlaceName { get; set; }

    public required bool OutsideHouse { get; set; }

    public required bool CitizenLed { get; set; }

    /// <summary>Keys and names, as JSON.</summary>
    public required string FocusAreas { get; set; }

    public required int Total { get; set; }

    public int? Children { get; set; }

    public int? Young { get; set; }

    public int? Adults { get; set; }

    public int? VeryAdult { get; set; }

    public required string Method { get; set; }

    public string? Note { get; set; }

    public required Guid CountedBy { get; set; }

    public required DateTimeOffset CountedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OccurrenceCountRow>
    {
        public void Configure(EntityTypeBuilder<OccurrenceCountRow> builder)
        {
            builder.ToTable("occurrence_count").HasKey(count => count.OccurrenceId);
            builder.Property(count => count.OccurrenceId).ValueGeneratedNever();
        }
    }
}

/// <summary>How many gave one answer about one date.</summary>
internal sealed class OccurrenceFeedbackRow
{
    public required Guid OccurrenceId { get; init; }

    /// <summary>1 to 5.</summary>
    public required int Score { get; init; }

    public required Guid EventKey { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required int Answers { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OccurrenceFeedbackRow>
    {
        public void Configure(EntityTypeBuilder<OccurrenceFeedbackRow> builder) =>
            builder.ToTable("occurrence_feedback").HasKey(feedback => new { feedback.OccurrenceId, feedback.Score });
    }
}
