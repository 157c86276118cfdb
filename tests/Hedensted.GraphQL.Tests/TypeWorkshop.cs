using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.GraphQL.Tests;

/// <summary>Makes types as somebody in the backoffice would, beside the library's own.</summary>
internal sealed class TypeWorkshop
{
    private readonly List<DataType> _dataTypes = [];
    private readonly List<ContentType> _types = [];

    /// <summary>A document type with properties: alias, editor, settings.</summary>
    public ContentType Document(string alias, params (string Alias, string Editor, object? Settings)[] properties) => Add(alias, isElement: false, properties);

    /// <summary>An element type.</summary>
    public ContentType Element(string alias, params (string Alias, string Editor, object? Settings)[] properties) => Add(alias, isElement: true, properties);

    /// <summary>Lets a type and all its properties have a value for each language.</summary>
    public ContentType Vary(ContentType type)
    {
        var varying = type with { VariesByCulture = true, Properties = [.. type.Properties.Select(property => property with { VariesByCulture = true })] };
        _types[_types.IndexOf(type)] = varying;
        return varying;
    }

    public void Remove(ContentType type) => _types.Remove(type);

    /// <summary>The library's types and these.</summary>
    /// <param name="languages">Languages beside the site's own.</param>
    public ContentSchema Schema(params ReadOnlySpan<Language> languages) => new(
        [.. Repository.Site.Languages, .. languages], Repository.Site.DataTypes.AddRange(_dataTypes), Repository.Site.ContentTypes.AddRange(_types));

    private ContentType Add(string alias, bool isElement, (string Alias, string Editor, object? Settings)[] properties)
    {
        var type = new ContentType
        {
            Key = Guid.NewGuid(),
            Kind = NodeKind.Document,
            Alias = alias,
            Name = alias,
            IsElement = isElement,
            AllowedAsRoot = !isElement,
            Properties =
            [
                .. properties.Select(property => new PropertyType { Key = Guid.NewGuid(), Alias = property.Alias, Name = property.Alias, DataTypeKey = Editor(property.Editor, property.Settings) }),
            ],
        };
        _types.Add(type);
        return type;
    }

    private Guid Editor(string alias, object? settings)
    {
        var dataType = new DataType
        {
            Key = Guid.NewGuid(),
            Name = $"{alias} {_dataTypes.Count}",
            EditorAlias = alias,
            EditorUiAlias = alias,
            Configuration = settings is null
                ? ImmutableSortedDictionary<string, JsonElement>.Empty
                : JsonSerializer.SerializeToElement(settings).EnumerateObject().ToImmutableSortedDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal),
        };
        _dataTypes.Add(dataType);
        return dataType.Key;
    }
}
