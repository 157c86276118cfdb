using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Filtering;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Generated;

/// <summary>How documents can be filtered and ordered by what each property editor holds; what is not simple, cannot.</summary>
internal static class PropertyFilters
{
    /// <summary>The filter of a property; null when it has none.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="property">The property.</param>
    /// <param name="dataType">How it is edited.</param>
    public static ContentFilterField? Filter(string name, PropertyType property, DataType dataType)
    {
        var alias = property.Alias;
        return KindOf(dataType) switch
        {
            ValueKind.Text => ContentFilterField.Value(name, "StringOperationFilterInput", (document, _) => document.Text(alias)),
            ValueKind.Texts => ContentFilterField.List<string?>(name, "ListStringOperationFilterInput", document => document.Texts(alias)),
            ValueKind.Flag => ContentFilterField.Value(name, "BooleanOperationFilterInput", (document, _) => (bool?)document.Flag(alias)),
            ValueKind.Whole => ContentFilterField.Comparable(name, "IntOperationFilterInput", document => document.Number(alias)),
            ValueKind.Number => ContentFilterField.Comparable(name, "DecimalOperationFilterInput", document => document.ValueOf(alias).AsDecimal()),
            ValueKind.Date => ContentFilterField.Comparable(name, "LocalDateOperationFilterInput", document => document.Date(alias)),
            ValueKind.Moment => ContentFilterField.Comparable(name, "DateTimeOperationFilterInput", document => document.Moment(alias)),
            ValueKind.Reference => ContentFilterField.Value(name, "IdOperationFilterInput", (document, _) => document.Key(alias)),
            ValueKind.References => ContentFilterField.List(name, "ListIdOperationFilterInput", document => document.Keys(alias).Select(key => (Guid?)key).ToArray()),
            _ => null,
        };
    }

    /// <summary>The order by a property; null when it has none.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="property">The property.</param>
    /// <param name="dataType">How it is edited.</param>
    public static SortField<PublishedDocument>? Sort(string name, PropertyType property, DataType dataType)
    {
        var alias = property.Alias;
        return KindOf(dataType) switch
        {
            ValueKind.Text => SortField<PublishedDocument>.MaybeText(name, document => document.Text(alias)),
            ValueKind.Flag => SortField<PublishedDocument>.Number(name, document => document.Flag(alias) ? 1 : 0),
            ValueKind.Whole => SortField<PublishedDocument>.MaybeNumber(name, document => document.Number(alias)),
            ValueKind.Number => SortField<PublishedDocument>.MaybeNumber(name, document => Scaled(document.ValueOf(alias).AsDecimal())),
            ValueKind.Date => SortField<PublishedDocument>.MaybeNumber(name, document => document.Date(alias)?.DayNumber),
            ValueKind.Moment => SortField<PublishedDocument>.MaybeNumber(name, document => document.Moment(alias)?.UtcTicks),
            _ => null,
        };
    }

    private enum ValueKind
    {
        Other,
        Text,
        Texts,
        Flag,
        Whole,
        Number,
        Date,
        Moment,
        Reference,
        References,
    }

    private static ValueKind KindOf(DataType dataType) => dataType.EditorAlias switch
    {
        "Umbraco.TextBox" or "Umbraco.TextArea" or "Umbraco.EmailAddress" or "Umbraco.RadioButtonList" or "Umbraco.Plain.String" => ValueKind.Text,
        "Umbraco.DropDown.Flexible" => PropertyMappings.IsMultiple(dataType) ? ValueKind.Texts : ValueKind.Text,
        "Umbraco.CheckBoxList" or "Umbraco.Tags" or "Umbraco.MultipleTextstring" => ValueKind.Texts,
        "Umbraco.TrueFalse" => ValueKind.Flag,
        "Umbraco.Integer" or "Umbraco.Plain.Integer" => ValueKind.Whole,
        "Umbraco.Decimal" or "Umbraco.Plain.Decimal" => ValueKind.Number,
        "Umbraco.DateOnly" => ValueKind.Date,
        "Umbraco.DateTime" or "Umbraco.DateTimeUnspecified" or "Umbraco.DateTimeWithTimeZone" or "Umbraco.Plain.DateTime" => ValueKind.Moment,
        "Umbraco.ContentPicker" => ValueKind.Reference,
        "Umbraco.MultiNodeTreePicker" => ValueKind.References,
        _ => ValueKind.Other,
    };

    // Six decimals are what the editor's database column holds.
    private static long? Scaled(decimal? number) => number is { } known
        ? (long)Math.Clamp(Math.Round(known * 1_000_000m), long.MinValue, long.MaxValue)
        : null;
}
