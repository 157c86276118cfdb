using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Search;

namespace Hedensted.Bibliotek.Search;

/// <summary>Reads the text of fields, of the blocks in them and of the blocks in those.</summary>
internal sealed class FieldText(ContentSchema schema)
{
    private const int Deepest = 8;
    private static readonly FrozenSet<string> Plain = new[] { "Umbraco.TextBox", "Umbraco.TextArea", "Umbraco.MarkdownEditor" }.ToFrozenSet();
    private static readonly FrozenSet<string> Rich = new[] { "Umbraco.RichText", "Umbraco.TinyMCE" }.ToFrozenSet();
    private static readonly FrozenSet<string> Blocks = new[] { "Umbraco.BlockList", "Umbraco.BlockGrid", "Umbraco.SingleBlock" }.ToFrozenSet();

    private static readonly FrozenSet<string> Words =
        new[] { "Umbraco.CheckBoxList", "Umbraco.Tags", "Umbraco.DropDown.Flexible", "Umbraco.RadioButtonList", "Umbraco.MultipleTextstring" }.ToFrozenSet();

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _words = new();

    /// <summary>What is read as text, a line for each field.</summary>
    public string Text => _text.ToString();

    /// <summary>What was chosen from lists, and what else is added.</summary>
    public string Keywords => _words.ToString();

    /// <summary>Adds the fields of a document or block that are searched.</summary>
    public void Add(ContentType type, Func<PropertyType, JsonElement?> valueOf, int depth = 0)
    {
        foreach (var property in SearchFields.Of(schema, type))
        {
            if (schema.FindDataType(property.DataTypeKey) is { } dataType && valueOf(property) is { } value)
            {
                Add(dataType.EditorAlias, value, depth);
            }
        }
    }

    /// <summary>Adds words that no field holds.</summary>
    public void AddKeywords(string words) => _words.Append(words).Append('\n');

    private void Add(string editor, JsonElement value, int depth)
    {
        if (Plain.Contains(editor))
        {
            AddText(((JsonElement?)value).AsText());
        }
        else if (Rich.Contains(editor))
        {
            AddText(((JsonElement?)value).AsText() is { } markup ? MarkupText.Of(markup) : null);
            AddBlocks(value.ValueKind == JsonValueKind.Object && value.TryGetProperty("blocks", out var blocks) ? blocks : null, depth);
        }
        else if (Words.Contains(editor))
        {
            foreach (var word in ((JsonElement?)value).AsTexts())
            {
                AddKeywords(word);
            }
        }
        else if (Blocks.Contains(editor))
        {
            AddBlocks(value, depth);
        }
    }

    private void AddBlocks(JsonElement? value, int depth)
    {
        foreach (var block in depth < Deepest ? Block.ListOf(value) : [])
        {
            if (schema.FindType(block.TypeKey) is { } type)
            {
                // The name of a person leaves the house only with the person's consent.
                var nameless = type.Alias == "personBlock" && block.ValueOf("consent").AsFlag() != true;
                Add(type, property => nameless && property.Alias == "name" ? null : block.ValueOf(property.Alias), depth + 1);
            }
        }
    }

    private void AddText(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _text.Append(text.Trim()).Append('\n');
        }
    }
}
