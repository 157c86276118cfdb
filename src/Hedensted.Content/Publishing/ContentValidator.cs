using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing.Validation;

namespace Hedensted.Content.Publishing;

/// <summary>Finds what keeps content from being published: mandatory, pattern and the property editor's own rules, blocks included.</summary>
public sealed class ContentValidator
{
    private readonly ImmutableArray<IContentRule> _rules;

    /// <summary>A validator of fields alone.</summary>
    public ContentValidator()
        : this([])
    {
    }

    /// <summary>A validator of fields and then of these rules.</summary>
    public ContentValidator(IEnumerable<IContentRule> rules) => _rules = [.. rules];

    /// <summary>Errors in these cultures (empty: all), in the order of the type's properties; names come first, rules of several fields last.</summary>
    public ImmutableArray<ValidationError> Validate(ContentSchema schema, ContentType type, NodeContent content, ImmutableArray<string> cultures)
    {
        var asked = cultures.IsDefault ? [] : cultures;
        var checkedCultures = !type.VariesByCulture ? [] : asked.IsEmpty ? NamedCultures(schema, content) : asked;
        var errors = ImmutableArray.CreateBuilder<ValidationError>();
        errors.AddRange(NameRule.Check(type, content, checkedCultures));

        var fields = content.Values.IsDefault
            ? []
            : content.Values.Select(value => new FieldValue(value.Alias, value.Culture, value.Segment, value.Value, "")).ToImmutableArray();
        new FieldSet(schema, type, fields, _ => "").Check(checkedCultures, errors);

        foreach (var error in _rules.SelectMany(rule => rule.Check(type, content)))
        {
            if (error.Culture is null || asked.IsEmpty || asked.Contains(error.Culture, StringComparer.OrdinalIgnoreCase))
            {
                errors.Add(error);
            }
        }

        return errors.ToImmutable();
    }

    private static ImmutableArray<string> NamedCultures(ContentSchema schema, NodeContent content)
    {
        ImmutableArray<string> named = content.Names.IsDefault ? [] : [.. content.Names.Select(name => name.Culture).OfType<string>()];
        return named.IsEmpty && schema.DefaultLanguage is { } language ? [language.IsoCode] : named;
    }
}
