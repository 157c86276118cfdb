using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Tickets;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Sources;
using Hedensted.GraphQL.Feeds;
using Hedensted.GraphQL.Feeds.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Partners;

/// <summary>What partners' programs may write: a ticket system tells that a date is sold out and where one gets a ticket, as it tells DPL CMS.</summary>
internal static class PartnersRoom
{
    private const int LargestReport = 16 * 1024;
    private const string Pattern = "/api/v1/events/{uuid}";

    private static readonly ApiOperation Report = new(
        "event:PATCH",
        "DPL",
        "A ticket system tells of a date",
        "Place2book and others like it tell DPL CMS here that a date is sold out, has seats again or is cancelled, and where one gets a ticket. Readers see it at once; an editor's draft stays a draft. " +
        "What an editor has cancelled or postponed stays so. Told once more, it changes nothing.",
        [],
        MediaTypeNames.Application.Json,
        "It is written; `Hedensted-Position` says which edition has it, and is left out when nothing was new.")
    {
        Request = typeof(EventReport),
        RequestExample = """{ "state": "SoldOut", "external_data": { "url": "https://billetter.example/arrangement/7", "admin_url": "https://billetter.example/admin/7" } }""",
        Example = "{}",
        Path = [new ApiParameter("uuid", "The id of the date: `uuid` in `/api/v1/events`.", "4e663554-9a1d-84ee-84c8-f040b0390c2f") { Format = "uuid" }],
        Refusals =
        [
            (StatusCodes.Status400BadRequest, "What was sent is not understood; `parameter` names the member."),
            (StatusCodes.Status401Unauthorized, "No id and secret were sent, or not the right ones."),
            (StatusCodes.Status403Forbidden, "This API user may not change and publish that event."),
            (StatusCodes.Status404NotFound, "No date has this id, or it is not public."),
            (StatusCodes.Status409Conflict, "What is told breaks a rule of the event; an editor must look at it."),
        ],
    };

    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddPartners(this IServiceCollection services) => services.AddSingleton<TicketOffice>();

    /// <summary>Maps the room's address.</summary>
    public static void MapPartners(this IEndpointRouteBuilder routes) => routes.MapPatch(Pattern, ReportAsync)
        .AllowAnonymous() // it asks itself who is there: these programs speak Basic, and nothing else here does
        .WithMetadata(Report, new RequestSizeLimitAttribute(LargestReport));

    private static async Task<IResult> ReportAsync(
        string uuid, HttpContext context, ClientCredentials clients, UserRights rights, DocumentPermissions permissions, TicketOffice office, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await ProgramAsync(context, clients, rights, cancellationToken) is not { } program)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Hedensted\", charset=\"UTF-8\"";
            return Refused(StatusCodes.Status401Unauthorized, "Send the id and secret of an API user. An administrator makes them in the backoffice, under «Brugere».");
        }

        JsonElement sent;
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = 8 }, cancellationToken);
            sent = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return Refused(StatusCodes.Status400BadRequest, "What was sent is not JSON.");
        }

        var (report, member, problem) = EventReport.Read(sent);
        if (report is null)
        {
            return Refused(StatusCodes.Status400BadRequest, problem!, member);
        }

        if (!Guid.TryParse(uuid, out var id) || office.Find(id) is not { } occurrence)
        {
            return Refused(StatusCodes.Status404NotFound, "No date has this id. See /api/v1/events for those there are.");
        }

        if (!await MayAsync(permissions, program, occurrence, cancellationToken))
        {
            return Refused(StatusCodes.Status403Forbidden, "This API user may not change and publish that event. An administrator gives it a group that may.");
        }

        var result = await office.WriteAsync(occurrence, report, program.UserKey(), cancellationToken);
        if (result.Status is not SourceStatus.Written)
        {
            return Refused(StatusCodes.Status409Conflict, "The event cannot take this as it is. An editor must look at it in the backoffice.");
        }

        if (result.Position is { } position)
        {
            context.Response.Headers[Notifications.PositionHeader] = position.ToString();
        }

        return Results.Ok();
    }

    private static async Task<bool> MayAsync(DocumentPermissions permissions, ClaimsPrincipal program, Occurrence occurrence, CancellationToken cancellationToken)
    {
        foreach (var verb in (string[])[Verbs.Update, Verbs.Publish])
        {
            if (!await permissions.MayAsync(program, verb, occurrence.Document.Key, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<ClaimsPrincipal?> ProgramAsync(HttpContext context, ClientCredentials clients, UserRights rights, CancellationToken cancellationToken)
    {
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header) || !string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var shown = new byte[header.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", shown, out var length) || Encoding.UTF8.GetString(shown, 0, length).Split(':', 2) is not [var name, var secret])
        {
            return null;
        }

        return await clients.RecogniseAsync(context.Connection.RemoteIpAddress, name, secret, cancellationToken) is { } user
            ? new ClaimsPrincipal(new RightsIdentity(await rights.OfAsync(user, cancellationToken), [new Claim(ClaimTypes.NameIdentifier, user.Key.ToString())]))
            : null;
    }

    private static IResult Refused(int status, string detail, string? member = null) =>
        Results.Content(Encoding.UTF8.GetString(new FeedProblem(status, detail, member).ToJson()), FeedProblem.MediaType, contentEncoding: null, status);
}
