using System.Collections.Frozen;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Search;

/// <summary>Which fields of a document are searched: those that its page shows, and nothing that the public API keeps to itself.</summary>
internal static class SearchFields
{
    private const string Arrangement = "description meetingPoint accessibilityNote categories audiences form concepts language";

    /// <summary>The types that the public API describes by hand: it shows some of their fields and not others.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByType = new Dictionary<string, string>
    {
        [EventTypes.Event] = Arrangement,
        [EventTypes.Series] = Arrangement,
        [EventTypes.Override] = "title teaser description meetingPoint accessibilityNote",
        [EventTypes.DialogueMeeting] = Arrangement + " topic whyNow questions facilitators panel groundRules format sources care followUp screenText",
        [EventTypes.FocusArea] = "shortName promise indicatorText body",
        ["strategySection"] = "body changeNote hearings",
        ["strategyPage"] = "body changeNote hearings",
        [EventTypes.Branch] = "placeType statusText transport accessibilityNote body",
        [EventTypes.OutreachPlace] = "outreachType transport",
        ["room"] = "equipment floor",
        ["partner"] = "partnerType description",
        ["term"] = "definition synonyms source",
    }.ToFrozenDictionary(fields => fields.Key, fields => fields.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

    /// <summary>Read by themselves, or nothing that anybody reads.</summary>
    private static readonly FrozenSet<string> Never = new[] { "title", "teaser", "seoTitle", "isPublic", "hideInSearch" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether documents of this type take part in the search: editors can take each of them out.</summary>
    public static bool IsSearched(ContentSchema schema, ContentType type) => schema.FindProperty(type, "hideInSearch") is not null;

    /// <summary>The fields that are searched, in the editors' order. A block has the fields of its type.</summary>
    public static IEnumerable<PropertyType> Of(ContentSchema schema, ContentType type)
    {
        var properties = schema.PropertiesOf(type).OrderBy(property => property.SortOrder);
        return ByType.TryGetValue(type.Alias, out var fields)
            ? properties.Where(property => fields.Contains(property.Alias))
            : properties.Where(property => !IsInternal(property.Alias) && (type.IsElement || !Never.Contains(property.Alias)));
    }

    // As in the public API: what begins with "internal" never leaves the house.
    private static bool IsInternal(string alias) =>
        alias.StartsWith("internal", StringComparison.OrdinalIgnoreCase) || alias.StartsWith("umbraco", StringComparison.OrdinalIgnoreCase);
}
