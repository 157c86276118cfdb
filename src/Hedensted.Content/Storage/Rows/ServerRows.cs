using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>A server of the site, as it told of itself last.</summary>
internal sealed class ServerRow
{
    public required Guid Key { get; init; }

    public required string Name { get; init; }

    public required NodeRole Role { get; init; }

    /// <summary>The newest position that its readers see.</summary>
    public required long Position { get; init; }

    /// <summary>By the database's clock, which is the same for all of them.</summary>
    public required DateTimeOffset Seen { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ServerRow>
    {
        public void Configure(EntityTypeBuilder<ServerRow> builder) => builder.ToTable("server").HasKey(server => server.Key);
    }
}

/// <summary>A key that the site seals with, in the framework's own form.</summary>
internal sealed class ProtectionKeyRow
{
    public required string Name { get; init; }

    public required string Xml { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ProtectionKeyRow>
    {
        public void Configure(EntityTypeBuilder<ProtectionKeyRow> builder) => builder.ToTable("protection_key").HasKey(key => key.Name);
    }
}
