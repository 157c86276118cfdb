using System.Globalization;
using System.Net;
using Hedensted.Cms.Auth;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Backoffice;

/// <summary>The pages at <c>/umbraco/login</c>: sign-in, and the ways to a password that Umbraco's links name in <c>flow</c>.</summary>
internal static class LoginPages
{
    private const string Forgotten = "<p><a href=\"/umbraco/login?flow=reset\">Glemt adgangskoden?</a></p>";

    public static async Task<IResult> ShowAsync(HttpContext context, Pages pages, PasswordLinks links, CancellationToken cancellationToken)
    {
        var flow = context.Request.Query["flow"].ToString();
        foreach (var purpose in Enum.GetValues<LinkPurpose>())
        {
            if (flow == PasswordLinks.FlowOf(purpose))
            {
                return await ChooseAsync(purpose, context, pages, links, cancellationToken);
            }
        }

        return flow == "reset" && links.CanReset
            ? pages.Form(context, "forgot-password.html", ("note", BackofficeRoom.NoteFor(context)))
            : pages.Form(context, "sign-in.html", ("note", BackofficeRoom.NoteFor(context)), ("forgotten", links.CanReset ? Forgotten : ""));
    }

    private static async Task<IResult> ChooseAsync(
        LinkPurpose purpose, HttpContext context, Pages pages, PasswordLinks links, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        Guid? userKey = Guid.TryParse(query["userId"], out var key) ? key : null;
        if (await links.FindAsync(userKey, purpose, query[PasswordLinks.CodeOf(purpose)], cancellationToken) is { } user)
        {
            return pages.Form(
                context,
                "set-password.html",
                ("note", BackofficeRoom.NoteFor(context)),
                ("email", WebUtility.HtmlEncode(user.Email)),
                ("minimumLength", PasswordPolicy.MinimumLength.ToString(CultureInfo.InvariantCulture)));
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return pages.Form(context, "link-closed.html", ("why", "Det er brugt eller for gammelt. Er du inviteret, så bed om en ny invitation. Har du glemt adgangskoden, så bed om et nyt link."));
    }
}
