using Hedensted.Cms.Management.Common;

namespace Hedensted.Cms.Management.OEmbed;

/// <summary>Embedding of others' pages, which would let them follow our readers; refused in words that say what to do instead.</summary>
internal static class OEmbedEndpoints
{
    /// <summary>Maps <c>/oembed/query</c>.</summary>
    public static void MapOEmbed(this IEndpointRouteBuilder management) =>
        management.MapGet("/oembed/query", () => Problems.BadRequest(
            "NoSupportedProvider",
            "Indhold fra andre websteder kan ikke indlejres",
            "Indlejring kræver en tjeneste, som ikke er slået til. Sæt et link ind i stedet.")).WithTags("oEmbed").RequireAuthorization(Policies.Trees);
}
