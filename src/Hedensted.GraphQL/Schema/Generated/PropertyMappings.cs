using System.Collections.Frozen;
using System.Text.Json;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Generated;

/// <summary>What each property editor becomes in the API.</summary>
/// <remarks>
/// Single values are nullable even when the editor must fill them in: a document that was published before the rule came has
/// none, and one empty field must not take a page off the website. Lists are never null.
/// </remarks>
internal static class PropertyMappings
{
    private static readonly Guid ImageMediaType = new("cc07b313-0843-4aa8-bbda-871c8da728c8");

    private static readonly FrozenDictionary<string, Action<PropertyTarget>> ByEditor = new Dictionary<string, Action<PropertyTarget>>
    {
        ["Umbraco.TextBox"] = Text,
        ["Umbraco.TextArea"] = Text,
        ["Umbraco.EmailAddress"] = Text,
        ["Umbraco.RadioButtonList"] = Text,
        ["Umbraco.ColorPicker"] = Text,
        ["Umbraco.ColorPicker.EyeDropper"] = Text,
        ["Umbraco.Label"] = Text,
        ["Umbraco.Plain.String"] = Text,
        ["Umbraco.IconPicker"] = Text,
        ["Umbraco.MarkdownEditor"] = Text,
        ["Umbraco.CodeEditor"] = Text,
        ["Umbraco.UploadField"] = target => target.Add(Scalars.String, source => FileAddress(source.Value)),
        ["Umbraco.ImageCropper"] = target => target.Add(Scalars.String, source => FileAddress(source.Value)),
        ["Umbraco.RichText"] = Rich,
        ["Umbraco.TinyMCE"] = Rich,
        ["Umbraco.CheckBoxList"] = Texts,
        ["Umbraco.Tags"] = Texts,
        ["Umbraco.MultipleTextstring"] = Texts,
        ["Umbraco.DropDown.Flexible"] = DropDown,
        ["Umbraco.TrueFalse"] = target => target.Add(Scalars.Boolean, source => source.Value.AsFlag()),
        ["Umbraco.Integer"] = Whole,
        ["Umbraco.Plain.Integer"] = Whole,
        ["Umbraco.Decimal"] = Number,
        ["Umbraco.Plain.Decimal"] = Number,
        ["Umbraco.Slider"] = Slider,
        ["Umbraco.DateTime"] = Moment,
        ["Umbraco.DateTimeUnspecified"] = Moment,
        ["Umbraco.DateTimeWithTimeZone"] = Moment,
        ["Umbraco.Plain.DateTime"] = Moment,
        ["Umbraco.DateOnly"] = target => target.Add(Scalars.LocalDate, source => source.Value.AsDate()),
        ["Umbraco.TimeOnly"] = Time,
        ["Umbraco.Plain.Time"] = Time,
        ["Umbraco.ContentPicker"] = target => target.Add(
            Refs.To("Content"), source => source.Value.AsKeys() is [var key, ..] ? source.Scope.Find(key) : null),
        ["Umbraco.MultiNodeTreePicker"] = TreePicker,
        ["Umbraco.MultiUrlPicker"] = Links,
        ["Umbraco.MediaPicker3"] = MediaPicker,
        ["Umbraco.BlockList"] = target => target.Add(Refs.ListOf("Block"), Blocks),
        ["Umbraco.BlockGrid"] = target => target.Add(Refs.ListOf("Block"), Blocks),
        ["Umbraco.SingleBlock"] = target => target.Add(Refs.To("Block"), source => Blocks(source).FirstOrDefault()),

        // How children are shown in the backoffice is no value, and who works or is a member here is nobody's business.
        ["Umbraco.ListView"] = Nothing,
        ["Umbraco.UserPicker"] = Nothing,
        ["Umbraco.MemberPicker"] = Nothing,
        ["Umbraco.MemberGroupPicker"] = Nothing,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether several values can be chosen.</summary>
    public static bool IsMultiple(DataType dataType) => dataType.Configuration.TryGetValue("multiple", out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>Makes the field; an editor that is not known here gives its value as JSON.</summary>
    public static void Add(PropertyTarget target)
    {
        if (ByEditor.TryGetValue(target.DataType.EditorAlias, out var mapping))
        {
            mapping(target);
        }
        else
        {
            target.Add(Scalars.Any, source => source.Value);
        }
    }

    private static void Nothing(PropertyTarget target)
    {
    }

    private static void Rich(PropertyTarget target) => target.Add(
        Refs.To("RichText"), source => RichText.Of(source.Owner, source.Alias, source.Value, source.Scope));

    private static void Whole(PropertyTarget target) => target.Add(Scalars.Int, source => source.Value.AsNumber());

    private static void Number(PropertyTarget target) => target.Add(Scalars.Decimal, source => source.Value.AsDecimal());

    private static void Time(PropertyTarget target) => target.Add(Scalars.LocalTime, source => WallTime.ReadTime(source.Value));

    // One number, or from and to.
    private static void Slider(PropertyTarget target)
    {
        if (Setting(target, "enableRange").AsFlag() == true)
        {
            target.Add(Scalars.Decimal.NonNull().List().NonNull(), source => Ends(source.Value));
        }
        else
        {
            target.Add(Scalars.Decimal, source => Ends(source.Value) is [var only, ..] ? only : (decimal?)null);
        }

        static IReadOnlyList<decimal> Ends(JsonElement? value) => value switch
        {
            { ValueKind: JsonValueKind.Object } json => [.. new[] { "from", "to" }.Select(end => Member(json, end).AsDecimal()).OfType<decimal>()],
            { ValueKind: JsonValueKind.String } json => [.. json.GetString()!.Split(',').Select(end => (JsonElement?)JsonSerializer.SerializeToElement(end)).Select(end => end.AsDecimal()).OfType<decimal>()],
            _ => value.AsDecimal() is { } number ? [number] : [],
        };
    }

    private static void TreePicker(PropertyTarget target)
    {
        switch (Setting(target, "startNode") is { ValueKind: JsonValueKind.Object } start ? Member(start, "type").AsText() : null)
        {
            case "media":
                target.Add(Refs.ListOf("Media"), Media);
                break;
            case "member":
                break;
            default:
                target.Add(Refs.ListOf("Content"), source => source.Scope.FindAll(source.Value.AsKeys()));
                break;
        }
    }

    private static void Text(PropertyTarget target) => target.Add(Scalars.String, source => source.Value.AsText());

    private static void Texts(PropertyTarget target) => target.Add(Refs.Texts, source => source.Value.AsTexts());

    private static void DropDown(PropertyTarget target)
    {
        if (IsMultiple(target.DataType))
        {
            Texts(target);
        }
        else
        {
            Text(target);
        }
    }

    private static void Moment(PropertyTarget target) => target.Add(Scalars.DateTime, source => Moments.Read(source.Value));

    private static void Links(PropertyTarget target)
    {
        if (Setting(target, "maxNumber").AsNumber() == 1)
        {
            target.Add(Refs.To("Link"), source => Link.Alive(Link.ListOf(source.Value), source.Scope) is [var link, ..] ? link : null);
        }
        else
        {
            target.Add(Refs.ListOf("Link"), source => Link.Alive(Link.ListOf(source.Value), source.Scope));
        }
    }

    // A picker that only takes pictures gives pictures, with the alternative text from the field beside it.
    private static void MediaPicker(PropertyTarget target)
    {
        var multiple = Setting(target, "multiple").AsFlag() ?? false;
        var allowed = Setting(target, "filter").AsKeys();
        switch (multiple, allowed is [var only] && only == ImageMediaType)
        {
            case (false, true):
                target.Add(Refs.To("Image"), source => Image.Of(source.Value, source.Alias, source.ValueOf, source.Scope));
                break;
            case (true, true):
                target.Add(Refs.ListOf("Image"), source => Media(source).Select(media => Image.Of(media, source.Scope)).OfType<Image>());
                break;
            case (false, false):
                target.Add(Refs.To("Media"), source => Media(source).FirstOrDefault());
                break;
            default:
                target.Add(Refs.ListOf("Media"), Media);
                break;
        }
    }

    private static IEnumerable<PublishedMedia> Media(PropertySource source)
    {
        var scope = source.Scope;
        return source.Value.AsKeys().Select(scope.FindMedia).OfType<PublishedMedia>();
    }

    private static IEnumerable<Block> Blocks(PropertySource source)
    {
        var scope = source.Scope;
        var blocks = source.Owner switch
        {
            PublishedDocument document => document.Blocks(source.Alias),
            Block block => block.Blocks(source.Alias),
            _ => Block.ListOf(source.Value),
        };
        return blocks.Where(block => scope.Schema.FindType(block.TypeKey) is not null);
    }

    private static string? FileAddress(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("src", out var src) => Urls.Safe(PropertyReading.AsText(src)),
        _ => Urls.Safe(value.AsText()),
    };

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Setting(PropertyTarget target, string name) =>
        target.DataType.Configuration.TryGetValue(name, out var value) ? value : null;
}
