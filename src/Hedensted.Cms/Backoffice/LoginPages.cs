using System.Globalization;
using System.Net;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Auth.Entra;
using Hedensted.Content.Users;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Backoffice;

/// <summary>The pages at <c>/umbraco/login</c>: sign-in, and the ways to a password that Umbraco's links name in <c>flow</c>.</summary>
internal sealed class LoginPages(Pages pages, PasswordLinks links, IOptions<EntraOptions> entra)
{
    /// <summary>Where they are.</summary>
    public const string Path = "/umbraco/login";

    /// <summary>The flow of somebody who has signed in elsewhere.</summary>
    public const string EnteredFlow = "entered";

    private const string Forgotten = "<p><a href=\"/umbraco/login?flow=reset\">Glemt adgangskoden?</a></p>";

    public async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var flow = context.Request.Query["flow"].ToString();
        foreach (var purpose in Enum.GetValues<LinkPurpose>())
        {
            if (flow == PasswordLinks.FlowOf(purpose))
            {
                return await ChooseAsync(purpose, context, cancellationToken);
            }
        }

        return flow == "reset" && links.CanReset ? pages.Form(context, FormPage.ForgotPassword, Note(context))
            : flow == EnteredFlow && AuthCookies.Get(context, AuthCookies.Login) is not null ? pages.Form(context, FormPage.Entered)
            : SignIn(context);
    }

    private IResult SignIn(HttpContext context)
    {
        var (query, directory) = (context.Request.Query, entra.Value);
        return pages.Form(
            context,
            FormPage.SignIn,
            Note(context),
            ("elsewhere", directory.IsConfigured ? Elsewhere(directory.DisplayName, query["ReturnUrl"]) : ""),
            ("refusal", WebUtility.HtmlEncode(EntraRefusals.TextOf(query[EntraRefusals.Query], directory.DisplayName) ?? "")),
            ("forgotten", links.CanReset ? Forgotten : ""));
    }

    private async Task<IResult> ChooseAsync(LinkPurpose purpose, HttpContext context, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        Guid? userKey = Guid.TryParse(query["userId"], out var key) ? key : null;
        if (await links.FindAsync(userKey, purpose, query[PasswordLinks.CodeOf(purpose)], cancellationToken) is { } user)
        {
            return pages.Form(
                context,
                FormPage.SetPassword,
                Note(context),
                ("email", WebUtility.HtmlEncode(user.Email)),
                ("minimumLength", PasswordPolicy.MinimumLength.ToString(CultureInfo.InvariantCulture)));
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return pages.Form(
            context, FormPage.LinkClosed, ("why", "Det er brugt eller for gammelt. Er du inviteret, så bed om en ny invitation. Har du glemt adgangskoden, så bed om et nyt link."));
    }

    private static string Elsewhere(string directory, string? returnUrl) =>
        $"<p class=\"elsewhere\"><a class=\"button\" href=\"{WebUtility.HtmlEncode(EntraRoom.AddressFor(returnUrl))}\">Log ind med {WebUtility.HtmlEncode(directory)}</a></p>" +
        "<p class=\"or\"><span>eller med adgangskode</span></p>";

    private static (string Name, string Html) Note(HttpContext context) => ("note", BackofficeRoom.NoteFor(context));
}
