using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Operations.Metrics;

/// <summary>Who may look at the program from inside: on a port of its own whoever reaches it, elsewhere whoever has the token. Nobody by default.</summary>
internal static class MetricsRoom
{
    private const string Bearer = "Bearer ";

    /// <summary>Adds what the room needs; opens the port beside the site's own addresses.</summary>
    public static IServiceCollection AddMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MetricsOptions>().BindConfiguration(MetricsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MetricsCollection>();
        services.AddHostedService<SiteFigures>();
        if (configuration.GetSection(MetricsOptions.Section).Get<MetricsOptions>() is { Port: > 0 } own)
        {
            var address = own.Address.Contains(':', StringComparison.Ordinal) ? $"[{own.Address}]" : own.Address;
            configuration["Urls"] = $"{configuration["Urls"]};http://{address}:{own.Port}";
        }

        return services;
    }

    /// <summary>Keeps the site off the port that is for looking, and looking off the site's addresses.</summary>
    public static WebApplication UseMetricsPort(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<MetricsOptions>>().Value;
        if (options.IsOpen)
        {
            // Listening begins with the host and not with the first look; where nobody may look, no request pays for it.
            app.Services.GetRequiredService<MetricsCollection>();
        }

        return options.Port == 0 ? app : (WebApplication)app.Use((context, next) =>
        {
            if (IsOwnPort(context, options) && !context.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal) && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            return next(context);
        });
    }

    /// <summary>Maps <c>/metrics</c>; 404 for whoever may not look, as where there is nothing.</summary>
    public static void MapMetrics(this WebApplication app) => app.MapGet("/metrics", (HttpContext context) =>
    {
        if (!MayLook(context))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(context.RequestServices.GetRequiredService<MetricsCollection>().Write(), MetricsCollection.ContentType);
    }).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Whether a request came by the port of its own, or with the token.</summary>
    public static bool MayLook(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<MetricsOptions>>().Value;
        var header = context.Request.Headers.Authorization.ToString();
        return IsOwnPort(context, options)
            || options.Token.Length > 0
            && header.StartsWith(Bearer, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Bearer.Length..])), SHA256.HashData(Encoding.UTF8.GetBytes(options.Token)));
    }

    // By the socket, which nobody can claim, and not by the Host header.
    private static bool IsOwnPort(HttpContext context, MetricsOptions options) => options.Port > 0 && context.Connection.LocalPort == options.Port;
}
