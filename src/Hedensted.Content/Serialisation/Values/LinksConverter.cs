using System.Text.Json.Nodes;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>Links to pages, files and other sites.</summary>
internal sealed class LinksConverter : ValueConverter
{
    private const string External = "external";

    public override JsonNode? ToStored(JsonNode wire, ValueContext context) => wire is JsonArray links
        ? links.Count == 0 ? null : new JsonArray([.. links.OfType<JsonObject>().Select(Stored)])
        : wire.DeepClone();

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) => SiteJson.Expand(stored) switch
    {
        JsonArray { Count: 0 } => null,
        JsonArray links => new JsonArray([.. links.OfType<JsonObject>().Select(Wire)]),
        var other when SiteJson.AsText(other) is "" => null,
        _ => throw new FormatException("Værdien skal være en liste af links."),
    };

    // Only the address of another site is stored; that of a page or file follows from the tree when it is shown.
    private static JsonObject Stored(JsonObject link)
    {
        var type = SiteJson.AsText(link.Member("type")) ?? External;
        Guid? key = Guid.TryParse(SiteJson.AsText(link.Member("unique")), out var unique) && type != External ? unique : null;
        return new JsonObject
        {
            ["name"] = Copy(link, "name"),
            ["target"] = Copy(link, "target"),
            ["unique"] = key?.ToString(),
            ["type"] = type,
            ["udi"] = key is { } internalKey ? Udi.Of(type, internalKey) : null,
            ["url"] = key is null ? Copy(link, "url") : null,
            ["queryString"] = Copy(link, "queryString"),
            ["culture"] = Copy(link, "culture"),
        };
    }

    private static JsonObject Wire(JsonObject link)
    {
        var found = Udi.TryParse(SiteJson.AsText(link.Member("udi")), out var type, out var key)
            || Guid.TryParse(SiteJson.AsText(link.Member("unique")), out key);
        var wire = new JsonObject
        {
            ["type"] = found ? type ?? SiteJson.AsText(link.Member("type")) ?? "document" : External,
            ["unique"] = found ? key.ToString() : null,
            ["name"] = Copy(link, "name"),
            ["url"] = Copy(link, "url"),
            ["queryString"] = Copy(link, "queryString"),
            ["target"] = Copy(link, "target"),
        };
        if (Copy(link, "culture") is { } culture)
        {
            wire["culture"] = culture;
        }

        return wire;
    }

    private static JsonNode? Copy(JsonObject link, string name) => link.Member(name)?.DeepClone();
}
