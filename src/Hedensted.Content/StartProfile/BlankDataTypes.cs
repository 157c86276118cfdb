using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;
using Keys = Umbraco.Cms.Core.Constants.DataTypes.Guids;

namespace Hedensted.Content.StartProfile;

/// <summary>The data types of a fresh Umbraco 18, under its names and keys.</summary>
internal static class BlankDataTypes
{
    /// <summary>A number of bytes, read only.</summary>
    public static readonly Guid LabelBytes = new(Keys.LabelBytes);

    /// <summary>A number of pixels, read only.</summary>
    public static readonly Guid LabelPixels = new(Keys.LabelPixels);

    private const string Crops = """{ "crops": [] }""";

    /// <summary>All of them.</summary>
    public static ImmutableArray<DataType> All { get; } =
    [
        Text(Keys.TextstringGuid, "Textstring", "TextBox", "TextBox"),
        Text(Keys.TextareaGuid, "Textarea", "TextArea", "TextArea"),
        Of(Keys.RichtextEditorGuid, "Richtext editor", "RichText", "Tiptap", RichText),
        Text(Keys.CheckboxGuid, "True/false", "TrueFalse", "Toggle"),
        Text(Keys.NumericGuid, "Numeric", "Integer", "Integer"),
        Of(Keys.DropdownGuid, "Dropdown", "DropDown.Flexible", "Dropdown", """{ "multiple": false, "items": [] }"""),
        Of(Keys.DropdownMultipleGuid, "Dropdown multiple", "DropDown.Flexible", "Dropdown", """{ "multiple": true, "items": [] }"""),
        Of(Keys.RadioboxGuid, "Radiobox", "RadioButtonList", "RadioButtonList", """{ "items": [] }"""),
        Of(Keys.CheckboxListGuid, "Checkbox list", "CheckBoxList", "CheckBoxList", """{ "items": [] }"""),
        Of(Keys.DatePickerGuid, "Date Picker", "DateTime", "DatePicker", """{ "format": "YYYY-MM-DD" }"""),
        Of(Keys.DatePickerWithTimeGuid, "Date Picker with time", "DateTime", "DatePicker", """{ "format": "YYYY-MM-DD HH:mm:ss" }"""),
        Of(Keys.DateTimePickerWithTimeZoneGuid, "Date Time (with time zone)", "DateTimeWithTimeZone", "DateTimeWithTimeZonePicker", """{ "timeFormat": "HH:mm", "timeZones": { "mode": "all" } }"""),
        Text(Keys.ContentPickerGuid, "Content Picker", "ContentPicker", "DocumentPicker"),
        Text(Keys.MemberPickerGuid, "Member Picker", "MemberPicker", "MemberPicker"),
        Media(Keys.MediaPicker3Guid, "Media Picker", multiple: false, images: false),
        Media(Keys.MediaPicker3MultipleGuid, "Multiple Media Picker", multiple: true, images: false),
        Media(Keys.MediaPicker3SingleImageGuid, "Image Media Picker", multiple: false, images: true),
        Media(Keys.MediaPicker3MultipleImagesGuid, "Multiple Image Media Picker", multiple: true, images: true),
        Of(Keys.RelatedLinksGuid, "Multi URL Picker", "MultiUrlPicker", "MultiUrlPicker", """{ "maxNumber": 0, "minNumber": 0 }"""),
        Of(Keys.ImageCropperGuid, "Image Cropper", "ImageCropper", "ImageCropper", Crops),
        Of(Keys.TagsGuid, "Tags", "Tags", "Tags", """{ "group": "default", "storageType": "Json" }"""),
        Of(Keys.ApprovedColorGuid, "Approved Color", "ColorPicker", "ColorPicker", """{ "useLabel": false, "items": [] }"""),
        Text(Keys.UploadGuid, "Upload File", "UploadField", "UploadField"),
        Upload(Keys.UploadVideoGuid, "Upload Video", "mp4", "webm", "ogv"),
        Upload(Keys.UploadAudioGuid, "Upload Audio", "mp3", "weba", "oga", "opus"),
        Upload(Keys.UploadArticleGuid, "Upload Article", "pdf", "docx", "doc"),
        Upload(Keys.UploadVectorGraphicsGuid, "Upload Vector Graphics", "svg"),
        Label(Keys.LabelStringGuid, "Label (string)", "STRING"),
        Label(Keys.LabelIntGuid, "Label (integer)", "INT"),
        Label(Keys.LabelBigIntGuid, "Label (bigint)", "BIGINT"),
        Label(Keys.LabelDateTimeGuid, "Label (datetime)", "DATETIME"),
        Label(Keys.LabelTimeGuid, "Label (time)", "TIME"),
        Label(Keys.LabelDecimalGuid, "Label (decimal)", "DECIMAL"),
        Of(LabelBytes, "Label (bytes)", "Label", "Label", """{ "umbracoDataValueType": "BIGINT", "labelTemplate": "{=value | bytes}" }"""),
        Of(LabelPixels, "Label (pixels)", "Label", "Label", """{ "umbracoDataValueType": "INT", "labelTemplate": "{=value}px" }"""),
        List(Keys.ListViewContentGuid, "List View - Content", "Document.Table", "Document.Grid", """[{ "alias": "updateDate", "header": "Last edited", "isSystem": true }, { "alias": "creator", "header": "Updated by", "isSystem": true }]"""),
        List(Keys.ListViewMediaGuid, "List View - Media", "Media.Grid", "Media.Table", """[{ "alias": "updateDate", "header": "Last edited", "isSystem": true }, { "alias": "creator", "header": "Updated by", "isSystem": true }]"""),
        List(new Guid("aa2c52a0-ce87-4e65-a47c-7df09358585d"), "List View - Members", "Member.Table", "Member.Table", """[{ "alias": "username", "isSystem": true }, { "alias": "email", "isSystem": true }, { "alias": "updateDate", "header": "Last edited", "isSystem": true }]"""),
    ];

