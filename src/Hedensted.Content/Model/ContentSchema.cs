using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hedensted.Content.Model;

/// <summary>All types, data types and languages at one change position; immutable, safe to share between threads.</summary>
public sealed class ContentSchema
{
    private readonly FrozenDictionary<Guid, ContentType> _typesByKey;
    private readonly FrozenDictionary<(NodeKind Kind, string Alias), ContentType> _typesByAlias;
    private readonly FrozenDictionary<Guid, DataType> _dataTypes;
    private readonly FrozenDictionary<Guid, ImmutableArray<PropertyType>> _properties;

    /// <summary>A schema of these parts.</summary>
    /// <exception cref="ArgumentException">Two types share a key or (within a kind) an alias.</exception>
    public ContentSchema(
        ImmutableArray<Language> languages, ImmutableArray<DataType> dataTypes, ImmutableArray<ContentType> contentTypes, ImmutableArray<SchemaFolder> folders = default)
    {
        MadeFolders = folders.IsDefault ? [] : folders;
        Languages = languages;
        DataTypes = dataTypes;
        ContentTypes = contentTypes;
        _typesByKey = contentTypes.ToFrozenDictionary(type => type.Key);
        _typesByAlias = contentTypes.ToFrozenDictionary(type => (type.Kind, type.Alias.ToLowerInvariant()));
        _dataTypes = dataTypes.ToFrozenDictionary(type => type.Key);
        _properties = contentTypes.ToFrozenDictionary(type => type.Key, Compose);
    }

    /// <summary>A schema without anything in it.</summary>
    public static ContentSchema Empty { get; } = new([], [], []);

    /// <summary>Languages, the default first.</summary>
    public ImmutableArray<Language> Languages { get; }

    /// <summary>Every data type.</summary>
    public ImmutableArray<DataType> DataTypes { get; }

    /// <summary>Every document, element and media type.</summary>
    public ImmutableArray<ContentType> ContentTypes { get; }

    /// <summary>Folders made by hand; a folder that a type lies in is there without.</summary>
    public ImmutableArray<SchemaFolder> MadeFolders { get; }

    /// <summary>The language used where none is named; null only before the first import.</summary>
    public Language? DefaultLanguage => Languages.FirstOrDefault(language => language.IsDefault);

    /// <summary>The language with this ISO code, without regard to case.</summary>
    public Language? FindLanguage(string? isoCode) =>
        Languages.FirstOrDefault(language => string.Equals(language.IsoCode, isoCode, StringComparison.OrdinalIgnoreCase));

    /// <summary>A language and those that it falls back to, the nearest first, each once; none when the site does not have it.</summary>
    public ImmutableArray<string> FallbacksOf(string? isoCode)
    {
        var languages = ImmutableArray.CreateBuilder<string>();
        for (var language = FindLanguage(isoCode); language is not null && !languages.Contains(language.IsoCode); language = FindLanguage(language.FallbackIsoCode))
        {
            languages.Add(language.IsoCode);
        }

        return languages.ToImmutable();
    }

    /// <summary>The languages in which to look for a text, in this order: the one asked for, those that it falls back to, and the default one; each once.</summary>
    public IEnumerable<string> WithFallbacks(string? isoCode)
    {
        var languages = FallbacksOf(isoCode);
        return DefaultLanguage is { } standard && !languages.Contains(standard.IsoCode) ? languages.Add(standard.IsoCode) : languages;
    }

    /// <summary>The type with this key.</summary>
    public ContentType? FindType(Guid key) => _typesByKey.GetValueOrDefault(key);

    /// <summary>The type with this alias, without regard to case.</summary>
    public ContentType? FindType(NodeKind kind, string alias) => _typesByAlias.GetValueOrDefault((kind, alias.ToLowerInvariant()));

    /// <summary>The data type with this key.</summary>
    public DataType? FindDataType(Guid key) => _dataTypes.GetValueOrDefault(key);

    /// <summary>Own and composed properties of a type; an alias that stands on several counts once, the type's own first.</summary>
    public ImmutableArray<PropertyType> PropertiesOf(ContentType type) => _properties.GetValueOrDefault(type.Key, []);

    /// <summary>The property of this type (own or composed) with this alias, without regard to case.</summary>
    public PropertyType? FindProperty(ContentType type, string alias)
    {
        foreach (var property in PropertiesOf(type))
        {
            if (string.Equals(property.Alias, alias, StringComparison.OrdinalIgnoreCase))
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>The type itself and every type it is composed of, each once, the type itself first.</summary>
    public IEnumerable<ContentType> WithCompositions(ContentType type)
    {
        var seen = new HashSet<Guid>();
        var waiting = new Queue<ContentType>([type]);
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Key))
            {
                continue;
            }

            yield return next;
            foreach (var key in next.Compositions)
            {
                if (FindType(key) is { } composition)
                {
                    waiting.Enqueue(composition);
                }
            }
        }
    }

    private ImmutableArray<PropertyType> Compose(ContentType type)
    {
        var aliases = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. WithCompositions(type).SelectMany(part => part.Properties).Where(property => aliases.Add(property.Alias))];
    }
}
