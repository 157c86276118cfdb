using Hedensted.Cms.Auth;
using Hedensted.Cms.Operations;
using Hedensted.GraphQL;
using Microsoft.AspNetCore.WebUtilities;

namespace Hedensted.Cms.Backoffice;

/// <summary>The Umbraco backoffice as static files, its shell and its sign-in page.</summary>
internal static class BackofficeRoom
{
    private const string InsecureNote =
        "<p class=\"note\" role=\"note\">Forbindelsen er ikke krypteret, og browseren vil derfor ikke huske, at du logger ind. " +
        "Brug adressen med <code>https://</code>, eller <code>http://localhost</code> på selve serveren.</p>";

    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddBackoffice(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddSingleton<ClientFiles>().AddSingleton<Pages>().AddSingleton<LoginPages>();
        services.AddOptions<PublicGraphQLOptions>().Configure<Pages>((options, pages) => options.GraphiqlPage = pages.GraphiQl);
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapBackoffice(this WebApplication app)
    {
        app.MapClient();
        app.MapRead(LoginPages.Path, (HttpContext context, LoginPages login, CancellationToken cancellationToken) =>
            login.ShowAsync(context, cancellationToken)).AllowAnonymous().ExcludeFromDescription();

        // The client routes by itself below /umbraco; more specific addresses (the API, files, hubs) come before this.
        app.MapRead("/umbraco/{**path}", (string? path, HttpContext context, Pages pages) =>
            IsForEditors(path) && AuthCookies.Get(context, AuthCookies.Login) is null ? ToSignIn(context) : pages.Shell(context)).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    // What the client shows to somebody who is not signed in (the way back from authorize, after sign-out) it must be loaded for.
    private static bool IsForEditors(string? path) => path is null or "" || path.Split('/')[0] == "section";

    // Whoever cannot be signed in gets the form at once, and not a large client that finds out and asks for it.
    private static IResult ToSignIn(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var here = context.Request.Path + context.Request.QueryString.ToString();
        return Results.Redirect(QueryHelpers.AddQueryString("/umbraco/login", "ReturnUrl", here));
    }

    // Browsers keep our cookies over HTTPS and on this machine only; anywhere else sign-in would go round in circles.
    internal static string NoteFor(HttpContext context) => context.Request.IsHttps || IsThisMachine(context.Request.Host.Host) ? string.Empty : InsecureNote;

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));
}
