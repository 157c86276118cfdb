using System.Security.Claims;
using Hedensted.Bibliotek.Values;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Overview;

/// <summary>The editors' calendar: one question for all that happens and is planned in some days.</summary>
internal static class CalendarEndpoints
{
    private const int MostDays = 92;

    /// <summary>Maps <c>/calendar</c>; without days it is this month.</summary>
    public static void MapCalendar(this IEndpointRouteBuilder overview) => overview.MapGet("/calendar", CalendarAsync);

    private static async Task<Results<Ok<CalendarResponse>, Problem>> CalendarAsync(
        [FromQuery(Name = "from")] DateOnly? first,
        [FromQuery(Name = "to")] DateOnly? last,
        Guid? place,
        ClaimsPrincipal user,
        NodeReaches reaches,
        NewestEdition newest,
        CalendarSources sources,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(WallTime.InDenmark(time.GetUtcNow()).DateTime);
        var from = first ?? today.AddDays(1 - today.Day);
        var to = last ?? from.AddMonths(1).AddDays(-1);
        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
        {
            return Problems.BadRequest("InvalidRange", "De dage kan ikke vises på én gang", $"Vælg en første og en sidste dag («from» og «to») med højst {MostDays} dage imellem.");
        }

        if (await newest.FindAsync(cancellationToken) is not { } edition)
        {
            return new Problem(StatusCodes.Status503ServiceUnavailable, "Kalenderen er ikke klar endnu", "Serveren er lige startet. Prøv igen om et øjeblik.", "NotReady");
        }

        var reach = await reaches.OfAsync(NodeKind.Document, user, null, cancellationToken);
        var source = await sources.ReadAsync(edition, reach, HiddenFields.Of(edition.Schema, user.Rights()), cancellationToken);
        var view = new CalendarView(source, from, to, place);
        return TypedResults.Ok(new CalendarResponse(from, to, today, view.Places(), view.Entries(), view.Changes()));
    }
}
