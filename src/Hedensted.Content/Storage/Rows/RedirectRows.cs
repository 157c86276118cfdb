using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>Where a document stood when it was last looked at.</summary>
internal sealed class AddressRow
{
    public required Guid NodeKey { get; init; }

    /// <summary>Empty for an invariant document.</summary>
    public required string Culture { get; init; }

    public required string Path { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<AddressRow>
    {
        public void Configure(EntityTypeBuilder<AddressRow> builder) => builder.ToTable("address").HasKey(address => new { address.NodeKey, address.Culture });
    }
}

/// <summary>An address that a document has left.</summary>
internal sealed class RedirectRow
{
    public required Guid Key { get; init; }

    /// <summary>In lower case; no two redirects share one.</summary>
    public required string Path { get; init; }

    public required string Culture { get; set; }

    public required Guid NodeKey { get; set; }

    public required DateTimeOffset Created { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RedirectRow>
    {
        public void Configure(EntityTypeBuilder<RedirectRow> builder)
        {
            builder.ToTable("redirect").HasKey(redirect => redirect.Key);
            builder.Property(redirect => redirect.Key).ValueGeneratedNever();
        }
    }
}

/// <summary>A setting that administrators change while the site runs.</summary>
internal sealed class SiteSettingRow
{
    public required string Name { get; init; }

    public required string Value { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SiteSettingRow>
    {
        public void Configure(EntityTypeBuilder<SiteSettingRow> builder) => builder.ToTable("site_setting").HasKey(setting => setting.Name);
    }
}
