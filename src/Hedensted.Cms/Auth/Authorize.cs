using System.Text.RegularExpressions;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.WebUtilities;

namespace Hedensted.Cms.Auth;

/// <summary>RFC 6749 §4.1.1 and RFC 7636 §4.3: sends a signed-in browser back with a code, and any other to the sign-in page.</summary>
internal sealed partial class Authorize(SessionStore sessions, TimeProvider time)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromSeconds(60);

    public async Task<IResult> HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";

        // Before anything is sent anywhere: we only ever send to our own page.
        var redirectUri = query["redirect_uri"].ToString();
        if (query["client_id"] != OAuthClient.Id || !OAuthClient.IsCallback(context.Request, redirectUri))
        {
            return Results.Text("Ukendt klient eller returadresse. Åbn backoffice på /umbraco, og prøv igen.", statusCode: StatusCodes.Status400BadRequest);
        }

        var state = query["state"].ToString();
        if (query["response_type"] != "code")
        {
            return Back(context, redirectUri, state, ("error", "unsupported_response_type"));
        }

        var challenge = query["code_challenge"].ToString();
        if (query["code_challenge_method"] != "S256" || !Challenge().IsMatch(challenge))
        {
            return Back(context, redirectUri, state, ("error", "invalid_request"));
        }

        var now = time.GetUtcNow();
        var login = AuthCookies.Get(context, AuthCookies.Login);
        if (login is null || await sessions.FindByLoginAsync(OpaqueToken.HashOf(login), now, cancellationToken) is not { } session)
        {
            var here = context.Request.Path + context.Request.QueryString.ToString();
            return Results.Redirect(QueryHelpers.AddQueryString("/umbraco/login", "ReturnUrl", here));
        }

        var code = OpaqueToken.New();
        await sessions.AddCodeAsync(session, OpaqueToken.HashOf(code), redirectUri, challenge, now + CodeLifetime, cancellationToken);
        AuthCookies.Set(context, AuthCookies.Code, code);
        return Back(context, redirectUri, state, ("code", OAuthClient.Redacted));
    }

    private static IResult Back(HttpContext context, string redirectUri, string state, (string Name, string Value) answer) =>
        Results.Redirect(QueryHelpers.AddQueryString(redirectUri, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [answer.Name] = answer.Value,
            ["state"] = state,
            ["iss"] = OAuthClient.Origin(context.Request),
        }));

    // The base64url form of a SHA-256 hash.
    [GeneratedRegex("^[A-Za-z0-9_-]{43}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Challenge();
}
