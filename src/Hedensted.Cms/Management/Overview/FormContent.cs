using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Overview;

/// <summary>What stands in a form, by alias, as the content that it would be saved as.</summary>
internal static class FormContent
{
    /// <summary>The content; fields without a value are left out.</summary>
    public static NodeContent Of(IReadOnlyDictionary<string, JsonElement>? values) => new()
    {
        Names = [new VariantName(null, "")],
        Values =
        [
            .. (values ?? new Dictionary<string, JsonElement>())
                .Where(value => value.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                .Select(value => new PropertyValue(value.Key, null, null, value.Value)),
        ],
    };
}
