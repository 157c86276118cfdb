using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>A file that something pointed at which is removed for good; the file goes when nothing else points at it.</summary>
internal sealed class RemovedFileRow
{
    /// <summary>Below <c>/media/</c>, e.g. <c>3f2a91c0bd/foto.jpg</c>.</summary>
    public required string Path { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<RemovedFileRow>
    {
        public void Configure(EntityTypeBuilder<RemovedFileRow> builder) => builder.ToTable("removed_file").HasKey(file => file.Path);
    }
}
