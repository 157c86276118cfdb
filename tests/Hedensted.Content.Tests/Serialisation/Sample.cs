using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>A small site with every kind in it, made by hand.</summary>
internal static class Sample
{
    public static readonly Guid RecipeKey = new("5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1111");
    public static readonly Guid StepKey = new("6a0d0000-0000-4000-8000-000000000001");
    public static readonly Guid HomeKey = new("41d00000-0000-4000-8000-000000000001");
    public static readonly Guid SoupKey = new("b7f10000-0000-4000-8000-000000000001");
    public static readonly Guid ImageKey = new("3a000000-0000-4000-8000-000000000001");

    public static DateTimeOffset Created { get; } = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);

    public static SiteState Site { get; } = Make();

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();

    public static DataType DataType(int number, string editor, string settings = "{}") => new()
    {
        Key = new Guid(0xd7, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)number),
        Name = editor["Umbraco.".Length..],
        EditorAlias = editor,
        EditorUiAlias = $"Umb.PropertyEditorUi.{editor["Umbraco.".Length..]}",
        Configuration = Json(settings).EnumerateObject().ToImmutableSortedDictionary(setting => setting.Name, setting => setting.Value.Clone(), StringComparer.Ordinal),
    };

    public static PropertyType Property(int number, string alias, DataType type, bool varies = false, Guid? container = null) => new()
    {
        Key = new Guid(0xf0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)number),
        Alias = alias,
        Name = alias.ToUpperInvariant(),
        DataTypeKey = type.Key,
        VariesByCulture = varies,
        ContainerKey = container,
        SortOrder = number,
    };

    private static SiteState Make()
    {
        var text = DataType(1, "Umbraco.TextBox", """{"maxChars":50}""") with { Name = "Kort tekst", Folder = "Felter/Mad & drikke" };
        var number = DataType(2, "Umbraco.Integer");
        var blocks = DataType(3, "Umbraco.BlockList", $$$"""{"blocks":[{"contentElementTypeKey":"{{{StepKey}}}","label":"Trin: {=text}"}],"validationLimit":{"min":null,"max":null} }""");
        var media = DataType(4, "Umbraco.MediaPicker3");
        var upload = DataType(5, "Umbraco.ImageCropper");
        var label = DataType(6, "Umbraco.Label");
        var tab = new PropertyContainer(new Guid("1f0c0000-0000-4000-8000-000000000002"), null, "Indhold", "content", ContainerType.Tab, 0);
        var group = new PropertyContainer(new Guid("1f0c0000-0000-4000-8000-000000000001"), tab.Key, "Tider", "content/times", ContainerType.Group, 1);
        var seo = new ContentType
        {
            Key = new Guid("8c2b0000-0000-4000-8000-000000000001"),
            Kind = NodeKind.Document,
            Alias = "seoControls",
            Name = "SEO",
            VariesByCulture = true,
            Containers = [new PropertyContainer(new Guid("1f0c0000-0000-4000-8000-000000000003"), null, "Søgning", "seo", ContainerType.Tab, 9)],
            Properties = [Property(1, "seoTitle", text, container: new Guid("1f0c0000-0000-4000-8000-000000000003"))],
        };
        var step = new ContentType
        {
            Key = StepKey,
            Kind = NodeKind.Document,
            Alias = "recipeStep",
            Name = "Trin",
            IsElement = true,
            Properties = [Property(2, "text", text), Property(3, "minutes", number)],
        };
        var home = new ContentType
        {
            Key = new Guid("91f00000-0000-4000-8000-000000000001"),
            Kind = NodeKind.Document,
            Alias = "home",
            Name = "Forside",
            AllowedAsRoot = true,
            AllowedChildren = [RecipeKey, new Guid("91f00000-0000-4000-8000-000000000001")],
        };
        var recipe = new ContentType
        {
            Key = RecipeKey,
            Kind = NodeKind.Document,
            Alias = "recipePage",
            Name = "Opskrift <ny>",
            Description = "En opskrift & dens trin",
            Icon = "icon-food color-green",
            VariesByCulture = true,
            Folder = "Sider/Mad og drikke",
            HistoryCleanup = new HistoryCleanup(true, 7, null),
            Compositions = [seo.Key],
            Containers = [tab, group],
            Properties =
            [
                Property(4, "steps", blocks, container: tab.Key),
                Property(5, "cookingTime", number, container: group.Key) with { Mandatory = true, MandatoryMessage = "Skriv minutter", Description = "Minutter, ]]> hvile" },
                Property(6, "title", text, varies: true, container: tab.Key) with { RegEx = @"^\S+", RegExMessage = "Intet mellemrum", LabelOnTop = true },
                Property(7, "picture", media),
            ],
        };
        var image = new ContentType
        {
            Key = new Guid("cc07b313-0843-4aa8-bbda-871c8da728c8"),
            Kind = NodeKind.Media,
            Alias = "Image",
            Name = "Billede",
            AllowedAsRoot = true,
            Properties = [Property(8, "umbracoFile", upload), Property(9, "umbracoWidth", label)],
        };
        return new SiteState
        {
            Languages =
            [
                new Language(SafeNames.LanguageKey("da"), "da", "Dansk", true, true, null),
                new Language(SafeNames.LanguageKey("en-US"), "en-US", "Engelsk", false, false, "da"),
            ],
            Dictionary =
            [
                new DictionaryItem(new Guid("62cb0000-0000-4000-8000-000000000001"), "Recipe", null, Texts()),
                new DictionaryItem(new Guid("62cb0000-0000-4000-8000-000000000002"), "Recipe.Minutes", new Guid("62cb0000-0000-4000-8000-000000000001"), Texts(("da", "minutter"), ("en-US", "minutes"))),
            ],
            DataTypes = [text, number, blocks, media, upload, label],
            ContentTypes = [seo, step, home, recipe, image],
            Nodes =
            [
                new SiteNode
                {
                    Key = HomeKey,
                    Kind = NodeKind.Document,
                    ContentTypeKey = home.Key,
                    CreateDate = Created,
                    Content = new NodeContent { Names = [new VariantName(null, "Hjem")] },
                    PublishedCultures = [""],
                },
                new SiteNode
                {
                    Key = SoupKey,
                    Kind = NodeKind.Document,
                    ContentTypeKey = recipe.Key,
                    ParentKey = HomeKey,
                    SortOrder = 4,
                    CreateDate = Created,
                    Content = new NodeContent
                    {
                        Names = [new VariantName("da", "Dagens suppe"), new VariantName("en-US", "Soup of the day")],
                        Values =
                        [
                            new PropertyValue("cookingTime", null, null, Json("45")),
                            new PropertyValue("picture", null, null, Json($$"""[{"key":"0a000000-0000-4000-8000-000000000001","mediaKey":"{{ImageKey}}","mediaTypeAlias":"Image","crops":[],"focalPoint":null}]""")),
                            new PropertyValue("steps", null, null, Json(Steps)),
                            new PropertyValue("title", "da", null, Json("\"Suppe \\\"fin\\\" <b>nu</b>\"")),
                        ],
                    },
                    PublishedCultures = ["da"],
                    Schedules = [new ContentSchedule("en-US", ScheduleAction.Expire, new DateTimeOffset(2026, 12, 31, 23, 59, 0, TimeSpan.Zero))],
                },
                new SiteNode
                {
                    Key = ImageKey,
                    Kind = NodeKind.Media,
                    ContentTypeKey = image.Key,
                    CreateDate = Created,
                    Content = new NodeContent
                    {
                        Names = [new VariantName(null, "Suppe.jpg")],
                        Values = [new PropertyValue("umbracoFile", null, null, Json("""{"src":"/media/abc/suppe.jpg","crops":[],"focalPoint":{"left":0.5,"top":0.25}}"""))],
                    },
                },
            ],
        };
    }

    private const string Steps = """
        {"layout":{"Umbraco.BlockList":[{"contentKey":"c0ffee00-0000-4000-8000-000000000001","settingsKey":null}]},
        "contentData":[{"key":"c0ffee00-0000-4000-8000-000000000001","contentTypeKey":"6a0d0000-0000-4000-8000-000000000001",
        "values":[{"alias":"minutes","culture":null,"segment":null,"editorAlias":"Umbraco.Integer","value":5},{"alias":"text","culture":null,"segment":null,"editorAlias":"Umbraco.TextBox","value":"Hak løg & purløg"}]}],
        "settingsData":[],"expose":[{"contentKey":"c0ffee00-0000-4000-8000-000000000001","culture":null,"segment":null}]}
        """;

    private static ImmutableSortedDictionary<string, string> Texts(params (string Language, string Text)[] texts) =>
        texts.ToImmutableSortedDictionary(text => text.Language, text => text.Text, StringComparer.OrdinalIgnoreCase);
}
