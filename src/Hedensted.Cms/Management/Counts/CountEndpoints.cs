using System.Security.Claims;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Engagement;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Attendance;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Counts;

/// <summary>«Tælling»: how many came to what was held. Whoever may edit an event may count it; nothing is published by it.</summary>
internal static class CountEndpoints
{
    private const int Shown = 50;
    private const int MostShown = 1000;
    private const int PeriodsToChoose = 6;

    /// <summary>Maps <c>/hedensted/counts</c>.</summary>
    public static void MapCounts(this IEndpointRouteBuilder management)
    {
        var counts = management.MapGroup("/hedensted/counts").WithTags("Hedensted").RequireAuthorization(Policies.Content);
        counts.MapGet("", ListAsync).RequireVerb(Verbs.Read);
        counts.MapPut("/{occurrence:guid}", WriteAsync).RequireVerbSomewhere(Verbs.Update);
        counts.MapDelete("/{occurrence:guid}", RemoveAsync).RequireVerbSomewhere(Verbs.Update);
    }

    private static async Task<Results<Ok<CountsResponse>, Problem>> ListAsync(
        string? period,
        Guid? place,
        int? take,
        ClaimsPrincipal user,
        NewestEdition newest,
        CountableDates countable,
        UserNames users,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var current = HalfYear.Of(time.GetUtcNow());
        var asked = current;
        if (period is not null && !HalfYear.TryParse(period, out asked))
        {
            return Problems.BadRequest("InvalidPeriod", "Halvåret findes ikke", "Skriv «period» som 2026H1 (januar til juni) eller 2026H2 (juli til december).");
        }

        if (await newest.FindAsync(cancellationToken) is not { } edition)
        {
            return NotReady();
        }

        bool IsAsked(CountableDate one) => place is not { } here || one.PlaceKey == here;
        var dates = (await countable.OfAsync(edition, asked, user, cancellationToken)).Where(IsAsked).ToLookup(one => one.Count is null);
        var before = (await countable.OfAsync(edition, asked.Previous, user, cancellationToken)).Count(one => one.Count is null && IsAsked(one));
        var limit = Math.Clamp(take ?? Shown, 0, MostShown);
        var counted = dates[false].Take(limit).ToList();
        var names = await users.FindAsync(counted.Select(one => (Guid?)one.Count!.CountedBy), cancellationToken);
        return TypedResults.Ok(new CountsResponse(
            asked.ToString(),
            [.. PeriodsFrom(current).Append(asked).Distinct().OrderByDescending(one => one.First).Select(one => new CountPeriod(one.ToString(), one.DisplayText))],
            PlacesOf(edition),
            Counting.Methods,
            user.Rights().MaySomewhere(Verbs.Update),
            dates[true].Count(),
            [.. dates[true].Take(limit).Select(one => CountableDates.ItemOf(edition, one, names))],
            dates[false].Count(),
            [.. counted.Select(one => CountableDates.ItemOf(edition, one, names))],
            dates[false].Sum(one => one.Count!.People.Total),
            before));
    }

    private static async Task<Results<Ok<CountItem>, Problem>> WriteAsync(
        Guid occurrence,
        [FromBody] CountRequest request,
        ClaimsPrincipal user,
        NewestEdition newest,
        Counting counting,
        DocumentPermissions permissions,
        UserNames users,
        CancellationToken cancellationToken)
    {
        if (await newest.FindAsync(cancellationToken) is not { } edition)
        {
            return NotReady();
        }

        if (await counting.FindAsync(edition, occurrence, cancellationToken) is not { } subject)
        {
            return Problems.NotFound("Datoen");
        }

        if (await permissions.DeniedAsync(user, Verbs.Update, subject.EventKey, cancellationToken) is { } denied)
        {
            return denied;
        }

        if (request.Total is not { } total)
        {
            return Problems.Invalid(new Dictionary<string, string[]> { ["$.total"] = ["Skriv, hvor mange der kom i alt."] });
        }

        var entry = new CountEntry(new AttendedBy(total, request.Children, request.Young, request.Adults, request.VeryAdult), request.Method, request.Note, request.Known);
        var result = await counting.WriteAsync(edition, subject, entry, user.UserKey(), cancellationToken);
        var names = await users.FindAsync([result.Count?.CountedBy], cancellationToken);
        return result.Status switch
        {
            CountStatus.Written => TypedResults.Ok(CountableDates.ItemOf(edition, new CountableDate(subject.Occurrence, result.Count), names)),
            CountStatus.Invalid => Problems.Invalid(result.Errors.GroupBy(error => error.Field).ToDictionary(field => $"$.{field.Key}", field => field.Select(error => error.Message).ToArray())),
            CountStatus.NotHeld => Problems.BadRequest("NotHeld", "Der kan ikke tælles endnu", "Datoen er ikke begyndt, eller den er aflyst eller udskudt. Ret status på arrangementet, hvis det blev holdt alligevel."),
            _ => Changed(result.Count, names),
        };
    }

    private static async Task<Results<Ok, Problem>> RemoveAsync(
        Guid occurrence, ClaimsPrincipal user, AttendanceLedger ledger, DocumentPermissions permissions, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(occurrence, cancellationToken) is not { } count)
        {
            return Problems.NotFound("Tællingen");
        }

        if (await permissions.DeniedAsync(user, Verbs.Update, count.Date.EventKey, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await ledger.RemoveAsync(occurrence, cancellationToken) ? TypedResults.Ok() : Problems.NotFound("Tællingen");
    }

    private static IEnumerable<HalfYear> PeriodsFrom(HalfYear newest)
    {
        for (var (left, period) = (PeriodsToChoose, newest); left > 0; (left, period) = (left - 1, period.Previous))
        {
            yield return period;
        }
    }

    private static IReadOnlyList<CountPlace> PlacesOf(Edition edition) =>
    [
        .. new[] { EventTypes.Branch, EventTypes.OutreachPlace }
            .SelectMany(type => edition.OfType(type).OrderBy(document => document.Level).ThenBy(document => document.ParentKey).ThenBy(document => document.SortOrder))
            .Select(document => new CountPlace(document.Key, document.NameIn())),
    ];

    private static Problem Changed(AttendanceCount? count, IReadOnlyDictionary<Guid, string> names) => new(
        StatusCodes.Status409Conflict,
        "Tællingen er ændret i mellemtiden",
        count is null
            ? "En kollega har slettet den. Genindlæs listen, og tæl igen, hvis det er meningen."
            : $"Der står nu {count.People.Total} i alt, skrevet af {names.GetValueOrDefault(count.CountedBy, "en kollega")}. Genindlæs listen, og ret tallet, hvis det er forkert.",
        "CountChanged");

    private static Problem NotReady() =>
        new(StatusCodes.Status503ServiceUnavailable, "Listen er ikke klar endnu", "Serveren er lige startet. Prøv igen om et øjeblik.", "NotReady");
}
