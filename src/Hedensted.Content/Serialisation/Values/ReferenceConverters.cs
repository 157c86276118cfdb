using System.Text.Json.Nodes;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>Umbraco's identifiers of things in files, e.g. <c>umb://document/5d1c2f0a6b1e4a579c550c5b6f0a1111</c>.</summary>
internal static class Udi
{
    private const string Scheme = "umb://";

    /// <summary>The identifier of a thing.</summary>
    public static string Of(string type, Guid key) => $"{Scheme}{type}/{key:N}";

    /// <summary>Type and key; a bare key has no type.</summary>
    public static bool TryParse(string? text, out string? type, out Guid key)
    {
        type = null;
        text = text?.Trim();
        if (text is not null && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            var slash = text.IndexOf('/', Scheme.Length);
            type = slash < 0 ? null : text[Scheme.Length..slash];
            text = slash < 0 ? null : text[(slash + 1)..];
        }

        return Guid.TryParse(text, out key);
    }

    /// <summary>The keys in a text with commas.</summary>
    /// <exception cref="FormatException">One of them is neither an identifier nor a key.</exception>
    public static List<(string? Type, Guid Key)> ParseList(string text)
    {
        var list = new List<(string?, Guid)>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            list.Add(TryParse(part, out var type, out var key)
                ? (type, key)
                : throw new FormatException($"«{part}» er ikke en henvisning; skriv den som umb://document/ og sidens nøgle."));
        }

        return list;
    }
}

/// <summary>Pickers of one type of thing: keys with commas on the wire, identifiers with commas in files.</summary>
/// <param name="type">What is picked.</param>
internal sealed class UdiConverter(string type) : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context)
    {
        if (SiteJson.AsText(wire) is not { } text)
        {
            return wire.DeepClone();
        }

        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => Udi.TryParse(part, out var named, out var key) ? Udi.Of(named ?? type, key) : part);
        return string.Join(',', parts) is { Length: > 0 } stored ? JsonValue.Create(stored) : null;
    }

    public override JsonNode? ToWire(JsonNode stored, ValueContext context)
    {
        var text = SiteJson.AsText(stored) ?? throw new FormatException("Værdien skal være en henvisning, fx umb://document/ og sidens nøgle.");
        return string.Join(',', Udi.ParseList(text).Select(item => item.Key.ToString())) is { Length: > 0 } wire ? JsonValue.Create(wire) : null;
    }
}

/// <summary>Documents, media and members picked from a tree: objects on the wire, identifiers with commas in files.</summary>
internal sealed class NodeReferencesConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context)
    {
        if (wire is not JsonArray list)
        {
            return wire.DeepClone();
        }

        var udis = new List<string>();
        foreach (var item in list.OfType<JsonObject>())
        {
            if (Guid.TryParse(SiteJson.AsText(item.Member("unique")), out var key))
            {
                udis.Add(Udi.Of(SiteJson.AsText(item.Member("type")) ?? "document", key));
            }
        }

        return udis.Count == 0 ? null : JsonValue.Create(string.Join(',', udis));
    }

    public override JsonNode? ToWire(JsonNode stored, ValueContext context)
    {
        if (SiteJson.Expand(stored) is JsonArray list)
        {
            return list.Count == 0 ? null : list;
        }

        var text = SiteJson.AsText(stored) ?? throw new FormatException("Værdien skal være henvisninger med komma imellem.");
        var items = Udi.ParseList(text);
        return items.Count == 0
            ? null
            : new JsonArray([.. items.Select(item => new JsonObject { ["type"] = item.Type ?? "document", ["unique"] = item.Key.ToString() })]);
    }
}

/// <summary>Pictures and files picked from the library; members in the order in which Umbraco stores them.</summary>
internal sealed class MediaPickerConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context) => wire is JsonArray list
        ? list.Count == 0 ? null : new JsonArray([.. list.Select(item => item is JsonObject value ? Ordered(value) : item?.DeepClone())])
        : wire.DeepClone();

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) => SiteJson.Expand(stored) switch
    {
        JsonArray { Count: 0 } => null,
        JsonArray list => list,
        var other when SiteJson.AsText(other) is { } text => text.Length == 0 ? null
            : new JsonArray([.. Udi.ParseList(text).Select(item => new JsonObject { ["key"] = item.Key.ToString(), ["mediaKey"] = item.Key.ToString() })]),
        _ => throw new FormatException("Værdien skal være en liste af valgte medier."),
    };

    private static JsonObject Ordered(JsonObject value) => SiteJson.Ordered(value, "key", "mediaKey", "mediaTypeAlias", "crops", "focalPoint");
}

/// <summary>The image of a media item: where it lies, its focal point and crops.</summary>
internal sealed class ImageConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context)
    {
        if (wire is not JsonObject value)
        {
            return SiteJson.AsText(wire) is "" ? null : wire.DeepClone();
        }

        var stored = SiteJson.Ordered(value, "src", "crops", "focalPoint");
        stored.Remove("temporaryFileId");
        return stored.Count == 0 ? null : stored;
    }

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) => SiteJson.Expand(stored) switch
    {
        JsonObject value => value,
        var other when SiteJson.AsText(other) is { } text => text.Length == 0 ? null : new JsonObject { ["src"] = text },
        _ => throw new FormatException("Værdien skal være et billede med «src»."),
    };
}

/// <summary>The file of a media item: an object on the wire, its address in files.</summary>
internal sealed class UploadConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context) => wire is JsonObject value
        ? SiteJson.AsText(value.Member("src")) is { Length: > 0 } src ? JsonValue.Create(src) : null
        : SiteJson.AsText(wire) is "" ? null : wire.DeepClone();

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) => SiteJson.Expand(stored) switch
    {
        JsonObject value => value,
        var other when SiteJson.AsText(other) is { } text => text.Length == 0 ? null : new JsonObject { ["src"] = text },
        _ => throw new FormatException("Værdien skal være filens adresse."),
    };
}
