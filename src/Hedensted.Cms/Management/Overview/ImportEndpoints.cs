using System.Collections.Immutable;
using System.Security.Claims;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Import;
using Hedensted.Bibliotek.Values;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Sources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Management.Overview;

/// <summary>«Import»: events from the library's site. Who may read events may look; who may publish them fetches and decides.</summary>
internal static class ImportEndpoints
{
    private const int RunsShown = 20;
    private const int DecisionsShown = 50;

    /// <summary>Maps <c>/import</c> and what lies below it.</summary>
    public static void MapDplImport(this IEndpointRouteBuilder overview)
    {
        var import = overview.MapGroup("/import");
        import.MapGet("", StateAsync);
        import.MapGet("/plan", PlanAsync).RequireVerb(Verbs.Publish);
        import.MapPost("/run", RunAsync).RequireVerb(Verbs.Publish);
        import.MapPut("/question/{question:guid}", AnswerAsync).RequireVerb(Verbs.Publish);
        import.MapPost("/again/{source}", FetchAgainAsync).RequireVerb(Verbs.Publish);
        import.MapGet("/document/{id:guid}", LockAsync);
        import.MapPost("/document/{id:guid}/release", ReleaseAsync).RequireVerb(Verbs.Publish);
    }

    private static async Task<Results<Ok<ImportResponse>, Problem>> StateAsync(
        ClaimsPrincipal user,
        DplImport import,
        IOptions<DplImportOptions> options,
        DocumentPermissions permissions,
        SchemaSource schemas,
        ContentTree tree,
        UserNames users,
        CancellationToken cancellationToken)
    {
        if (await permissions.DeniedAsync(user, Verbs.Read, StartingSite.Events, cancellationToken) is { } denied)
        {
            return denied;
        }

        var schema = await schemas.CurrentAsync(cancellationToken);
        var runs = await import.RunsAsync(RunsShown, cancellationToken);
        var questions = await import.QuestionsAsync(cancellationToken);
        var places = await TargetsAsync(tree, schema, StartingSite.Places, [EventTypes.Branch, EventTypes.OutreachPlace], cancellationToken);
        var partners = await TargetsAsync(tree, schema, StartingSite.Partners, ["partner"], cancellationToken);
        var names = await users.FindAsync([.. runs.Select(run => run.UserKey), .. questions.Select(question => question.Answer?.UserKey)], cancellationToken);
        ImportQuestionItem ItemOf(SourceQuestion question) => new(
            question.Key,
            question.Kind,
            question.Label,
            question.Detail,
            ImportChoices.Of(question.Kind),
            question.Answer?.Choice,
            question.Answer?.TargetKey is { } target ? places.Concat(partners).FirstOrDefault(one => one.Id == target) : null,
            question.Answer?.UserKey is { } by ? names.GetValueOrDefault(by) : null,
            question.Answer?.At);
        return TypedResults.Ok(new ImportResponse(
            import.IsEnabled ? import.SourceName : null,
            options.Value.Url,
            (int)options.Value.Interval.TotalMinutes,
            await permissions.MayAsync(user, Verbs.Publish, StartingSite.Events, cancellationToken),
            [.. runs.Select(run => new ImportRunItem(run.Key, run.Finished, run.UserKey is { } by ? names.GetValueOrDefault(by) : null, DplImport.ReportOf(run)))],
            [.. questions.Where(question => question.Answer is null).Select(ItemOf)],
            [.. questions.Where(question => question.Answer is not null).OrderByDescending(question => question.Answer!.At).Take(DecisionsShown).Select(ItemOf)],
            await import.DeletedAsync(cancellationToken),
            places,
            partners,
            PartnerTypesOf(schema)));
    }

    private static async Task<Results<Ok<ImportReport>, Problem>> PlanAsync(
        bool? acceptVanished, ClaimsPrincipal user, DplImport import, DocumentPermissions permissions, CancellationToken cancellationToken) =>
        await permissions.DeniedAsync(user, Verbs.Publish, StartingSite.Events, cancellationToken) is { } denied
            ? denied
            : TypedResults.Ok(await import.PlanAsync(acceptVanished == true, cancellationToken));

