using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Tests.Publishing;

/// <summary>Types and data types made in memory, a few words a field.</summary>
internal sealed class SchemaInMemory
{
    private readonly List<DataType> _dataTypes = [];
    private readonly List<ContentType> _types = [];

    public PropertyType Property(string alias, string editor, string config = "{}", bool mandatory = false, bool varies = false)
    {
        using var settings = JsonDocument.Parse(config);
        var dataType = new DataType
        {
            Key = Guid.NewGuid(),
            Name = alias,
            EditorAlias = editor,
            EditorUiAlias = "Ui",
            Configuration = settings.RootElement.EnumerateObject().ToImmutableSortedDictionary(item => item.Name, item => item.Value.Clone(), StringComparer.Ordinal),
        };
        _dataTypes.Add(dataType);
        return new PropertyType
        {
            Key = Guid.NewGuid(),
            Alias = alias,
            Name = alias,
            DataTypeKey = dataType.Key,
            Mandatory = mandatory,
            VariesByCulture = varies,
        };
    }

    public ContentType Type(string alias, bool element, bool varies, params PropertyType[] properties)
    {
        var type = new ContentType
        {
            Key = Guid.NewGuid(),
            Kind = NodeKind.Document,
            Alias = alias,
            Name = alias,
            IsElement = element,
            VariesByCulture = varies,
            Properties = [.. properties],
        };
        _types.Add(type);
        return type;
    }

    public ContentType Element(string alias, params PropertyType[] properties) => Type(alias, true, false, properties);

    public ContentType Page(params PropertyType[] properties) => Type("page", false, false, properties);

    public ContentSchema Build() => new([new Language(Guid.NewGuid(), "da", "Dansk", true, true, null)], [.. _dataTypes], [.. _types]);

    public static NodeContent Named(params PropertyValue[] values) => new() { Names = [new VariantName(null, "Side")], Values = [.. values] };

    public static PropertyValue Value(string alias, string json, string? culture = null)
    {
        using var value = JsonDocument.Parse(json);
        return new PropertyValue(alias, culture, null, value.RootElement.Clone());
    }

    /// <summary>A block list of one block a type, each with these values; every block is shown.</summary>
    public static string Blocks(string layout, params (Guid Key, Guid Type, string Values)[] blocks) =>
        $$"""
        {"layout":{"{{layout}}":[{{string.Join(',', blocks.Select(block => $$"""{"contentKey":"{{block.Key}}"}"""))}}]},
         "contentData":[{{string.Join(',', blocks.Select(block => $$"""{"key":"{{block.Key}}","contentTypeKey":"{{block.Type}}","values":{{block.Values}}}"""))}}],
         "settingsData":[],"expose":[]}
        """;
}
