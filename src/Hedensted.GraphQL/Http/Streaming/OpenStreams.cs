using Hedensted.GraphQL.Http.Budget;
using Hedensted.GraphQL.Instrumentation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http.Streaming;

/// <summary>How many streams are open, and whether there is room for another.</summary>
internal sealed class OpenStreams(IOptions<EventStreamOptions> options)
{
    private static readonly Refusal AllTaken = new(
        "TOO_MANY_STREAMS", "All streams are taken; subscribe again in a while, or ask now and then instead.", StatusCodes.Status503ServiceUnavailable);

    private static readonly Refusal TooManyOfYours = new(
        "TOO_MANY_STREAMS", "You have too many streams open; close one, or ask for more in one subscription.", StatusCodes.Status429TooManyRequests);

    private int _count;

    /// <summary>Streams open now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Room for a stream until it is disposed; null when there is none.</summary>
    /// <param name="client">Whose stream it is; null when clients are not counted.</param>
    /// <param name="refusal">Why there is none.</param>
    public IDisposable? TryOpen(TokenBucket? client, out Refusal? refusal)
    {
        refusal = null;
        if (client?.TryAddStream(options.Value.MaxStreamsPerClient) == false)
        {
            refusal = TooManyOfYours;
            return null;
        }

        if (Interlocked.Increment(ref _count) > options.Value.MaxStreams)
        {
            Interlocked.Decrement(ref _count);
            client?.RemoveStream();
            refusal = AllTaken;
            return null;
        }

        ApiInstruments.StreamsChanged(1);
        return new Place(this, client);
    }

    private sealed class Place(OpenStreams streams, TokenBucket? client) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref streams._count);
            client?.RemoveStream();
            ApiInstruments.StreamsChanged(-1);
        }
    }
}
