using System.Text.Json;
using Hedensted.Content.Editing;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Rich text holds text when it is mandatory – a picture alone says nothing to those who cannot see it – and its blocks are right.</summary>
internal sealed class RichTextRule : EditorRule
{
    public override bool IsEmpty(JsonElement value) =>
        !RichTextMarkup.HasText(JsonValues.Text(value) ?? JsonValues.Text(value, "markup") ?? "") && BlocksOf(value, "") is not { Count: > 0 };

    public override void Check(Field field)
    {
        if (field.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.String))
        {
            field.Report("Skriv teksten igen");
        }

        BlocksOf(field.Value, $"{field.Path}.blocks")?.Check(field);
    }

    public override IEnumerable<string> Texts(JsonElement value) => [RichTextMarkup.TextOf(JsonValues.Text(value) ?? JsonValues.Text(value, "markup") ?? "")];

    private static BlockValue? BlocksOf(JsonElement value, string path) =>
        JsonValues.Member(value, "blocks") is { ValueKind: JsonValueKind.Object } blocks ? new BlockValue(blocks, path) : null;
}
