using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>
/// The blocks of a block list or of rich text. Only blocks that the layout shows count: what an editor has taken out of it
/// can be neither seen nor mended.
/// </summary>
internal sealed class BlockValue
{
    private const int MaxDepth = 20;
    private readonly JsonElement _value;
    private readonly string _path;
    private readonly HashSet<Guid>? _shownContent;
    private readonly HashSet<Guid>? _shownSettings;

    /// <param name="value">An object with layout, contentData and settingsData.</param>
    /// <param name="path">Where it stands in the document's value.</param>
    public BlockValue(JsonElement value, string path)
    {
        _value = value;
        _path = path;
        if (JsonValues.Member(value, "layout") is { ValueKind: JsonValueKind.Object } layout)
        {
            _shownContent = [];
            _shownSettings = [];
            ReadLayout(layout);
        }
    }

    /// <summary>How many blocks are shown.</summary>
    public int Count => Blocks("contentData", _shownContent).Count();

    public void Check(Field field)
    {
        if (field.Owner.Depth >= MaxDepth)
        {
            field.Report("Der er for mange blokke inden i hinanden – flyt nogle af dem ud");
            return;
        }

        Check(field, "contentData", _shownContent, Allowed(field, "contentElementTypeKey"));
        Check(field, "settingsData", _shownSettings, Allowed(field, "settingsElementTypeKey"));
    }

    private void Check(Field field, string part, HashSet<Guid>? shown, HashSet<Guid>? allowed)
    {
        foreach (var (block, index) in Blocks(part, shown))
        {
            var typeKey = JsonValues.Key(JsonValues.Text(block, "contentTypeKey"));
            var type = typeKey is { } key ? field.Schema.FindType(key) : null;
            if (type is not { IsElement: true })
            {
                field.Report($"Blok nummer {index + 1} er af en slags, der ikke findes mere – fjern den");
            }
            else if (allowed?.Contains(type.Key) == false)
            {
                field.Report($"Blokken «{type.Name}» må ikke bruges her – fjern den");
            }
            else
            {
                CheckFields(field, type, block, $"{_path}.{part}[{index}]");
            }
        }
    }

    private static void CheckFields(Field field, ContentType type, JsonElement block, string path)
    {
        var values = JsonValues.Items(JsonValues.Member(block, "values")).Select((value, index) => new FieldValue(
            JsonValues.Text(value, "alias") ?? "",
            JsonValues.Text(value, "culture"),
            JsonValues.Text(value, "segment"),
            JsonValues.Member(value, "value") ?? default,
            $"{path}.values[{index}].value")).ToImmutableArray();

        // Inside a value that varies nothing varies again; inside one that does not, each culture may have its own.
        var owner = field.Owner.Alias is null
            ? new FieldOwner(field.Property.Alias, field.Culture, field.Culture is null ? field.Owner.Cultures : [], 1)
            : field.Owner with { Depth = field.Owner.Depth + 1, Cultures = field.Culture is null ? field.Owner.Cultures : [] };
        var inside = owner.Cultures.IsEmpty ? type with { VariesByCulture = false } : type;
        new FieldSet(field.Schema, inside, values, absent => $"{path}.values{Filter(absent)}.value").Check(owner, field.Errors);
    }

    private static string Filter((string Alias, string? Culture) absent) =>
        $"[?(@.alias == '{absent.Alias}' && @.culture == {(absent.Culture is null ? "null" : $"'{absent.Culture}'")} && @.segment == null)]";

    /// <summary>Null when the settings name no kinds at all, as those of rich text without blocks.</summary>
    private static HashSet<Guid>? Allowed(Field field, string setting) =>
        field.Setting("blocks") is { ValueKind: JsonValueKind.Array } kinds
            ? [.. kinds.EnumerateArray().Select(kind => JsonValues.Key(JsonValues.Text(kind, setting))).OfType<Guid>()]
            : null;

    private IEnumerable<(JsonElement Block, int Index)> Blocks(string part, HashSet<Guid>? shown) =>
        JsonValues.Items(JsonValues.Member(_value, part)).Select((block, index) => (block, index))
            .Where(entry => shown is null || (JsonValues.Key(JsonValues.Text(entry.block, "key")) is { } key && shown.Contains(key)));

    private void ReadLayout(JsonElement layout)
    {
        if (layout.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in layout.EnumerateArray())
            {
                ReadLayout(item);
            }
        }
        else if (layout.ValueKind == JsonValueKind.Object)
        {
            Show(_shownContent!, JsonValues.Text(layout, "contentKey") ?? JsonValues.Text(layout, "contentUdi"));
            Show(_shownSettings!, JsonValues.Text(layout, "settingsKey") ?? JsonValues.Text(layout, "settingsUdi"));
            foreach (var member in layout.EnumerateObject())
            {
                ReadLayout(member.Value);
            }
        }
    }

    private static void Show(HashSet<Guid> shown, string? text)
    {
        if (JsonValues.Key(text) is { } key)
        {
            shown.Add(key);
        }
    }
}
