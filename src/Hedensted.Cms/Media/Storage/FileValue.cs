using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Media.Storage;

/// <summary>One file in one property's value.</summary>
internal sealed class FileValue
{
    /// <summary>The editor of a picture with a focal point.</summary>
    public const string Cropper = "Umbraco.ImageCropper";

    /// <summary>The editor of any file.</summary>
    public const string Upload = "Umbraco.UploadField";

    private readonly JsonNode _root;
    private readonly JsonObject _file;

    private FileValue(int index, string path, JsonNode root, JsonObject file, DataType? dataType)
    {
        Index = index;
        Path = path;
        _root = root;
        _file = file;
        DataType = dataType;
    }

    /// <summary>Which of the node's values it stands in.</summary>
    public int Index { get; }

    /// <summary>Where in that value; empty for the value itself.</summary>
    public string Path { get; }

    /// <summary>The data type, when it is the value itself.</summary>
    public DataType? DataType { get; }

    /// <summary>The address of the file that was there before.</summary>
    public string? Source => _file["src"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The upload that takes its place.</summary>
    public Guid? UploadId => _file["temporaryFileId"] is JsonValue value && value.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id) ? id : null;

    /// <summary>What the data type restricts files to; empty is no restriction.</summary>
    public string[] AllowedExtensions =>
        DataType?.Configuration.GetValueOrDefault("fileExtensions") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(ExtensionOf).OfType<string>().Select(extension => extension.TrimStart('.').ToLowerInvariant())]
            : [];

    /// <summary>Whether it is worth looking for files in a value.</summary>
    public static bool MayHold(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        && (value.GetRawText().Contains("temporaryFileId", StringComparison.Ordinal) || value.ValueKind is JsonValueKind.Object && value.TryGetProperty("src", out _));

    /// <summary>The files in a value; all of one value share the JSON that <see cref="Serialize"/> writes.</summary>
    public static IEnumerable<FileValue> In(int index, PropertyValue value, DataType? dataType)
    {
        var root = JsonNode.Parse(value.Value.GetRawText());
        return root is null ? [] : Walk(root, "", index, root, dataType?.EditorAlias is Cropper or Upload ? dataType : null);
    }

    /// <summary>The whole value with what was replaced in it.</summary>
    public JsonElement Serialize() => JsonSerializer.SerializeToElement(_root);

    /// <summary>Points at the stored file; what was set for the earlier picture (crops cut by hand) goes, its focal point stays as sent.</summary>
    public void Replace(string url)
    {
        var isPicture = DataType?.EditorAlias == Cropper || _file.ContainsKey("focalPoint") || _file.ContainsKey("crops");
        _file.Remove("temporaryFileId");
        _file["src"] = url;
        if (isPicture)
        {
            _file["focalPoint"] ??= new JsonObject { ["left"] = 0.5, ["top"] = 0.5 };
            _file["crops"] ??= new JsonArray();
        }
    }

    private static IEnumerable<FileValue> Walk(JsonNode node, string path, int index, JsonNode root, DataType? dataType)
    {
        switch (node)
        {
            case JsonObject file when file.ContainsKey("temporaryFileId") || (path.Length == 0 && dataType is not null):
                yield return new(index, path, root, file, dataType);
                break;
            case JsonObject parent:
                foreach (var found in parent.ToArray().Where(child => child.Value is not null).SelectMany(child => Walk(child.Value!, $"{path}.{child.Key}", index, root, null)))
                {
                    yield return found;
                }

                break;
            case JsonArray list:
                for (var place = 0; place < list.Count; place++)
                {
                    foreach (var found in list[place] is { } item ? Walk(item, $"{path}[{place}]", index, root, null) : [])
                    {
                        yield return found;
                    }
                }

                break;
        }
    }

    private static string? ExtensionOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString(),
        JsonValueKind.Object when item.TryGetProperty("value", out var value) => value.GetString(),
        _ => null,
    };
}
