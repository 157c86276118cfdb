using System.Collections.Immutable;
using System.Text.Json;

namespace Hedensted.Content.Model;

/// <summary>What an editor typed: names and values, one state of one document or media item.</summary>
public sealed record NodeContent
{
    /// <summary>Nothing typed yet.</summary>
    public static NodeContent Empty { get; } = new();

    /// <summary>One name per culture; an invariant type has exactly one, with culture null.</summary>
    public ImmutableArray<VariantName> Names { get; init; } = [];

    /// <summary>Values that are set; a property without one is absent.</summary>
    public ImmutableArray<PropertyValue> Values { get; init; } = [];

    /// <summary>The name in this culture, else the invariant one, else the first.</summary>
    public string NameIn(string? culture)
    {
        string? invariant = null;
        foreach (var name in Names)
        {
            if (string.Equals(name.Culture, culture, StringComparison.OrdinalIgnoreCase))
            {
                return name.Name;
            }

            invariant ??= name.Culture is null ? name.Name : null;
        }

        return invariant ?? (Names.IsDefaultOrEmpty ? "" : Names[0].Name);
    }

    /// <summary>The value of a property in exactly this culture (null: invariant); null when unset.</summary>
    public JsonElement? ValueOf(string alias, string? culture = null)
    {
        foreach (var value in Values)
        {
            if (string.Equals(value.Alias, alias, StringComparison.OrdinalIgnoreCase)
                && string.Equals(value.Culture, culture, StringComparison.OrdinalIgnoreCase))
            {
                return value.Value;
            }
        }

        return null;
    }
}

/// <summary>A name in a culture.</summary>
/// <param name="Culture">ISO code, or null for an invariant name.</param>
/// <param name="Name">At most 255 characters.</param>
public sealed record VariantName(string? Culture, string Name);

/// <summary>A property's value, in the shape that the property editor reads and writes.</summary>
/// <param name="Alias">The property.</param>
/// <param name="Culture">ISO code, or null for an invariant value.</param>
/// <param name="Segment">Kept as it came; segments are not used.</param>
/// <param name="Value">Never undefined and never JSON null: an unset value is absent.</param>
public sealed record PropertyValue(string Alias, string? Culture, string? Segment, JsonElement Value);
