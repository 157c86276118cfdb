using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hedensted.Content.Storage.Rows;

/// <summary>What a row of <c>definition</c> defines.</summary>
internal enum DefinitionKind
{
    Language,
    DataType,
    ContentType,
    DictionaryItem,
    Folder,
    Blueprint,
}

/// <summary>A language, data type, content type, dictionary item, folder or document template, whole, as JSON: they are read together and never searched.</summary>
internal sealed class DefinitionRow
{
    public required Guid Key { get; init; }

    public required DefinitionKind Kind { get; init; }

    public required string Body { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DefinitionRow>
    {
        public void Configure(EntityTypeBuilder<DefinitionRow> builder)
        {
            builder.ToTable("definition").HasKey(definition => definition.Key);
            builder.Property(definition => definition.Key).ValueGeneratedNever();
        }
    }
}
