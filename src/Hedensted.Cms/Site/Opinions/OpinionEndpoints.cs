using System.Globalization;
using Hedensted.Cms.Auth;
using Hedensted.Content.Storage;
using Microsoft.AspNetCore.Mvc;
using Held = Hedensted.Bibliotek.Engagement.Opinions;

namespace Hedensted.Cms.Site.Opinions;

/// <summary>What the page of an event that was held asks.</summary>
/// <param name="Date">The date's permanent id.</param>
/// <param name="When">When it was, in Danish.</param>
/// <param name="IsAnswered">Whether the reader comes back from having answered.</param>
public sealed record OpinionQuestion(Guid Date, string When, bool IsAnswered);

/// <summary>«Hvad synes du?»: a form and nothing else. No script, no cookie, no name; what is kept is a number that grows by one.</summary>
internal static class OpinionEndpoints
{
    /// <summary>Where the form sends its answer.</summary>
    public const string Path = "/hvad-synes-du";

    /// <summary>The field that names the date.</summary>
    public const string Date = "dato";

    /// <summary>The field with the answer.</summary>
    public const string Score = "svar";

    /// <summary>The part of the page's address that says that its reader has answered.</summary>
    public const string Thanks = "tak";

    private const int LargestForm = 4 * 1024;

    /// <summary>Maps the address.</summary>
    public static void MapOpinions(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, AnswerAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));

    /// <summary>What a page asks; null when nothing of the document was held lately, and in a preview.</summary>
    public static OpinionQuestion? QuestionOf(HttpContext context, SiteReader reader, string documentId, Held opinions) =>
        !reader.Edition.IsPreview && Guid.TryParse(documentId, out var key) && opinions.AskedAbout(reader.Edition, key) is { } date
            ? new(date.Id, date.DisplayDate, context.Request.Query.ContainsKey(Thanks))
            : null;

    private static async Task<IResult> AnswerAsync(HttpContext context, SiteReader reader, Held opinions, OpinionLimit limit)
    {
        if (SameOrigin.IsForeign(context.Request))
        {
            return SitePages.Message(context, reader, StatusCodes.Status403Forbidden, "Svaret kom fra et andet websted", "Åbn arrangementets side her på webstedet, og svar der.");
        }

        var address = context.Connection.RemoteIpAddress;
        if (limit.WaitFor(address) is var wait && wait > TimeSpan.Zero)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return SitePages.Message(context, reader, StatusCodes.Status429TooManyRequests, "Der er svaret mange gange herfra", "Vent lidt, og prøv igen. Vi tæller kun nogle få svar ad gangen fra samme sted.");
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!Guid.TryParse(form[Date], out var date) || !int.TryParse(form[Score], NumberStyles.None, CultureInfo.InvariantCulture, out var score) || score is < Held.Lowest or > Held.Highest)
        {
            return SitePages.Message(context, reader, StatusCodes.Status400BadRequest, "Vælg et tal fra 1 til 5", "Gå tilbage til arrangementets side, vælg et af tallene, og send svaret igen.");
        }

        limit.Add(address);
        try
        {
            return await opinions.AnswerAsync(reader.Edition, date, score, context.RequestAborted) is { } about
                ? TypedResults.Redirect($"{about.Path}?{Thanks}=1#mening", permanent: false, preserveMethod: false)
                : SitePages.Message(context, reader, StatusCodes.Status410Gone, "Der kan ikke svares længere", "Man kan fortælle, hvad man syntes, i 30 dage efter et arrangement. Tak fordi du ville.");
        }
        catch (StorageUnavailableException)
        {
            return SitePages.Message(context, reader, StatusCodes.Status503ServiceUnavailable, "Svaret kunne ikke gemmes lige nu", "Prøv igen om et øjeblik. Vi har ikke fået dit svar endnu.");
        }
    }
}
