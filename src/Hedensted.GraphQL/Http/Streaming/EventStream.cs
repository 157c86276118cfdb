using System.IO.Pipelines;
using Hedensted.GraphQL.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hedensted.GraphQL.Http.Streaming;

/// <summary>Writes answers as server-sent events: <c>next</c> for each, then <c>complete</c>, and a comment whenever it has been silent for long.</summary>
/// <remarks>
/// The distinct connections mode of <see href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">GraphQL over Server-Sent Events</see>.
/// A client that reads slowly holds up its own stream and nothing else: the next answer is made when the last one has been taken.
/// </remarks>
internal static class EventStream
{
    /// <summary>Begins the stream, so that the client knows that it is open.</summary>
    public static async Task BeginAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = MediaTypes.EventStream + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // what nginx needs to be told
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await KeepAliveAsync(response.BodyWriter, cancellationToken);
    }

    /// <summary>Writes every answer as it comes, and <c>complete</c> when there are no more.</summary>
    /// <param name="context">The request, whose stream has begun.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="keepAlive">How long it may be silent.</param>
    /// <param name="time">The clock of that.</param>
    /// <param name="cancellationToken">The client or the server is leaving; the stream ends as it stands, so that the client comes back.</param>
    public static async Task WriteAsync(
        HttpContext context, IAsyncEnumerable<LiveAnswer> answers, TimeSpan keepAlive, TimeProvider time, CancellationToken cancellationToken)
    {
        var writer = context.Response.BodyWriter;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var source = answers.GetAsyncEnumerator(ending.Token);
        using var clock = new PeriodicTimer(keepAlive, time);
        var next = source.MoveNextAsync().AsTask();
        var tick = clock.WaitForNextTickAsync(ending.Token).AsTask();
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, tick) == tick)
                {
                    await tick;
                    await KeepAliveAsync(writer, ending.Token);
                    tick = clock.WaitForNextTickAsync(ending.Token).AsTask();
                    continue;
                }

                if (!await next)
                {
                    break;
                }

                await NextAsync(writer, source.Current.Body, ending.Token);
                next = source.MoveNextAsync().AsTask();
            }

            await CompleteAsync(writer, ending.Token);
        }
        finally
        {
            // The source must have stopped before it is disposed.
            await ending.CancelAsync();
            await Task.WhenAny(next);
        }
    }

    /// <summary>Writes one answer.</summary>
    public static async Task NextAsync(PipeWriter writer, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        Write(writer, "event: next\ndata: "u8);
        WriteLine(writer, answer.Span);
        Write(writer, "\n\n"u8);
        await writer.FlushAsync(cancellationToken);
    }

    /// <summary>Writes that there is no more. The empty data is what makes browsers tell of it.</summary>
    public static async Task CompleteAsync(PipeWriter writer, CancellationToken cancellationToken)
    {
        Write(writer, "event: complete\ndata:\n\n"u8);
        await writer.FlushAsync(cancellationToken);
    }

    private static async Task KeepAliveAsync(PipeWriter writer, CancellationToken cancellationToken)
    {
        Write(writer, ":\n\n"u8);
        await writer.FlushAsync(cancellationToken);
    }

    private static void Write(PipeWriter writer, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
    }

    // An event is one line, and JSON that an editor wrote may have line breaks, but only between its tokens.
    private static void WriteLine(PipeWriter writer, ReadOnlySpan<byte> json)
    {
        var line = writer.GetSpan(json.Length)[..json.Length];
        json.CopyTo(line);
        line.Replace((byte)'\n', (byte)' ');
        line.Replace((byte)'\r', (byte)' ');
        writer.Advance(json.Length);
    }
}
