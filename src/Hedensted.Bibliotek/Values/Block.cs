using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Hedensted.Bibliotek.Values;

/// <summary>One block of a block list, as its editor wrote it.</summary>
/// <param name="Key">Permanent identity within its list.</param>
/// <param name="TypeKey">The element type.</param>
/// <param name="Content">The block's <c>contentData</c> entry.</param>
public sealed record Block(Guid Key, Guid TypeKey, JsonElement Content)
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, ImmutableArray<Block>>> Known = [];

    /// <summary>The value of one of its properties; null when unset.</summary>
    public JsonElement? ValueOf(string alias)
    {
        if (!Content.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.Object
                && value.TryGetProperty("alias", out var name)
                && name.ValueKind == JsonValueKind.String
                && string.Equals(name.GetString(), alias, StringComparison.OrdinalIgnoreCase)
                && value.TryGetProperty("value", out var inner)
                && inner.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                return inner;
            }
        }

        return null;
    }

    /// <summary>The property's text, trimmed; null when unset or blank.</summary>
    public string? Text(string alias) => ValueOf(alias).AsText();

    /// <summary>The blocks in one of its properties.</summary>
    public ImmutableArray<Block> Blocks(string alias) => ListOf(this, alias, ValueOf(alias));

    /// <summary>The blocks of a value that never changes, read once as long as its owner lives.</summary>
    internal static ImmutableArray<Block> ListOf(object owner, string alias, JsonElement? value) => value is null
        ? []
        : Known.GetOrCreateValue(owner).GetOrAdd(alias, static (_, json) => ListOf(json), value);

    /// <summary>The blocks of a block list, block grid or single block in the order of its layout; blocks that nothing lays out are left out.</summary>
    public static ImmutableArray<Block> ListOf(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } json
            || !json.TryGetProperty("contentData", out var contents) || contents.ValueKind != JsonValueKind.Array
            || !json.TryGetProperty("layout", out var layouts) || layouts.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var byKey = new Dictionary<Guid, Block>();
        foreach (var content in contents.EnumerateArray())
        {
            if (GuidOf(content, "key") is { } key && GuidOf(content, "contentTypeKey") is { } type)
            {
                byKey.TryAdd(key, new Block(key, type, content));
            }
        }

        var blocks = ImmutableArray.CreateBuilder<Block>(byKey.Count);
        foreach (var layout in layouts.EnumerateObject())
        {
            LayOut(layout.Value);
        }

        return blocks.DrainToImmutable();

        // A grid has areas in its blocks, with blocks of their own; they follow the block that holds them.
        void LayOut(JsonElement items)
        {
            foreach (var item in items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default)
            {
                if (GuidOf(item, "contentKey") is { } key && byKey.Remove(key, out var block))
                {
                    blocks.Add(block);
                }

                if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("areas", out var areas) && areas.ValueKind == JsonValueKind.Array)
                {
                    foreach (var area in areas.EnumerateArray())
                    {
                        if (area.ValueKind == JsonValueKind.Object && area.TryGetProperty("items", out var inner))
                        {
                            LayOut(inner);
                        }
                    }
                }
            }
        }
    }

    private static Guid? GuidOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.TryGetGuid(out var key) ? key : null;
}
