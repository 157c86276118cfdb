using Hedensted.Cms.Management.Common;

namespace Hedensted.Cms.Management.Handbook;

/// <summary>The whole handbook, in reading order.</summary>
internal sealed record HandbookResponse(IReadOnlyList<HandbookPage> Pages);

/// <summary>The handbook behind the help button. It is small: one answer holds all of it, and searching it asks nobody.</summary>
internal static class HandbookEndpoints
{
    /// <summary>Maps <c>/hedensted/handbook</c>.</summary>
    public static void MapHandbook(this IEndpointRouteBuilder management) => management
        .MapGet("/hedensted/handbook", (HandbookPages pages) => new HandbookResponse(pages.All))
        .WithTags("Hedensted")
        .ForEverybodySignedIn();
}
