using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;

namespace Hedensted.Content.Sources;

/// <summary>Compares values by what they say.</summary>
public static class SourceValues
{
    // Members that editors' browsers add to a value and that say nothing about it.
    private static readonly string[] Silent = ["editorAlias", "entityType"];

    /// <summary>The values as they are stored in a document of this type: without what is unset, rich text clean.</summary>
    /// <exception cref="InvalidOperationException">The type lacks one of the properties.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Fit(ContentSchema schema, ContentType type, IReadOnlyDictionary<string, JsonElement> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var typed = new NodeContent { Names = [new VariantName(null, "-")], Values = [.. values.Select(value => new PropertyValue(value.Key, null, null, value.Value))] };
        var (status, fitted) = ContentRules.Fit(schema, type, typed);
        return status == EditingStatus.Success
            ? fitted.Values.ToDictionary(value => value.Alias, value => value.Value, StringComparer.OrdinalIgnoreCase)
            : throw new InvalidOperationException($"The values do not fit the type {type.Alias}: {status}");
    }

    /// <summary>Whether two values say the same. A browser that opens and saves a document may write nulls, the order of members and its own notes otherwise.</summary>
    public static bool Same(JsonElement? one, JsonElement? other) => (IsUnset(one), IsUnset(other)) switch
    {
        (true, true) => true,
        (false, false) => SameSet(one!.Value, other!.Value),
        _ => false,
    };

    private static bool SameSet(JsonElement one, JsonElement other)
    {
        if (one.ValueKind != other.ValueKind)
        {
            return false;
        }

        switch (one.ValueKind)
        {
            case JsonValueKind.Object:
                var (members, others) = (MembersOf(one), MembersOf(other));
                return members.Count == others.Count && members.All(member => others.TryGetValue(member.Key, out var value) && Same(member.Value, value));
            case JsonValueKind.Array:
                return one.GetArrayLength() == other.GetArrayLength() && one.EnumerateArray().Zip(other.EnumerateArray()).All(pair => Same(pair.First, pair.Second));
            default:
                return JsonElement.DeepEquals(one, other);
        }
    }

    private static Dictionary<string, JsonElement> MembersOf(JsonElement value)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject().Where(member => !IsUnset(member.Value) && !Silent.Contains(member.Name)))
        {
            members[member.Name] = member.Value;
        }

        return members;
    }

    private static bool IsUnset(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => true,
        { ValueKind: JsonValueKind.String } text => text.ValueEquals(""),
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() == 0,
        { ValueKind: JsonValueKind.Object } json => json.EnumerateObject().All(member => IsUnset(member.Value)),
        _ => false,
    };
}
