using System.Text.Json;
using Hedensted.Cms.Management.Types;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.MediaType;

/// <summary>Which media types take which files.</summary>
internal static class FileTypes
{
    private const string FileAlias = "umbracoFile";

    /// <summary>Types that hold no file: folders.</summary>
    public static IEnumerable<ContentType> Folders(ContentSchema schema) =>
        schema.TypesOf(NodeKind.Media).Where(type => schema.FindProperty(type, FileAlias) is null);

    /// <summary>Types that name the extension, and, when none does, those that take any file.</summary>
    public static IEnumerable<AllowedMediaTypeItem> For(ContentSchema schema, string extension)
    {
        var plain = extension.TrimStart('.').ToLowerInvariant();
        var byMatch = schema.TypesOf(NodeKind.Media)
            .Select(type => (Type: type, Takes: ExtensionsOf(schema, type)))
            .Where(pair => pair.Takes is not null && (pair.Takes.Count == 0 || pair.Takes.Contains(plain)))
            .ToLookup(pair => pair.Takes!.Count > 0, pair => pair.Type);
        return (byMatch[true].Any() ? byMatch[true] : byMatch[false])
            .Select(type => new AllowedMediaTypeItem(type.Key, type.Name, type.Icon, byMatch[true].Any(), []));
    }

    // Null: holds no file. Empty: takes any.
    private static HashSet<string>? ExtensionsOf(ContentSchema schema, ContentType type)
    {
        if (schema.FindProperty(type, FileAlias) is not { } property || schema.FindDataType(property.DataTypeKey) is not { } dataType)
        {
            return null;
        }

        return dataType.EditorAlias == "Umbraco.ImageCropper"
            ? [.. FileKind.PictureExtensions]
            : dataType.Configuration.GetValueOrDefault("fileExtensions") is { ValueKind: JsonValueKind.Array } list
                ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!.TrimStart('.').ToLowerInvariant())]
                : [];
    }
}
