using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hedensted.Testing;

/// <summary>A library's site that speaks DPL CMS's API for events, rightly or wrongly.</summary>
public sealed class DplServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = new();

    private DplServer(WebApplication app) => _app = app;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it has; a test changes it between two questions.</summary>
    public JsonArray Events { get; set; } = [];

    /// <summary>What it does in place of answering rightly; null when it answers rightly.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>The paths and queries that it was asked.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Starts it on a port of its own.</summary>
    public static async Task<DplServer> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new DplServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Urls.Single());
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        _asked.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }

        if (context.Request.Path != "/api/v1/events" || context.Request.Query["_format"] != "json")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Events.ToJsonString(), context.RequestAborted);
    }
}
