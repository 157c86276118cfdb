using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>An uploaded file: there when it has a path, or a fresh upload that has none yet.</summary>
internal sealed class FileRule : EditorRule
{
    public override bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? string.IsNullOrWhiteSpace(JsonValues.Text(value, "src")) && string.IsNullOrWhiteSpace(JsonValues.Text(value, "temporaryFileId"))
            : JsonValues.IsBlank(value);
}
