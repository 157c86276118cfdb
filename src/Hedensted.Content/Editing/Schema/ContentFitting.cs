using System.Collections.Immutable;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing.Schema;

/// <summary>
/// Brings what was written under an earlier schema into the form that the schema now asks for: names and values stand in the cultures that
/// vary, and values in the shape that their editor reads. Values of properties that are gone are left alone, for the property may come back.
/// </summary>
/// <param name="schema">The schema to fit.</param>
/// <param name="isConverted">Whether values of this property of this type may have another editor's shape.</param>
internal sealed class ContentFitting(ContentSchema schema, Func<ContentType, PropertyType, bool> isConverted)
{
    /// <summary>The content as it fits.</summary>
    /// <param name="type">The content's type.</param>
    /// <param name="content">What was written.</param>
    /// <param name="lost">Gathers the properties whose value means nothing to their editor, and is left out.</param>
    public NodeContent Fit(ContentType type, NodeContent content, ICollection<PropertyType> lost) => new()
    {
        Names = Names(type, content.Names),
        Values = Values(type, content.Values, type.VariesByCulture, lost),
    };

    private ImmutableArray<VariantName> Names(ContentType type, ImmutableArray<VariantName> names)
    {
        if (names.IsEmpty)
        {
            return names;
        }

        var kept = Chosen(names, name => name.Culture, type.VariesByCulture);
        return [.. kept.Select(pair => pair.Item with { Culture = pair.Culture })];
    }

    private ImmutableArray<PropertyValue> Values(ContentType type, ImmutableArray<PropertyValue> values, bool mayVary, ICollection<PropertyType> lost)
    {
        var fitted = ImmutableArray.CreateBuilder<PropertyValue>(values.Length);
        foreach (var group in values.GroupBy(value => (Alias: value.Alias.ToLowerInvariant(), value.Segment)))
        {
            if (schema.FindProperty(type, group.Key.Alias) is not { } property)
            {
                fitted.AddRange(group.Where(value => value.Culture is null || schema.FindLanguage(value.Culture) is not null));
                continue;
            }

            foreach (var (value, culture) in Chosen([.. group], value => value.Culture, mayVary && property.VariesByCulture))
            {
                if (Value(type, property, value, culture) is { } shaped)
                {
                    fitted.Add(shaped);
                }
                else
                {
                    lost.Add(property);
                }
            }
        }

        return fitted.ToImmutable();

        PropertyValue? Value(ContentType owner, PropertyType property, PropertyValue value, string? culture)
        {
            var editor = schema.FindDataType(property.DataTypeKey)?.EditorAlias ?? "";
            var shaped = isConverted(owner, property) ? ValueConversion.To(editor, value.Value) : value.Value;
            if (shaped is not { } fits)
            {
                return null;
            }

            // Inside a value that varies nothing varies again.
            var inside = BlockValues.Map(fits, schema, (key, blockValues) => schema.FindType(key) is { } block
                ? Values(block, blockValues, block.VariesByCulture && culture is null, lost)
                : blockValues);
            return value with { Alias = property.Alias, Culture = culture, Value = inside };
        }
    }

    // What varies stands in languages that there are, what was invariant in the default one; what does not vary keeps the default language's.
    private List<(T Item, string? Culture)> Chosen<T>(ImmutableArray<T> items, Func<T, string?> cultureOf, bool varies)
        where T : class
    {
        var standard = schema.DefaultLanguage?.IsoCode;
        if (!varies)
        {
            var one = Find(null) ?? Find(standard) ?? items[0];
            return [(one, null)];
        }

        var known = items.Where(item => cultureOf(item) is { } culture && schema.FindLanguage(culture) is not null)
            .Select(item => (item, (string?)schema.FindLanguage(cultureOf(item))!.IsoCode)).ToList();
        if (standard is not null && !known.Exists(pair => ContentComparison.SameCulture(pair.Item2, standard)) && (Find(null) ?? (known.Count == 0 ? items[0] : default)) is { } carried)
        {
            known.Insert(0, (carried, standard));
        }

        return known;

        T? Find(string? culture) => items.FirstOrDefault(item => ContentComparison.SameCulture(cultureOf(item), culture));
    }
}