    private static async Task<Results<Ok<ImportReport>, Problem>> RunAsync(
        [FromBody] ImportRequest request, ClaimsPrincipal user, DplImport import, DocumentPermissions permissions, CancellationToken cancellationToken)
    {
        if (await permissions.DeniedAsync(user, Verbs.Publish, StartingSite.Events, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await import.RunAsync(user.UserKey(), request.AcceptVanished, ifDue: false, cancellationToken) is { } report
            ? TypedResults.Ok(report)
            : new Problem(StatusCodes.Status409Conflict, "En anden hentning er i gang", "Vent et øjeblik, og se rapporten, når den er færdig.", "Busy");
    }

    private static async Task<Results<Ok, Problem>> AnswerAsync(
        Guid question, [FromBody] ImportDecision request, ClaimsPrincipal user, DplImport import, DocumentPermissions permissions, CancellationToken cancellationToken)
    {
        var where = request.Choice == ImportChoices.Create ? StartingSite.Partners : StartingSite.Events;
        if (await permissions.DeniedAsync(user, Verbs.Publish, where, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await import.AnswerAsync(question, request.Choice, request.Target, request.PartnerType, user.UserKey(), cancellationToken) switch
        {
            ImportAnswer.Done => TypedResults.Ok(),
            ImportAnswer.NotFound => Problems.NotFound("Spørgsmålet"),
            ImportAnswer.WrongChoice => Problems.BadRequest("InvalidChoice", "Det kan ikke vælges her", "Genindlæs siden, og vælg blandt dem, der vises."),
            _ => Problems.BadRequest("InvalidTarget", "Vælg, hvad der menes", "Vælg et sted eller en samarbejdspartner på listen – eller typen, hvis partneren skal oprettes."),
        };
    }

    // What was forgotten comes at once, or with the next fetching when another one is under way.
    private static async Task<Results<Ok<ImportReport>, Ok, Problem>> FetchAgainAsync(
        string source, ClaimsPrincipal user, DplImport import, DocumentPermissions permissions, CancellationToken cancellationToken)
    {
        if (await permissions.DeniedAsync(user, Verbs.Publish, StartingSite.Events, cancellationToken) is { } denied)
        {
            return denied;
        }

        if (!await import.FetchAgainAsync(source, cancellationToken))
        {
            return Problems.NotFound("Arrangementet");
        }

        return await import.RunAsync(user.UserKey(), acceptVanished: false, ifDue: false, cancellationToken) is { } report ? TypedResults.Ok(report) : TypedResults.Ok();
    }

    private static async Task<Ok<ImportLockResponse>> LockAsync(Guid id, DplImport import, CancellationToken cancellationToken) =>
        await import.LinkOfAsync(id, cancellationToken) is { } link
            ? TypedResults.Ok(new ImportLockResponse(
                TextOf(link, "sourceSystem") ?? import.SourceName,
                TextOf(link, "sourceUrl"),
                [.. link.Owned.Keys]))
            : TypedResults.Ok(new ImportLockResponse(null, null, []));

    private static async Task<Results<Ok, Problem>> ReleaseAsync(
        Guid id, ClaimsPrincipal user, DplImport import, HttpResponse response, CancellationToken cancellationToken)
    {
        var result = await import.ReleaseAsync(id, user.UserKey(), cancellationToken);
        response.ReachesReadersAt(result.Position);
        return result.Status == SourceStatus.Written ? TypedResults.Ok() : Problems.NotFound("Låsen");
    }

    private static string? TextOf(SourceLink link, string alias) => link.Owned.TryGetValue(alias, out var value) ? PropertyReading.AsText(value) : null;

    private static ImmutableArray<string> PartnerTypesOf(ContentSchema schema) =>
        schema.FindType(NodeKind.Document, "partner") is { } type
        && schema.FindProperty(type, "partnerType") is { } property
        && schema.FindDataType(property.DataTypeKey) is { } choices
        && choices.Configuration.TryGetValue("items", out var items)
            ? PropertyReading.AsTexts(items)
            : [];

    private static async Task<IReadOnlyList<ImportTarget>> TargetsAsync(ContentTree tree, ContentSchema schema, Guid folder, string[] types, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        foreach (var type in types.Select(alias => schema.FindType(NodeKind.Document, alias)).OfType<ContentType>())
        {
            found.AddRange((await tree.OutlineBelowAsync(folder, type.Key, cancellationToken)).Select(outline => outline.Key));
        }

        return [.. (await tree.SummariesAsync(NodeKind.Document, found, cancellationToken)).Select(node => new ImportTarget(node.Key, node.NameIn(null))).OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }
}
