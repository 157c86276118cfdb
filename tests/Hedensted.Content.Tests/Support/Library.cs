using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Tests.Support;

/// <summary>A small site's types: a front page, pages that stand anywhere, bilingual notices, folders and pictures.</summary>
internal static class Library
{
    public static readonly Guid Home = Guid.Parse("a0000000-0000-4000-8000-000000000001");
    public static readonly Guid Page = Guid.Parse("a0000000-0000-4000-8000-000000000002");
    public static readonly Guid Notice = Guid.Parse("a0000000-0000-4000-8000-000000000003");
    public static readonly Guid Quote = Guid.Parse("a0000000-0000-4000-8000-000000000004");
    public static readonly Guid Folder = Guid.Parse("f38bd2d7-65d0-48e6-95dc-87ce06ec2d3d");
    public static readonly Guid Image = Guid.Parse("cc07b313-0843-4aa8-bbda-871c8da728c8");
    public static readonly Guid Text = Guid.Parse("b0000000-0000-4000-8000-000000000001");
    public static readonly Guid RichText = Guid.Parse("b0000000-0000-4000-8000-000000000002");
    public static readonly Guid Blocks = Guid.Parse("b0000000-0000-4000-8000-000000000003");
    public static readonly Guid MediaPicker = Guid.Parse("b0000000-0000-4000-8000-000000000004");
    public static readonly Guid DocumentPicker = Guid.Parse("b0000000-0000-4000-8000-000000000005");
    public static readonly Guid File = Guid.Parse("b0000000-0000-4000-8000-000000000006");

    /// <summary>Everything that a new site needs to know.</summary>
    public static SiteChanges Schema() => new()
    {
        Languages =
        [
            new(Guid.Parse("c0000000-0000-4000-8000-000000000001"), "da", "Dansk", true, true, null),
            new(Guid.Parse("c0000000-0000-4000-8000-000000000002"), "en", "Engelsk", false, false, "da"),
        ],
        DataTypes =
        [
            DataType(Text, "Tekst", "Umbraco.TextBox"),
            DataType(RichText, "Formateret tekst", "Umbraco.RichText"),
            DataType(Blocks, "Blokke", "Umbraco.BlockList", $$"""{"blocks":[{"contentElementTypeKey":"{{Quote}}"}]}"""),
            DataType(MediaPicker, "Billede", "Umbraco.MediaPicker3"),
            DataType(DocumentPicker, "Side", "Umbraco.ContentPicker"),
            DataType(File, "Fil", "Umbraco.ImageCropper"),
        ],
        ContentTypes =
        [
            Type(Home, NodeKind.Document, "home", [Property("title", Text)]) with { AllowedAsRoot = true, AllowedChildren = [Page, Notice] },
            Type(Page, NodeKind.Document, "page", [
                Property("title", Text) with { Mandatory = true },
                Property("body", RichText),
                Property("blocks", Blocks),
                Property("picture", MediaPicker),
                Property("related", DocumentPicker),
                Property("umbracoUrlName", Text),
            ]) with { AllowedChildren = [Page, Notice] },
            Type(Notice, NodeKind.Document, "notice", [
                Property("heading", Text) with { Mandatory = true, VariesByCulture = true },
                Property("place", Text),
            ]) with { VariesByCulture = true },
            Type(Quote, NodeKind.Document, "quote", [Property("text", Text) with { Mandatory = true }, Property("body", RichText)]) with { IsElement = true },
            Type(Folder, NodeKind.Media, "Folder", []) with { AllowedAsRoot = true, AllowedChildren = [Folder, Image] },
            Type(Image, NodeKind.Media, "Image", [Property("umbracoFile", File)]) with { AllowedAsRoot = true },
        ],
    };

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static JsonElement String(string text) => JsonSerializer.SerializeToElement(text);

    /// <summary>What an editor types into an invariant document.</summary>
    public static NodeContent Content(string name, params (string Alias, JsonElement Value)[] values) => new()
    {
        Names = [new(null, name)],
        Values = [.. values.Select(value => new PropertyValue(value.Alias, null, null, value.Value))],
    };

    /// <summary>A page with a title, and so fit to be published.</summary>
    public static NodeContent PageContent(string name, params (string Alias, JsonElement Value)[] values) =>
        Content(name, [("title", String(name)), .. values]);

    /// <summary>A notice in these languages.</summary>
    public static NodeContent NoticeContent(string place, params (string Culture, string Name)[] texts) => new()
    {
        Names = [.. texts.Select(text => new VariantName(text.Culture, text.Name))],
        Values = [new("place", null, null, String(place)), .. texts.Select(text => new PropertyValue("heading", text.Culture, null, String(text.Name)))],
    };

    private static DataType DataType(Guid key, string name, string editor, string configuration = "{}") => new()
    {
        Key = key,
        Name = name,
        EditorAlias = editor,
        EditorUiAlias = "Umb.PropertyEditorUi",
        Configuration = Json(configuration).EnumerateObject().ToImmutableSortedDictionary(
            setting => setting.Name, setting => setting.Value, StringComparer.Ordinal),
    };

    private static PropertyType Property(string alias, Guid dataType) => new()
    {
        Key = Guid.NewGuid(),
        Alias = alias,
        Name = alias,
        DataTypeKey = dataType,
    };

    private static ContentType Type(Guid key, NodeKind kind, string alias, ImmutableArray<PropertyType> properties) => new()
    {
        Key = key,
        Kind = kind,
        Alias = alias,
        Name = alias,
        Properties = properties,
    };
}
