using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Points errors at the field they are about, as JSON paths in the request that was sent.</summary>
internal static class ValidationPaths
{
    /// <summary>A problem that the backoffice shows at the fields.</summary>
    public static Problem Problem(NodeBody body, IEnumerable<ValidationError> errors) => Problems.Invalid(Of(body, errors));

    /// <summary>Path → messages.</summary>
    public static Dictionary<string, string[]> Of(NodeBody body, IEnumerable<ValidationError> errors) => errors
        .GroupBy(error => PathOf(body, error), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(error => error.Message).Distinct().ToArray(), StringComparer.Ordinal);

    private static string PathOf(NodeBody body, ValidationError error)
    {
        if (error.Alias is null)
        {
            return $"$.variants[?(@.culture == {Literal(error.Culture)} && @.segment == null)].name";
        }

        var index = IndexOf(body, error.Alias, error.Culture);
        return index >= 0
            ? $"$.values[{index}].value{error.Path}"
            : $"$.values[?(@.alias == '{error.Alias}' && @.culture == {Literal(error.Culture)} && @.segment == null)].value{error.Path}";
    }

    private static int IndexOf(NodeBody body, string alias, string? culture)
    {
        var values = body.Values ?? [];
        for (var index = 0; index < values.Count; index++)
        {
            if (string.Equals(values[index].Alias, alias, StringComparison.OrdinalIgnoreCase)
                && string.Equals(values[index].Culture ?? "", culture ?? "", StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    private static string Literal(string? culture) => culture is null ? "null" : $"'{culture}'";
}
