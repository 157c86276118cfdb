using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Checks that names and values fit a type, and brings them into the form that is stored.</summary>
internal static class ContentRules
{
    private const int LongestName = 255;

    /// <summary>The content to store, or why it does not fit. Broken property rules fit: only publishing is refused for them.</summary>
    public static (EditingStatus Status, NodeContent Content) Fit(ContentSchema schema, ContentType type, NodeContent content)
    {
        var (status, names) = FitNames(schema, type, content.Names);
        if (status != EditingStatus.Success)
        {
            return (status, content);
        }

        var values = ImmutableArray.CreateBuilder<PropertyValue>(content.Values.Length);
        var seen = new HashSet<(string Alias, string? Culture, string? Segment)>();
        foreach (var value in content.Values)
        {
            if (schema.FindProperty(type, value.Alias) is not { } property)
            {
                return (EditingStatus.PropertyTypeNotFound, content);
            }

            if ((type.VariesByCulture && property.VariesByCulture) != value.Culture is not null)
            {
                return (EditingStatus.PropertyTypeCultureVarianceMismatch, content);
            }

            var language = schema.FindLanguage(value.Culture);
            if (value.Culture is not null && language is null)
            {
                return (EditingStatus.InvalidCulture, content);
            }

            if (value.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
                && seen.Add((property.Alias, language?.IsoCode, value.Segment)))
            {
                values.Add(new(property.Alias, language?.IsoCode, value.Segment, value.Value));
            }
        }

        return (EditingStatus.Success, RichTextSanitiser.Sanitise(schema, type, new NodeContent { Names = names, Values = values.ToImmutable() }));
    }

    private static (EditingStatus Status, ImmutableArray<VariantName> Names) FitNames(ContentSchema schema, ContentType type, ImmutableArray<VariantName> names)
    {
        if (names.IsDefaultOrEmpty)
        {
            return (EditingStatus.InvalidName, []);
        }

        if (names.Any(name => name.Culture is null == type.VariesByCulture) || (!type.VariesByCulture && names.Length > 1))
        {
            return (EditingStatus.ContentTypeCultureVarianceMismatch, []);
        }

        if (names.Any(name => name.Culture is not null && schema.FindLanguage(name.Culture) is null))
        {
            return (EditingStatus.InvalidCulture, []);
        }

        var fitted = names.Select(name => new VariantName(schema.FindLanguage(name.Culture)?.IsoCode, OneLine(name.Name))).ToImmutableArray();
        var twice = fitted.Select(name => name.Culture).Distinct().Count() < fitted.Length;
        return twice || fitted.Any(name => name.Name.Length is 0 or > LongestName) ? (EditingStatus.InvalidName, []) : (EditingStatus.Success, fitted);
    }

    // Line breaks would tear the list of names that finding relies on, and belong in no name.
    private static string OneLine(string? name) => string.Join(' ', (name ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}
