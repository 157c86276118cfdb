using Hedensted.Cms.Auth.Entra;
using Hedensted.Cms.Auth.Keys;
using Hedensted.Cms.Backoffice;
using Hedensted.Cms.Mail;
using Hedensted.Content;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Auth;

/// <summary>Sign-in, sessions and policies of the backoffice.</summary>
internal static class AuthRoom
{
    private const int LargestForm = 16 * 1024;

    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddBackofficeAuth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddUsers(configuration);
        services.AddOptions<AuthOptions>()
            .Configure(options => options.IdleTimeout = configuration.GetValue("Umbraco:CMS:Global:TimeOut", options.IdleTimeout))
            .BindConfiguration(AuthOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        var authentication = services.AddAuthentication(BackofficeAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, BackofficeAuthentication>(BackofficeAuthentication.Scheme, null);
        services.AddEntra(authentication, configuration);

        services.AddKeys();

        services.AddSingleton(_ => new Passwords()).AddSingleton<LoginThrottle>().AddSingleton<SetUpLink>();
        services.AddMail(configuration).AddSingleton<PasswordLinks>();
        services.AddSingleton<StartNodeCalculation>().AddSingleton<UserRights>().AddSingleton<SignedInUsers>();
        services.AddSingleton<SignIn>().AddSingleton<TwoStep>().AddSingleton<Authorize>().AddSingleton<ClientCredentials>().AddSingleton<TokenExchange>().AddSingleton<SignOut>().AddSingleton<SetUp>();
        if (configuration.Edits())
        {
            services.AddHostedService<FirstUser>().AddHostedService<SessionCleaning>();
        }

        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapBackofficeAuth(this WebApplication app)
    {
        app.UseSameOriginOnly();
        app.UseActingUser();
        app.MapEntra();
        var security = app.MapGroup(OAuthClient.Root).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        security.MapGet("/authorize", (HttpContext context, Authorize authorize, CancellationToken cancellationToken) => authorize.HandleAsync(context, cancellationToken));
        security.MapPost("/token", (HttpContext context, TokenExchange tokens, CancellationToken cancellationToken) => tokens.HandleAsync(context, cancellationToken));
        security.MapPost("/revoke", (HttpContext context, SignOut signOut, CancellationToken cancellationToken) => signOut.RevokeAsync(context, cancellationToken));
        security.MapGet("/signout", (HttpContext context, SignOut signOut, CancellationToken cancellationToken) => signOut.SignOutAsync(context, cancellationToken));
        security.MapPost("/login", (LoginRequest request, HttpContext context, SignIn signIn, CancellationToken cancellationToken) =>
            signIn.LoginAsync(request, context, cancellationToken));

        security.MapPost("/verify-2fa", (SecondStepRequest request, HttpContext context, TwoStep twoStep, SignIn signIn, CancellationToken cancellationToken) =>
            twoStep.VerifyAsync(request, context, signIn, cancellationToken));

        app.MapGet("/umbraco/setup", (HttpContext context, SetUp setUp, Pages pages) => setUp.Show(context, pages)).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/umbraco/setup", (SetUpRequest request, HttpContext context, SetUp setUp, CancellationToken cancellationToken) =>
            setUp.MakeFirstUserAsync(request, context, cancellationToken)).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        return app;
    }
}
