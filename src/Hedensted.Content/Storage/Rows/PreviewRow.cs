using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>A preview that an editor has open.</summary>
internal sealed class PreviewRow
{
    /// <summary>Of the token; the token itself is only with the editor.</summary>
    public required string Hash { get; init; }

    public required Guid NodeKey { get; init; }

    public string? Culture { get; init; }

    public required Guid UserKey { get; init; }

    public required Guid SessionId { get; init; }

    public required DateTimeOffset Expires { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<PreviewRow>
    {
        public void Configure(EntityTypeBuilder<PreviewRow> builder) => builder.ToTable("preview").HasKey(preview => preview.Hash);
    }
}
