using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using Hedensted.GraphQL.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hedensted.GraphQL.Tests.Http;

/// <summary>A client that has subscribed and reads its events one by one.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly StreamReader _reader;
    private readonly Task _request;

    public OpenStream(HttpApi api, object request, Action<HttpContext>? more = null)
    {
        var pipe = new Pipe();
        _reader = new StreamReader(pipe.Reader.AsStream());
        var context = new DefaultHttpContext { RequestAborted = _leaving.Token };
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(pipe.Writer.AsStream()));
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.Headers.Accept = "text/event-stream";
        context.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(request));
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        more?.Invoke(context);
        Response = context.Response;
        Address = context.Connection.RemoteIpAddress;
        _request = AnswerAsync();

        async Task AnswerAsync()
        {
            try
            {
                await api.Service<GraphQLEndpoint>().HandleAsync(context);
            }
            finally
            {
                await pipe.Writer.CompleteAsync();
            }
        }
    }

    public HttpResponse Response { get; }

    public IPAddress? Address { get; }

    /// <summary>The next event: its name, and its data; <c>:</c> is a sign of life.</summary>
    public async Task<(string Event, string Data)> NextAsync()
    {
        var (name, data) = ("", "");
        while (await _reader.ReadLineAsync(_leaving.Token) is { Length: > 0 } line)
        {
            if (line == ":")
            {
                name = ":";
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                data += line[5..].TrimStart(' ');
            }
        }

        return (name, data);
    }

    /// <summary>The next answer; signs of life are passed over.</summary>
    public async Task<JsonElement> AnswerAsync()
    {
        while (true)
        {
            var (name, data) = await NextAsync();
            if (name != ":")
            {
                Assert.That(name, Is.EqualTo("next"));
                return JsonDocument.Parse(data).RootElement;
            }
        }
    }

    /// <summary>Leaves, and waits until the server has noticed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _request;
        _leaving.Dispose();
        _reader.Dispose();
    }
}
