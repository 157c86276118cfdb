using System.Collections.Frozen;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Which rule belongs to which property editor.</summary>
internal static class EditorRules
{
    private static readonly EditorRule Other = new();

    private static readonly FrozenDictionary<string, EditorRule> ByAlias = new Dictionary<string, EditorRule>
    {
        ["Umbraco.TextBox"] = new TextRule(),
        ["Umbraco.TextArea"] = new TextRule(),
        ["Umbraco.EmailAddress"] = new EmailRule(),
        ["Umbraco.Integer"] = new NumberRule(wholeOnly: true),
        ["Umbraco.Decimal"] = new NumberRule(wholeOnly: false),
        ["Umbraco.TrueFalse"] = new ToggleRule(),
        ["Umbraco.DropDown.Flexible"] = new ChoiceRule(),
        ["Umbraco.CheckBoxList"] = new ChoiceRule(),
        ["Umbraco.RadioButtonList"] = new ChoiceRule(),
        ["Umbraco.Tags"] = new ChoiceRule(),
        ["Umbraco.ColorPicker"] = new ColourRule(),
        ["Umbraco.DateOnly"] = new DateRule("Vælg en dato", DateRule.Dates),
        ["Umbraco.TimeOnly"] = new DateRule("Vælg et klokkeslæt", DateRule.Times),
        ["Umbraco.DateTimeUnspecified"] = new DateRule("Vælg dato og klokkeslæt", DateRule.Moments),
        ["Umbraco.DateTimeWithTimeZone"] = new DateRule("Vælg dato og klokkeslæt", DateRule.Moments),
        ["Umbraco.DateTime"] = new DateRule("Vælg dato og klokkeslæt", DateRule.Moments),
        ["Umbraco.ContentPicker"] = new PickerRule("minNumber", "maxNumber", limits: null),
        ["Umbraco.MultiNodeTreePicker"] = new PickerRule("minNumber", "maxNumber", limits: null),
        ["Umbraco.MediaPicker3"] = new PickerRule("min", "max", limits: "validationLimit"),
        ["Umbraco.MultiUrlPicker"] = new LinkRule(),
        ["Umbraco.ImageCropper"] = new FileRule(),
        ["Umbraco.UploadField"] = new FileRule(),
        ["Umbraco.BlockList"] = new BlockListRule(),
        ["Umbraco.BlockGrid"] = new BlockListRule(),
        ["Umbraco.SingleBlock"] = new BlockListRule(),
        ["Umbraco.RichText"] = new RichTextRule(),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule of this editor; an unknown editor's values need only be there when mandatory.</summary>
    public static EditorRule For(string editorAlias) => ByAlias.GetValueOrDefault(editorAlias, Other);
}
