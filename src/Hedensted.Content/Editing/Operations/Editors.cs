namespace Hedensted.Content.Editing.Operations;

/// <summary>Umbraco's names of the property editors whose values the engine looks into.</summary>
internal static class Editors
{
    public const string TextBox = "Umbraco.TextBox";
    public const string TextArea = "Umbraco.TextArea";
    public const string Email = "Umbraco.EmailAddress";
    public const string Integer = "Umbraco.Integer";
    public const string Decimal = "Umbraco.Decimal";
    public const string TrueFalse = "Umbraco.TrueFalse";
    public const string Slider = "Umbraco.Slider";
    public const string DropDown = "Umbraco.DropDown.Flexible";
    public const string CheckBoxList = "Umbraco.CheckBoxList";
    public const string RadioButtonList = "Umbraco.RadioButtonList";
    public const string MultipleTextstring = "Umbraco.MultipleTextstring";
    public const string DateTime = "Umbraco.DateTime";
    public const string DateOnly = "Umbraco.DateOnly";
    public const string TimeOnly = "Umbraco.TimeOnly";
    public const string DateTimeUnspecified = "Umbraco.DateTimeUnspecified";
    public const string DateTimeWithTimeZone = "Umbraco.DateTimeWithTimeZone";
    public const string ContentPicker = "Umbraco.ContentPicker";
    public const string MultiNodeTreePicker = "Umbraco.MultiNodeTreePicker";
    public const string MediaPicker = "Umbraco.MediaPicker3";
    public const string MultiUrlPicker = "Umbraco.MultiUrlPicker";
    public const string ImageCropper = "Umbraco.ImageCropper";
    public const string UploadField = "Umbraco.UploadField";
    public const string BlockList = "Umbraco.BlockList";
    public const string BlockGrid = "Umbraco.BlockGrid";
    public const string SingleBlock = "Umbraco.SingleBlock";
    public const string RichText = "Umbraco.RichText";

    /// <summary>Whether blocks may stand in the value itself.</summary>
    public static bool HoldsBlocks(string editorAlias) => editorAlias is BlockList or BlockGrid or SingleBlock;

    /// <summary>Whether markup may stand somewhere in the value.</summary>
    public static bool CanHoldMarkup(string editorAlias) => editorAlias == RichText || HoldsBlocks(editorAlias);
}
