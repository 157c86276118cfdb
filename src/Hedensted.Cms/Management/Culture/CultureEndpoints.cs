using System.Globalization;
using Hedensted.Cms.Management.Common;

namespace Hedensted.Cms.Management.Culture;

/// <summary>The cultures that a language can be, with names in Danish.</summary>
internal static class CultureEndpoints
{
    // The field is called englishName; it is the one that the backoffice shows.
    private static readonly Lazy<CultureModel[]> Cultures = new(() =>
    {
        var before = CultureInfo.CurrentUICulture;
        var danish = CultureInfo.GetCultureInfo("da");
        CultureInfo.CurrentUICulture = danish;
        try
        {
            return [.. CultureInfo.GetCultures(CultureTypes.AllCultures)
                .Where(culture => culture.Name.Length > 0)
                .Select(culture => new CultureModel(culture.Name, culture.DisplayName))
                .OrderBy(culture => culture.EnglishName, StringComparer.Create(danish, ignoreCase: true))];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    });

    /// <summary>Maps <c>/culture</c>.</summary>
    public static void MapCultures(this IEndpointRouteBuilder management) =>
        management.MapGet("/culture", ([AsParameters] Paging paging) =>
            new PagedModel<CultureModel>(Cultures.Value.Length, [.. Cultures.Value.Skip(paging.Offset).Take(paging.Limit)])).WithTags("Culture").ForEverybodySignedIn();

    private sealed record CultureModel(string Name, string EnglishName);
}
