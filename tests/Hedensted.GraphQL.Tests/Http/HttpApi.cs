using System.Net;
using System.Text;
using System.Text.Json;
using Hedensted.Content.Changes;
using Hedensted.Content.Previews;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hedensted.GraphQL.Tests.Http;

/// <summary>The public API as a host adds it, asked request by request without a server.</summary>
internal sealed class HttpApi : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly EditionSource _editions;
    private readonly Host _host = new();

    public HttpApi(Library? library = null, Action<IServiceCollection>? more = null, params (string Name, string Value)[] settings)
        : this(library, more, isReady: true, settings)
    {
    }

    private HttpApi(Library? library, Action<IServiceCollection>? more, bool isReady, (string Name, string Value)[] settings)
    {
        Library = library ?? new Library();
        _editions = new EditionSource(null!, [], new FeedSignal(), null, TimeProvider.System, NullLogger<EditionSource>.Instance);
        if (isReady)
        {
            Publish(7);
        }

        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build())
            .AddSingleton<TimeProvider>(Library.Clock)
            .AddSingleton<IHostApplicationLifetime>(_host)
            .AddSingleton(_editions)
            .AddSingleton(new PreviewEditions(null!, null!, _editions, [], Library.Clock)) // no draft is asked for here
            .AddPublicGraphQL();
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>A server that has no edition yet.</summary>
    public static HttpApi NotReady() => new(library: null, more: null, isReady: false, settings: []);

    public Library Library { get; }

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The server is asked to stop.</summary>
    public void StopHost() => _host.StopApplication();

    /// <summary>Publishes what is in the library.</summary>
    public void Publish(long position) => _editions.Swap(Library.Edition(position));

    public Task<HttpResponse> PostAsync(string body, string? accept = null, string contentType = "application/json", Action<HttpContext>? more = null) =>
        SendAsync(context =>
        {
            context.Request.Method = "POST";
            context.Request.ContentType = contentType;
            context.Request.Headers.Accept = accept;
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
            more?.Invoke(context);
        });

    /// <summary>Posts a request that is written as an object.</summary>
    public Task<HttpResponse> AskAsync(object request, string? accept = null, Action<HttpContext>? more = null) =>
        PostAsync(JsonSerializer.Serialize(request), accept, more: more);

    public Task<HttpResponse> GetAsync((string Name, string Value) parameter, Action<HttpContext>? more = null) => SendAsync(context =>
    {
        context.Request.QueryString = QueryString.Create(parameter.Name, parameter.Value);
        more?.Invoke(context);
    });

    public async Task<HttpResponse> SendAsync(Action<HttpContext> prepare, string? documentId = null)
    {
        var context = new DefaultHttpContext { RequestServices = _services };
        context.Request.Method = "GET";
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Response.Body = new MemoryStream();
        prepare(context);
        await Service<GraphQLEndpoint>().HandleAsync(context, documentId);
        return context.Response;
    }

    public static JsonDocument Read(HttpResponse response)
    {
        response.Body.Position = 0;
        return JsonDocument.Parse(response.Body);
    }

    /// <summary>The code of the first error; null without one.</summary>
    public static string? CodeOf(HttpResponse response)
    {
        using var answer = Read(response);
        return answer.RootElement.TryGetProperty("errors", out var errors) ? errors[0].At("extensions", "code").GetString() : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _editions.DisposeAsync();
    }

    private sealed class Host : IHostApplicationLifetime
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();
    }
}
