using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>The fields of one document or one block.</summary>
/// <param name="schema">The types.</param>
/// <param name="type">The document's or block's type.</param>
/// <param name="values">What is filled in.</param>
/// <param name="absentPath">Where the value of a field would stand, given its alias and culture.</param>
internal sealed class FieldSet(
    ContentSchema schema, ContentType type, ImmutableArray<FieldValue> values, Func<(string Alias, string? Culture), string> absentPath)
{
    private const string MissingMessage = "Feltet skal udfyldes";

    /// <summary>Checks the fields of a document.</summary>
    public void Check(ImmutableArray<string> cultures, ImmutableArray<ValidationError>.Builder errors) =>
        Check(new FieldOwner(null, null, cultures, 0), errors);

    /// <summary>Checks the fields of a block inside the owner.</summary>
    public void Check(FieldOwner owner, ImmutableArray<ValidationError>.Builder errors)
    {
        foreach (var property in schema.PropertiesOf(type))
        {
            if (schema.FindDataType(property.DataTypeKey) is not { } dataType)
            {
                continue;
            }

            var varies = type.VariesByCulture && property.VariesByCulture;
            foreach (var culture in varies ? owner.Cultures : [null!])
            {
                var value = Find(property, culture);
                Check(new Field(
                    schema, property, dataType, culture, value?.Value ?? default,
                    value?.Path ?? absentPath((property.Alias, culture)), owner, errors));
            }
        }
    }

    private static void Check(Field field)
    {
        var rule = EditorRules.For(field.DataType.EditorAlias);
        if (rule.IsEmpty(field.Value))
        {
            if (field.Property.Mandatory)
            {
                field.Report(field.Property.MandatoryMessage is { Length: > 0 } message ? message : MissingMessage);
                return;
            }

            rule.CheckEmpty(field);
            return;
        }

        PatternRule.Check(field, rule);
        rule.Check(field);
    }

    private FieldValue? Find(PropertyType property, string? culture) => values.FirstOrDefault(value =>
        value.Segment is null
        && value.Value.ValueKind is not JsonValueKind.Undefined
        && string.Equals(value.Alias, property.Alias, StringComparison.OrdinalIgnoreCase)
        && string.Equals(value.Culture, culture, StringComparison.OrdinalIgnoreCase));
}
