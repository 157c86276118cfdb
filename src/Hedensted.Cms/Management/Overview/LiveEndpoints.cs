using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Screens;
using Hedensted.Cms.Site;
using Hedensted.Content.Changes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Overview;

/// <summary>Whether readers have what was published.</summary>
/// <param name="Reached">Whether those of this server see what was written at that position.</param>
/// <param name="Visible">Whether they see the document at all.</param>
/// <param name="Url">Its page; null for what has none.</param>
/// <param name="Screens">The info screens that show it now.</param>
/// <param name="Servers">How many servers readers are sent to.</param>
/// <param name="Behind">The names of those whose readers do not see it yet.</param>
internal sealed record LiveResponse(bool Reached, bool Visible, string? Url, IReadOnlyList<ShowingScreen> Screens, int Servers, IReadOnlyList<string> Behind);

/// <summary>Follows a publishing out to the readers.</summary>
internal static class LiveEndpoints
{
    private const string ScreenType = "screen";

    // Shorter than what proxies allow, long enough that one question is nearly always enough.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Maps <c>/live/{id}</c>: answers as soon as readers have reached the position, or that they have not.</summary>
    public static void MapLive(this IEndpointRouteBuilder overview) => overview.MapGet("/live/{id:guid}", LiveAsync);

    private static async Task<Results<Ok<LiveResponse>, Problem>> LiveAsync(
        Guid id, string? position, ReadersReach readers, ScreensShowing screens, CancellationToken cancellationToken)
    {
        if (!ChangePosition.TryParse(position, out var wanted))
        {
            return Problems.BadRequest("InvalidPosition", "Der mangler en position", "Send den «position», som svaret på udgivelsen gav i «Hedensted-Position».");
        }

        var reach = await readers.WaitAsync(wanted, Patience, cancellationToken);
        if (reach.Edition is not { } edition || edition.Find(id) is not { } document)
        {
            return TypedResults.Ok(new LiveResponse(reach.Edition is not null, false, null, [], reach.Servers, reach.Behind));
        }

        var alias = document.ContentType.Alias;
        var path = edition.PathOf(document);
        IReadOnlyList<ShowingScreen> showing =
            alias == ScreenType ? [new ShowingScreen(document.NameIn(), $"/skaerm/{SlugIndex.SlugOf(document)}")]
            : EventTypes.MakesOccurrences(alias) ? screens.Of(path)
            : [];
        return TypedResults.Ok(new LiveResponse(true, true, SitePages.HasPage(alias) ? path : null, showing, reach.Servers, reach.Behind));
    }
}
