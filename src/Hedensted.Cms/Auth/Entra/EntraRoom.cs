using System.Globalization;
using Hedensted.Cms.Backoffice;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Hedensted.Cms.Auth.Entra;

/// <summary>Sign-in with the municipality's own accounts: OpenID Connect, authorization code with PKCE.</summary>
internal static class EntraRoom
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "Entra";

    private const string ReturnUrl = "ReturnUrl";
    private const string SignInPath = "/umbraco/login/kommune";
    private const string CallbackPath = "/umbraco/signin-entra";
    private const string SignedOutPath = "/umbraco/signout-entra";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Adds what the room needs; where no directory is configured, nothing that a request would meet.</summary>
    public static void AddEntra(this IServiceCollection services, AuthenticationBuilder authentication, IConfiguration configuration)
    {
        services.AddOptions<EntraOptions>().BindConfiguration(EntraOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EntraSignOut>();
        if (configuration.GetSection(EntraOptions.Section).Get<EntraOptions>() is not { IsConfigured: true } entra)
        {
            return;
        }

        services.AddSingleton<EntraSignIn>().AddSingleton<EntraHealth>().AddHttpClient(EntraHealth.Client);
        services.AddHealthChecks().AddCheck<EntraHealth>("entra", tags: ["ready"]);
        authentication.AddOpenIdConnect(Scheme, entra.DisplayName, options => Configure(options, entra));
    }

    /// <summary>Maps the room's addresses.</summary>
    public static void MapEntra(this WebApplication app)
    {
        if (app.Configuration.GetSection(EntraOptions.Section).Get<EntraOptions>() is not { IsConfigured: true })
        {
            return;
        }

        app.MapGet(SignInPath, StartAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(SignedOutPath, (string? sid, EntraSignOut signOut, HttpContext context, CancellationToken cancellationToken) =>
            signOut.HearAsync(sid, context, cancellationToken)).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>The address of the button.</summary>
    public static string AddressFor(string? returnUrl) => QueryHelpers.AddQueryString(SignInPath, ReturnUrl, returnUrl ?? "");

    private static void Configure(OpenIdConnectOptions options, EntraOptions entra)
    {
        options.Authority = entra.Authority;
        options.ClientId = entra.ClientId;
        options.ClientSecret = entra.ClientSecret;
        options.RequireHttpsMetadata = !EntraOptions.IsThisMachine(new Uri(entra.Instance));
        options.CallbackPath = CallbackPath;
        options.RemoteSignOutPath = default; // ours answers, by the session's name and not by a cookie that the directory's page cannot send
        options.SignedOutCallbackPath = default;
        options.DisableTelemetry = true;
        options.RemoteAuthenticationTimeout = Patience;

        // The code comes in the address of a GET, so the cookies that it is compared with can be Lax. It is worth nothing without
        // the verifier, which never leaves the server.
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.Scope.Add("email");
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.IsEssential = true;
        }

        options.CorrelationCookie.Name = "umbEntra.";
        options.NonceCookie.Name = "umbEntraNonce.";
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.SaveTokens = false;
        options.UseSecurityTokenValidator = false;
        options.ProtocolValidator.NonceLifetime = Patience;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            // The issuer and the keys are those that the directory describes; the audience is us and nobody else.
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidAudience = entra.ClientId,
            ValidateLifetime = true,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = TimeSpan.FromMinutes(2),
            NameClaimType = "name",
            RoleClaimType = "roles",
        };
        options.Events = new OpenIdConnectEvents
        {
            OnTokenValidated = RequireSignature,
            OnTicketReceived = EnterAsync,
            OnRemoteFailure = FailAsync,
            OnAccessDenied = context => RefuseAsync(context, EntraRefusal.Cancelled),
        };
    }

    private static async Task StartAsync(HttpContext context, ILogger<EntraSignIn> logger)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = Wanted(context.Request.Query[ReturnUrl]) });
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException && !context.Response.HasStarted)
        {
            EntraLog.Unreachable(logger, failure.Message);
            context.Response.Redirect(RefusedAddress(EntraRefusal.Unreachable));
        }
    }

    // The handler takes an unsigned token that came over the directory's own connection, as the specification lets it. We do not.
    private static Task RequireSignature(TokenValidatedContext context)
    {
        if (context.SecurityToken.SignatureAlgorithm != SecurityAlgorithms.RsaSha256 || string.IsNullOrEmpty(context.SecurityToken.RawSignature))
        {
            context.Fail("The token is not signed.");
        }

        return Task.CompletedTask;
    }

    // The token is genuine. What is left is whether there is somebody here whom it stands for.
    private static async Task EnterAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var refusal = await services.GetRequiredService<EntraSignIn>().EnterAsync(context.Principal!, context.HttpContext, context.HttpContext.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(refusal is { } why
            ? RefusedAddress(why)
            : QueryHelpers.AddQueryString(LoginPages.Path, new Dictionary<string, string?> { ["flow"] = LoginPages.EnteredFlow, [ReturnUrl] = context.ReturnUri }));
        context.HandleResponse();
    }

    private static Task FailAsync(RemoteFailureContext context)
    {
        var logger = context.HttpContext.RequestServices.GetRequiredService<ILogger<EntraSignIn>>();
        EntraLog.Failed(logger, context.Failure?.Message ?? "");
        return RefuseAsync(context, context.Failure switch
        {
            { InnerException: HttpRequestException } or HttpRequestException => EntraRefusal.Unreachable,
            { Message: var message } when message.Contains("Correlation failed", StringComparison.Ordinal) || message.Contains("message.State", StringComparison.Ordinal) => EntraRefusal.Expired,
            _ => EntraRefusal.Untrusted,
        });
    }

    private static Task RefuseAsync(HandleRequestContext<RemoteAuthenticationOptions> context, EntraRefusal refusal)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(RefusedAddress(refusal));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static string RefusedAddress(EntraRefusal refusal) =>
        QueryHelpers.AddQueryString(LoginPages.Path, EntraRefusals.Query, refusal.ToString().ToLower(CultureInfo.InvariantCulture));

    // Only to our own pages: the sign-in page looks again, but what is sealed into the state should not be somebody else's wish either.
    private static string Wanted(string? returnUrl) =>
        returnUrl is { Length: > 1 } && returnUrl[0] == '/' && returnUrl[1] is not ('/' or '\\') ? returnUrl : "/umbraco";
}

internal static partial class EntraLog
{
    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Entra ID does not answer: {Reason}")]
    public static partial void Unreachable(ILogger logger, string reason);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "An answer from Entra ID was not taken: {Reason}")]
    public static partial void Failed(ILogger logger, string reason);
}
