using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>What a converter may look at beside the value.</summary>
/// <param name="Schema">The types, for values inside blocks.</param>
/// <param name="DataType">The data type of the property.</param>
/// <param name="UnknownTypes">Gathers keys of element types that blocks name and that do not exist.</param>
internal sealed record ValueContext(ContentSchema Schema, DataType DataType, ISet<Guid>? UnknownTypes = null);

/// <summary>
/// Between the shape that a property editor reads and writes (ours) and the one that Umbraco keeps in its database
/// and uSync in its files. The latter is a node: text stands verbatim in a file and as a string inside a block;
/// objects and arrays stand as indented JSON.
/// </summary>
internal abstract class ValueConverter
{
    private static readonly TextConverter Text = new();
    private static readonly NumberConverter Number = new();
    private static readonly BooleanConverter Boolean = new();
    private static readonly StringListConverter StringList = new();
    private static readonly BlockConverter Blocks = new();
    private static readonly RichTextConverter RichText = new();
    private static readonly UntouchedConverter Untouched = new();

    private static readonly FrozenDictionary<string, ValueConverter> ByEditor = new Dictionary<string, ValueConverter>(StringComparer.OrdinalIgnoreCase)
    {
        ["Umbraco.TextBox"] = Text,
        ["Umbraco.TextArea"] = Text,
        ["Umbraco.EmailAddress"] = Text,
        ["Umbraco.MarkdownEditor"] = Text,
        ["Umbraco.RadioButtonList"] = Text,
        ["Umbraco.ColorPicker.EyeDropper"] = Text,
        ["Umbraco.CodeEditor"] = Text,
        ["Umbraco.Label"] = Text,
        ["Umbraco.IconPicker"] = Text,
        ["Umbraco.MemberGroupPicker"] = Text,
        ["Umbraco.UserPicker"] = Text,
        ["Umbraco.Plain.String"] = Text,
        ["Umbraco.Plain.DateTime"] = Text,
        ["Umbraco.Plain.Time"] = Text,
        ["Umbraco.Integer"] = Number,
        ["Umbraco.Decimal"] = Number,
        ["Umbraco.Plain.Integer"] = Number,
        ["Umbraco.Plain.Decimal"] = Number,
        ["Umbraco.TrueFalse"] = Boolean,
        ["Umbraco.CheckBoxList"] = StringList,
        ["Umbraco.DropDown.Flexible"] = StringList,
        ["Umbraco.Tags"] = StringList,
        ["Umbraco.MultipleTextstring"] = new LinesConverter(),
        ["Umbraco.Slider"] = new SliderConverter(),
        ["Umbraco.DateTime"] = new DateTimeConverter(),
        ["Umbraco.DateOnly"] = new ZonedDateConverter("yyyy-MM-dd"),
        ["Umbraco.TimeOnly"] = new ZonedDateConverter("HH:mm:ss"),
        ["Umbraco.DateTimeUnspecified"] = new ZonedDateConverter("yyyy-MM-ddTHH:mm:ss"),
        ["Umbraco.DateTimeWithTimeZone"] = new ZonedDateConverter("yyyy-MM-ddTHH:mm:sszzz"),
        ["Umbraco.ContentPicker"] = new UdiConverter("document"),
        ["Umbraco.MemberPicker"] = new UdiConverter("member"),
        ["Umbraco.MultiNodeTreePicker"] = new NodeReferencesConverter(),
        ["Umbraco.MediaPicker3"] = new MediaPickerConverter(),
        ["Umbraco.ImageCropper"] = new ImageConverter(),
        ["Umbraco.UploadField"] = new UploadConverter(),
        ["Umbraco.MultiUrlPicker"] = new LinksConverter(),
        ["Umbraco.BlockList"] = Blocks,
        ["Umbraco.BlockGrid"] = Blocks,
        ["Umbraco.SingleBlock"] = Blocks,
        ["Umbraco.RichText"] = RichText,
        ["Umbraco.TinyMCE"] = RichText,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The converter of a property editor; an editor that we do not know keeps its values as they are.</summary>
    public static ValueConverter For(string editorAlias) => ByEditor.GetValueOrDefault(editorAlias, Untouched);

    /// <summary>The stored form; null when nothing is set.</summary>
    public abstract JsonNode? ToStored(JsonNode wire, ValueContext context);

    /// <summary>The editor's form; null when nothing is set.</summary>
    /// <exception cref="FormatException">This editor never stores such a value.</exception>
    public abstract JsonNode? ToWire(JsonNode stored, ValueContext context);
}

/// <summary>An editor that we do not know: JSON stays JSON, text stays text.</summary>
internal sealed class UntouchedConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context) => wire.DeepClone();

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) => SiteJson.Expand(stored);
}
