using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Hedensted.Content.Model;

namespace Hedensted.GraphQL.Caching;

/// <summary>Which area each document type is; the same for the same types on every node.</summary>
internal sealed class AreaMap
{
    private static readonly ConditionalWeakTable<ContentSchema, AreaMap> Known = [];
    private static readonly string[] Fixed = ["edition", "documents", "media", "dictionary", "calendar", "search", "changes"];

    private readonly FrozenDictionary<Guid, Areas> _byKey;
    private readonly FrozenDictionary<string, Areas> _byAlias;
    private readonly string[] _names;

    // Questions read the same areas again and again: there are as many as there are kinds of questions.
    private readonly ConcurrentDictionary<Areas, string> _joined = new();

    private AreaMap(ContentSchema schema)
    {
        var types = schema.ContentTypes.Where(type => type is { Kind: NodeKind.Document, IsElement: false }).OrderBy(type => type.Alias, StringComparer.Ordinal).ToList();
        _byKey = types.Index().ToFrozenDictionary(type => type.Item.Key, type => Areas.OfType(type.Index));
        _byAlias = types.Index().ToFrozenDictionary(type => type.Item.Alias, type => Areas.OfType(type.Index), StringComparer.OrdinalIgnoreCase);
        _names = new string[64];
        Fixed.CopyTo(_names, 0);
        foreach (var (index, type) in types.Index())
        {
            foreach (var bit in Areas.OfType(index).Numbers())
            {
                _names[bit] = _names[bit] is { } other ? $"{other} {NameOf(type)}" : NameOf(type);
            }
        }

        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', types.Select(type => $"{type.Key} {type.Alias}")))).AsSpan(0, 4));
    }

    /// <summary>Tells apart sets of types whose areas are not the same.</summary>
    public string Id { get; }

    /// <summary>The map of these types; made once.</summary>
    public static AreaMap Of(ContentSchema schema) => Known.GetValue(schema, static made => new AreaMap(made));

    /// <summary>Documents of this type; everything for a type that the schema does not have.</summary>
    public Areas Of(ContentType type) => _byKey.TryGetValue(type.Key, out var areas) ? areas : Areas.All;

    /// <summary>Documents of the type with this alias; nothing when there is no such type, for other types make everything anew.</summary>
    public Areas Of(string alias) => _byAlias.GetValueOrDefault(alias);

    /// <summary>The areas by name with a space between, for <c>Surrogate-Key</c>: <c>calendar type-event</c>. What is read from the edition itself goes with every step.</summary>
    public string NamesOf(Areas areas) => areas.Meets(Areas.Edition) ? Fixed[0] : _joined.GetOrAdd(areas, Join);

    private string Join(Areas areas) => string.Join(' ', areas.Numbers().Select(bit => _names[bit]).Where(name => name is not null));

    private static string NameOf(ContentType type) => $"type-{type.Alias}";
}
