using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Blocks: as many and of the kinds that the settings allow, each with its own fields right.</summary>
internal sealed class BlockListRule : EditorRule
{
    public override bool IsEmpty(JsonElement value) => value.ValueKind != JsonValueKind.Object || new BlockValue(value, "").Count == 0;

    public override void Check(Field field)
    {
        var blocks = new BlockValue(field.Value, field.Path);
        CheckCount(field, blocks.Count);
        blocks.Check(field);
    }

    public override void CheckEmpty(Field field) => CheckCount(field, 0);

    public override IEnumerable<string> Texts(JsonElement value) => [];

    private static void CheckCount(Field field, int count)
    {
        CountRule.Check(field, count, name => field.Setting("validationLimit") is { } limit ? JsonValues.Member(limit, name) : null, "min", "max");
        if (count > 1 && field.FlagSetting("useSingleBlockMode"))
        {
            field.Report("Her må kun være én blok");
        }
    }
}
