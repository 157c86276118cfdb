using System.Collections.Concurrent;

namespace Hedensted.Testing;

/// <summary>Readers who ask one question after the other until they are stopped, and note every answer that is none.</summary>
public sealed class Readers : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly Task _reading;
    private long _answered;

    private Readers(Func<HttpClient> client, int count, TimeSpan pause, string[] addresses) =>
        _reading = Task.WhenAll(Enumerable.Range(0, count).Select(at => Task.Run(() => ReadAsync(client(), pause, addresses, at))));

    /// <summary>How many answers were as they should be.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>What came instead of an answer.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Begins to read.</summary>
    /// <param name="client">A client for each reader.</param>
    /// <param name="count">How many readers.</param>
    /// <param name="addresses">What they ask for, in turn.</param>
    public static Readers Begin(Func<HttpClient> client, int count, params string[] addresses) => new(client, count, TimeSpan.Zero, addresses);

    /// <summary>As the other, with readers who wait so long before each question.</summary>
    public static Readers Begin(Func<HttpClient> client, int count, TimeSpan pause, params string[] addresses) => new(client, count, pause, addresses);

    /// <summary>Returns when so many more answers have come, or something else instead of them.</summary>
    public async Task MoreAsync(int answers)
    {
        var enough = Answered + _failures.Count + answers;
        while (Answered + _failures.Count < enough && !_reading.IsCompleted)
        {
            await Task.Delay(10);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync();
            await _reading;
        }
    }

    private async Task ReadAsync(HttpClient client, TimeSpan pause, string[] addresses, int at)
    {
        using (client)
        {
            for (; !_stopping.IsCancellationRequested; at++)
            {
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause);
                }

                var address = addresses[at % addresses.Length];
                try
                {
                    using var answer = await client.GetAsync(address);
                    if (answer.IsSuccessStatusCode)
                    {
                        Interlocked.Increment(ref _answered);
                    }
                    else
                    {
                        _failures.Enqueue($"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                    }
                }
                catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
                {
                    _failures.Enqueue($"{address}: {failure.Message}");
                }
            }
        }
    }
}
