using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Compares two states of a node, culture by culture.</summary>
internal static class ContentComparison
{
    /// <summary>Whether the culture's own name and values are the same in both; null compares what is invariant.</summary>
    public static bool Same(NodeContent one, NodeContent other, string? culture) =>
        NameOf(one, culture) == NameOf(other, culture) && SameValues([.. Of(one, culture)], [.. Of(other, culture)]);

    /// <summary>Whether both are the same in every culture.</summary>
    public static bool Same(NodeContent one, NodeContent other) =>
        one.Names.Length == other.Names.Length
        && one.Names.All(name => NameOf(other, name.Culture) == name.Name)
        && SameValues([.. one.Values], [.. other.Values]);

    /// <summary>Whether two cultures are the same one.</summary>
    public static bool SameCulture(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name in exactly this culture.</summary>
    public static string? NameOf(NodeContent content, string? culture) => content.Names.FirstOrDefault(name => SameCulture(name.Culture, culture))?.Name;

    private static IEnumerable<PropertyValue> Of(NodeContent content, string? culture) => content.Values.Where(value => SameCulture(value.Culture, culture));

    private static bool SameValues(List<PropertyValue> one, List<PropertyValue> other) =>
        one.Count == other.Count && one.TrueForAll(value => other.Exists(candidate =>
            string.Equals(candidate.Alias, value.Alias, StringComparison.OrdinalIgnoreCase)
            && SameCulture(candidate.Culture, value.Culture)
            && candidate.Segment == value.Segment
            && JsonElement.DeepEquals(candidate.Value, value.Value)));
}