    private const string RichText = """
        {
          "extensions": [
            "Umb.Tiptap.RichTextEssentials", "Umb.Tiptap.Blockquote", "Umb.Tiptap.Bold", "Umb.Tiptap.BulletList", "Umb.Tiptap.CodeBlock", "Umb.Tiptap.Embed",
            "Umb.Tiptap.Figure", "Umb.Tiptap.Heading", "Umb.Tiptap.HorizontalRule", "Umb.Tiptap.Image", "Umb.Tiptap.Italic", "Umb.Tiptap.Link",
            "Umb.Tiptap.MediaUpload", "Umb.Tiptap.OrderedList", "Umb.Tiptap.Strike", "Umb.Tiptap.Subscript", "Umb.Tiptap.Superscript", "Umb.Tiptap.Table",
            "Umb.Tiptap.TextAlign", "Umb.Tiptap.TextDirection", "Umb.Tiptap.TrailingNode", "Umb.Tiptap.Underline"
          ],
          "maxImageSize": 500,
          "overlaySize": "medium",
          "toolbar": [[
            ["Umb.Tiptap.Toolbar.SourceEditor"],
            ["Umb.Tiptap.Toolbar.Bold", "Umb.Tiptap.Toolbar.Italic", "Umb.Tiptap.Toolbar.Underline"],
            ["Umb.Tiptap.Toolbar.TextAlignLeft", "Umb.Tiptap.Toolbar.TextAlignCenter", "Umb.Tiptap.Toolbar.TextAlignRight"],
            ["Umb.Tiptap.Toolbar.BulletList", "Umb.Tiptap.Toolbar.OrderedList"],
            ["Umb.Tiptap.Toolbar.Blockquote", "Umb.Tiptap.Toolbar.HorizontalRule"],
            ["Umb.Tiptap.Toolbar.Link", "Umb.Tiptap.Toolbar.Unlink"],
            ["Umb.Tiptap.Toolbar.MediaPicker", "Umb.Tiptap.Toolbar.EmbeddedMedia"]
          ]]
        }
        """;

    private static DataType Text(Guid key, string name, string editor, string ui) => Of(key, name, editor, ui, "{}");

    private static DataType Label(Guid key, string name, string type) => Of(key, name, "Label", "Label", $$"""{ "umbracoDataValueType": "{{type}}" }""");

    private static DataType Media(Guid key, string name, bool multiple, bool images)
    {
        var filter = images ? $", \"filter\": \"{Umbraco.Cms.Core.Constants.Conventions.MediaTypes.Image}\"" : "";
        return Of(key, name, "MediaPicker3", "MediaPicker", $$"""{ "multiple": {{(multiple ? "true" : "false")}}{{filter}} }""");
    }

    private static DataType Upload(Guid key, string name, params string[] extensions) =>
        Of(key, name, "UploadField", "UploadField", $$"""{ "fileExtensions": {{JsonSerializer.Serialize(extensions)}} }""");

    private static DataType List(Guid key, string name, string first, string second, string columns)
    {
        var layouts = new[] { first, second }.Distinct().Select(view => $$"""
            { "name": "{{(view.EndsWith("Grid", StringComparison.Ordinal) ? "Grid" : "List")}}", "collectionView": "Umb.CollectionView.{{view}}",
              "icon": "{{(view.EndsWith("Grid", StringComparison.Ordinal) ? "icon-thumbnails-small" : "icon-list")}}", "isSystem": true, "selected": true }
            """);
        return Of(key, name, "ListView", "Collection", $$"""
            { "pageSize": 100, "orderBy": "updateDate", "orderDirection": "desc", "layouts": [{{string.Join(",", layouts)}}], "includeProperties": {{columns}} }
            """);
    }

    private static DataType Of(Guid key, string name, string editor, string ui, string settings)
    {
        using var document = JsonDocument.Parse(settings);
        return new DataType
        {
            Key = key,
            Name = name,
            EditorAlias = $"Umbraco.{editor}",
            EditorUiAlias = $"Umb.PropertyEditorUi.{ui}",
            Configuration = document.RootElement.EnumerateObject().ToImmutableSortedDictionary(
                setting => setting.Name, setting => setting.Value.Clone(), StringComparer.Ordinal),
        };
    }
}
