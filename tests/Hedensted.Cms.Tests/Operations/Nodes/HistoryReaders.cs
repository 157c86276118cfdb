using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>Readers of several servers who ask again and again for what a history publishes, and keep what they saw.</summary>
internal sealed class HistoryReaders : IAsyncDisposable
{
    /// <summary>What they ask.</summary>
    public static readonly string Question =
        $"/graphql?query={Uri.EscapeDataString($"{{ occurrences(first: 20, where: {{ title: {{ startsWith: \"{PublicationHistory.Prefix}\" }} }}) {{ nodes {{ title }} }} }}")}";

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<HistoryAnswer> _answers = new();
    private readonly Task _reading;

    private HistoryReaders(IReadOnlyDictionary<string, Func<HttpClient>> servers, TimeSpan pause) =>
        _reading = Task.WhenAll(servers.Select(server => Task.Run(() => ReadAsync(server.Key, server.Value, pause))));

    /// <summary>What they saw.</summary>
    public IReadOnlyCollection<HistoryAnswer> Answers => _answers;

    /// <summary>Begins to read.</summary>
    /// <param name="servers">How each server is reached, by its name.</param>
    /// <param name="pause">How long the reader of each server waits before asking again; zero for as fast as it is answered.</param>
    public static HistoryReaders Begin(IReadOnlyDictionary<string, Func<HttpClient>> servers, TimeSpan pause) => new(servers, pause);

    /// <summary>Returns when so many more answers have come.</summary>
    public async Task MoreAsync(int answers)
    {
        var enough = _answers.Count + answers;
        while (_answers.Count < enough && !_reading.IsCompleted)
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

    private async Task ReadAsync(string server, Func<HttpClient> connect, TimeSpan pause)
    {
        using var client = connect();
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        while (!_stopping.IsCancellationRequested)
        {
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause);
            }

            try
            {
                var asked = Stopwatch.GetTimestamp();
                using var answer = JsonDocument.Parse(await client.GetByteArrayAsync(Question));
                var titles = answer.RootElement.GetProperty("data").GetProperty("occurrences").GetProperty("nodes").EnumerateArray()
                    .Select(node => node.GetProperty("title").GetString()!).ToHashSet();
                _answers.Enqueue(new HistoryAnswer(server, asked, Stopwatch.GetTimestamp(), titles));
            }
            catch (HttpRequestException)
            {
                // A server that has been killed answers nobody; that readers never meet that is seen through the proxy.
                await Task.Delay(50);
            }
        }
    }
}
