using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>One field in one culture, with what its editor was set up to allow. The value is of kind undefined when it is absent.</summary>
internal sealed record Field(
    ContentSchema Schema,
    PropertyType Property,
    DataType DataType,
    string? Culture,
    JsonElement Value,
    string Path,
    FieldOwner Owner,
    ImmutableArray<ValidationError>.Builder Errors)
{
    public void Report(string message) => Errors.Add(new ValidationError(Owner.Alias ?? Property.Alias, ErrorCulture, Path, message));

    /// <summary>The culture of the document's own value, which a field inside it is shown at.</summary>
    public string? ErrorCulture => Owner.Alias is null ? Culture : Owner.Culture;

    public JsonElement? Setting(string alias) => DataType.Configuration.TryGetValue(alias, out var setting) ? setting : null;

    public decimal? NumberSetting(string alias) => Setting(alias) is { } setting ? JsonValues.Number(setting) : null;

    public bool FlagSetting(string alias) => Setting(alias) is { ValueKind: JsonValueKind.True };

    /// <summary>The choices of a list; objects of older settings count by their <c>value</c>.</summary>
    public ImmutableArray<string> Choices() =>
        Setting("items") is { ValueKind: JsonValueKind.Array } items
            ? [.. items.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? JsonValues.Text(item, "value") : JsonValues.Text(item)).OfType<string>()]
            : [];
}

/// <summary>The document's property that a block's field is inside of; no alias for the document's own fields.</summary>
/// <param name="Alias">The document's property.</param>
/// <param name="Culture">The culture of that property's value.</param>
/// <param name="Cultures">The cultures that are checked; empty when nothing inside may vary.</param>
/// <param name="Depth">How many blocks stand around the field.</param>
internal sealed record FieldOwner(string? Alias, string? Culture, ImmutableArray<string> Cultures, int Depth);
