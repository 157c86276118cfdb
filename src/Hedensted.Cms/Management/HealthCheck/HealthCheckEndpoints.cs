using Hedensted.Cms.Management.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Management.HealthCheck;

/// <summary>A group of checks.</summary>
internal sealed record HealthGroup(string Name);

/// <summary>A check.</summary>
internal sealed record HealthCheckItem(string Name, string? Description, Guid Id);

/// <summary>A group with its checks.</summary>
internal sealed record HealthGroupDetails(IReadOnlyList<HealthCheckItem> Checks, string Name);

/// <summary>How a check went.</summary>
internal sealed record HealthResult(string Message, string ResultType, IReadOnlyList<HealthAction> Actions, string? ReadMoreLink);

/// <summary>What could be done about it by a click.</summary>
internal sealed record HealthAction(Reference HealthCheck, string? Alias);

/// <summary>A check and how it went.</summary>
internal sealed record HealthCheckOutcome(IReadOnlyList<HealthResult> Results, Guid Id);

/// <summary>A group's checks and how they went.</summary>
internal sealed record HealthGroupOutcome(IReadOnlyList<HealthCheckOutcome> Checks);

/// <summary>The checks of <c>/health/ready</c>, for an administrator to read in the backoffice.</summary>
internal static class HealthCheckEndpoints
{
    private const string Group = "Drift";

    private static readonly Dictionary<string, (string Name, string Description)> Texts = new(StringComparer.Ordinal)
    {
        ["database"] = ("Database", "Om databasen svarer."),
        ["edition"] = ("Det udgivne", "Om borgerne kan læse det, der er udgivet."),
        ["entra"] = ("Kommunens login", "Om Entra ID svarer, og om grupperne i opsætningen findes."),
        ["leave"] = ("Drift af denne server", "Om proxyen må sende nogen hertil."),
        ["servers"] = ("Servere", "Hvilke servere webstedet kører på, og om alle har det nyeste."),
        ["feed"] = ("Ændringer", "Om det er bekræftet, at borgerne ser det nyeste."),
        ["outbox"] = ("Breve", "Om breve kommer af sted."),
        ["backup"] = ("Sikkerhedskopi", "Om der er en, der er under et døgn gammel."),
        ["disk"] = ("Disk", "Om der er plads, hvor data ligger."),
        ["pictures"] = ("Billeder", "Om billeder skaleres til den størrelse, de vises i."),
    };

    /// <summary>Maps <c>/health-check-group</c> and <c>/health-check</c>.</summary>
    public static void MapHealthChecks(this IEndpointRouteBuilder management)
    {
        var groups = management.MapGroup("/health-check-group").WithTags("Health Check").RequireAuthorization(Policies.Settings);
        groups.MapGet("", ([AsParameters] Paging paging) => paging.Of([new HealthGroup(Group)]));
        groups.MapGet("/{name}", Find);
        groups.MapPost("/{name}/check", CheckAsync);

        // No check of ours can be mended by a click: what is wrong is outside the program.
        management.MapPost("/health-check/execute-action", (HealthAction action) => Problems.BadRequest(
            "InvalidAction", "Det kan ikke rettes herfra", "Følg rådet ved kontrollen, og kør den igen.")).WithTags("Health Check").RequireAuthorization(Policies.Settings);
    }

    private static Results<Ok<HealthGroupDetails>, Problem> Find(string name, IOptions<HealthCheckServiceOptions> options) => name == Group
        ? TypedResults.Ok(new HealthGroupDetails([.. options.Value.Registrations.Select(check => ItemOf(check.Name))], Group))
        : Problems.NotFound("Gruppen");

    private static async Task<Results<Ok<HealthGroupOutcome>, Problem>> CheckAsync(string name, HealthCheckService checks, CancellationToken cancellationToken)
    {
        if (name != Group)
        {
            return Problems.NotFound("Gruppen");
        }

        var report = await checks.CheckHealthAsync(cancellationToken);
        return TypedResults.Ok(new HealthGroupOutcome([.. report.Entries.Select(entry => new HealthCheckOutcome([ResultOf(entry.Value)], IdOf(entry.Key)))]));
    }

    private static HealthResult ResultOf(HealthReportEntry entry) => new(
        entry.Description ?? (entry.Status == HealthStatus.Healthy ? "Alt er, som det skal være." : "Kontrollen lykkedes ikke; se loggen."),
        entry.Status switch { HealthStatus.Healthy => "Success", HealthStatus.Degraded => "Warning", _ => "Error" },
        [],
        null);

    private static HealthCheckItem ItemOf(string check) =>
        Texts.TryGetValue(check, out var text) ? new(text.Name, text.Description, IdOf(check)) : new(check, null, IdOf(check));

    private static Guid IdOf(string check) => KeyOfName.Of("health-check", check);
}
