using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Published;

/// <summary>What a document that varies by language says in one of them, as if it did not vary.</summary>
internal static class ContentInLanguage
{
    /// <summary>The names and values of the first of these languages that has them; null when the document has a name in none.</summary>
    public static NodeContent? Of(NodeContent content, ImmutableArray<string> languages)
    {
        if (First(content.Names, name => name.Culture, languages) is not { } name)
        {
            return null;
        }

        return new NodeContent
        {
            Names = [name with { Culture = null }],
            Values =
            [
                .. content.Values
                    .GroupBy(value => value.Alias, StringComparer.OrdinalIgnoreCase)
                    .Select(values => First([.. values], value => value.Culture, languages))
                    .OfType<PropertyValue>()
                    .Select(value => value with { Culture = null, Value = Blocks(value.Value, languages) }),
            ],
        };
    }

    // What does not vary holds for every language.
    private static T? First<T>(ImmutableArray<T> all, Func<T, string?> cultureOf, ImmutableArray<string> languages)
        where T : class =>
        languages.Prepend(null)
            .Select(language => all.FirstOrDefault(each => string.Equals(cultureOf(each), language, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(found => found is not null);

    // The blocks of a property that does not vary may have values that do.
    private static JsonElement Blocks(JsonElement value, ImmutableArray<string> languages)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.GetRawText().Contains("\"contentData\"", StringComparison.Ordinal))
        {
            return value;
        }

        var json = JsonNode.Parse(value.GetRawText());
        Choose(json, languages);
        return JsonSerializer.SerializeToElement(json);
    }

    private static void Choose(JsonNode? json, ImmutableArray<string> languages)
    {
        if (json is JsonArray list)
        {
            foreach (var each in list)
            {
                Choose(each, languages);
            }
        }

        if (json is not JsonObject @object)
        {
            return;
        }

        if (@object["expose"] is JsonArray exposed && @object["contentData"] is JsonArray blocks)
        {
            HideOthers(blocks, exposed, languages);
        }

        if (@object["values"] is JsonArray values)
        {
            @object["values"] = InLanguage(values, languages);
        }

        foreach (var (_, inner) in @object)
        {
            Choose(inner, languages);
        }
    }

    // A block is shown in the languages that it is exposed in; one that nothing is said of is shown in all.
    private static void HideOthers(JsonArray blocks, JsonArray exposed, ImmutableArray<string> languages)
    {
        var cultures = exposed.OfType<JsonObject>().ToLookup(each => Text(each, "contentKey"), each => Text(each, "culture"), StringComparer.OrdinalIgnoreCase);
        foreach (var block in blocks.OfType<JsonObject>().ToArray())
        {
            var shown = cultures[Text(block, "key")].ToArray();
            if (shown.Length > 0 && !shown.Any(culture => culture is null || languages.Contains(culture, StringComparer.OrdinalIgnoreCase)))
            {
                blocks.Remove(block);
            }
        }
    }

    private static JsonArray InLanguage(JsonArray values, ImmutableArray<string> languages)
    {
        var chosen = values.OfType<JsonObject>().ToArray()
            .GroupBy(value => Text(value, "alias"), StringComparer.OrdinalIgnoreCase)
            .Select(each => First([.. each], value => Text(value, "culture"), languages))
            .OfType<JsonObject>()
            .Select(value => value.DeepClone());
        return new JsonArray([.. chosen]);
    }

    private static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
