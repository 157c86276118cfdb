using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace Hedensted.Cms.Management.Events;

/// <summary>A series as it stands in the form, saved or not.</summary>
/// <param name="Id">The series; null while it is new.</param>
/// <param name="Recurrence">Its «Gentagelse».</param>
/// <param name="ExtraDates">Its «Datoer».</param>
/// <param name="SkippedDates">Its «Spring over».</param>
internal sealed record SeriesPlanRequest(Guid? Id, JsonElement? Recurrence, JsonElement? ExtraDates, JsonElement? SkippedDates);

/// <summary>What its dates are.</summary>
/// <param name="Words">The rule in Danish; null without one.</param>
/// <param name="Problem">What is wrong with the rule; null when nothing is.</param>
/// <param name="FollowedTo">The last day that a rule without an end is followed to.</param>
/// <param name="Total">How many dates it has, those that are skipped left out.</param>
/// <param name="Dates">The dates by start, those that are skipped among them; at most <see cref="SeriesPlanEndpoints.MostDates"/>.</param>
/// <param name="SkippedDateType">The block that says that a date is skipped; null when the site has none.</param>
/// <param name="ChangeType">The document that changes a date («Ret denne dato»); null when the site has none.</param>
internal sealed record SeriesPlanResponse(
    string? Words, string? Problem, string FollowedTo, int Total, IReadOnlyList<SeriesPlanDate> Dates, Guid? SkippedDateType, Guid? ChangeType);

/// <summary>One of them.</summary>
/// <param name="StartsAt">Danish wall time, e.g. <c>2026-12-01T19:00:00</c>.</param>
/// <param name="Text">In Danish, e.g. «tirsdag 1. december 2026 kl. 19.00–21.00».</param>
/// <param name="ByRule">Whether the rule makes it; else an editor wrote it.</param>
/// <param name="SkippedFor">Why it is skipped; null when it is not.</param>
/// <param name="ChangedBy">The document that changes it («Ret denne dato»); null when none does, or it may not be seen.</param>
internal sealed record SeriesPlanDate(string StartsAt, string Text, bool ByRule, string? SkippedFor, Guid? ChangedBy);

/// <summary>The dates of a series while an editor plans it.</summary>
internal static class SeriesPlanEndpoints
{
    /// <summary>How many dates are told.</summary>
    public const int MostDates = 200;

    /// <summary>Maps <c>/series-plan</c>.</summary>
    public static void MapSeriesPlan(this IEndpointRouteBuilder own) =>
        own.MapPost("/series-plan", PlanAsync).WithTags("Hedensted").RequireAuthorization(Policies.Content).RequireVerb(Verbs.Read);

    private static async Task<Results<Ok<SeriesPlanResponse>, Problem>> PlanAsync(
        [FromBody] SeriesPlanRequest request,
        ClaimsPrincipal user,
        ChangesOfSeries changesOf,
        NewestEdition newest,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await newest.FindAsync(cancellationToken) is not { } edition)
        {
            return new Problem(StatusCodes.Status503ServiceUnavailable, "Datoerne kan ikke vises endnu", "Serveren er lige startet. Prøv igen om et øjeblik.", "NotReady");
        }

        var context = SeriesContext.Of(edition, time.GetUtcNow());
        var plan = SeriesPlan.Of(
            alias => alias switch
            {
                Repetition.Alias => request.Recurrence,
                "extraDates" => request.ExtraDates,
                "skippedDates" => request.SkippedDates,
                _ => null,
            },
            context);
        var changes = new SeriesChanges<ContentNode>(request.Id is { } id ? await changesOf.OfAsync(edition.Schema, id, user, cancellationToken) : [], plan.Dates);
        return TypedResults.Ok(new SeriesPlanResponse(
            plan.Words,
            plan.Problem,
            LocalDatePattern.Iso.Format(context.Last),
            plan.Dates.Count(date => date.SkippedFor is null),
            [.. plan.Dates.Take(MostDates).Select(date => new SeriesPlanDate(
                LocalDateTimePattern.GeneralIso.Format(date.StartsAt), TextOf(date), date.Block is null, date.SkippedFor, ChangeOf(changes.For(date))))],
            edition.Schema.FindType(NodeKind.Document, "skippedDateBlock")?.Key,
            edition.Schema.FindType(NodeKind.Document, EventTypes.Override)?.Key));
    }

    private static Guid? ChangeOf(ImmutableArray<SeriesChanges<ContentNode>.Layer> layers) => layers is [{ Change.Onwards: false } own, ..] ? own.Source.Key : null;

    private static string TextOf(SeriesDate date) => date.AllDay
        ? DanishDates.Period(date.StartsAt.Date.ToDateOnly(), (date.EndsAt ?? date.StartsAt).Date.ToDateOnly())
        : DanishDates.Moment(date.StartsAt, date.EndsAt);
}
