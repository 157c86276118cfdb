using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>What an editor published and withdrew and when, so that every answer can be judged: what it may show, what it must, and what it must not.</summary>
/// <remarks>All moments are of one clock of this process. An operation that is under way may be seen or not; one that was acknowledged must be, after the bound.</remarks>
internal sealed class PublicationHistory
{
    /// <summary>What the titles of this history begin with.</summary>
    public const string Prefix = "Prøve ";

    private const int Kept = 5;
    private static readonly DateTime Soon = new(2030, 6, 1, 19, 0, 0);

    private readonly ConcurrentDictionary<string, Published> _titles = new();
    private readonly ConcurrentQueue<(long From, long To, string What)> _faults = new();
    private readonly Queue<(Guid Key, string Title)> _open = new();

    /// <summary>How many were taken back.</summary>
    public int Withdrawn { get; private set; }

    /// <summary>Publishes one, and takes the one of five before back: each again until the server says that it is done.</summary>
    public async Task PublishAsync(BackofficeSession editor, int number)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:0000}");
        var key = Guid.NewGuid();
        var published = _titles[title] = new Published { Begun = Stopwatch.GetTimestamp() };
        await AgainAsync(async () => await editor.PublishEventWithoutWaitingAsync(title, Soon.AddMinutes(number), key), async () => await IsPublishedAsync(editor, key));
        published.Acknowledged = Stopwatch.GetTimestamp();
        _open.Enqueue((key, title));
        if (_open.Count > Kept)
        {
            var (old, oldTitle) = _open.Dequeue();
            var taken = _titles[oldTitle];
            taken.WithdrawalBegun = Stopwatch.GetTimestamp();
            await AgainAsync(
                async () =>
                {
                    using var answer = await editor.CallAsync(HttpMethod.Put, $"/document/{old}/unpublish", new { cultures = (string[]?)null });
                    answer.EnsureSuccessStatusCode();
                },
                async () => !await IsPublishedAsync(editor, old));
            taken.WithdrawalAcknowledged = Stopwatch.GetTimestamp();
            Withdrawn++;
        }
    }

    /// <summary>Something that keeps servers from hearing what is published.</summary>
    public async Task FaultAsync(string what, Func<Task> fault)
    {
        var from = Stopwatch.GetTimestamp();
        await fault();
        _faults.Enqueue((from, Stopwatch.GetTimestamp(), what));
    }

    /// <summary>Judges answers.</summary>
    /// <param name="answers">What was seen.</param>
    /// <param name="bound">How long an acknowledged operation may go unseen, and after the end of a fault.</param>
    public ConsistencyReport Judge(IReadOnlyCollection<HistoryAnswer> answers, TimeSpan bound)
    {
        var violations = new List<string>();
        var behind = new ConcurrentDictionary<(string Server, string Operation), TimeSpan>();
        foreach (var answer in answers)
        {
            foreach (var (title, published) in _titles)
            {
                var isSeen = answer.Titles.Contains(title);
                if (published.Acknowledged is { } acknowledged && !isSeen && answer.Asked > acknowledged && !(answer.Answered > published.WithdrawalBegun))
                {
                    Late(answer, acknowledged, $"{title} is published");
                }
                else if (published.WithdrawalAcknowledged is { } withdrawn && isSeen && answer.Asked > withdrawn)
                {
                    Late(answer, withdrawn, $"{title} is withdrawn");
                }
                else if (isSeen && answer.Answered < published.Begun)
                {
                    violations.Add($"{answer.Server} knew of {title} before it was published");
                }
            }

            violations.AddRange(answer.Titles.Where(title => !_titles.ContainsKey(title)).Select(title => $"{answer.Server} showed {title}, which nobody wrote"));
        }

        var operations = _titles.Values.Sum(published => (published.Acknowledged is null ? 0 : 1) + (published.WithdrawalAcknowledged is null ? 0 : 1));
        var servers = answers.Select(answer => answer.Server).Distinct().Count();
        return new ConsistencyReport(answers.Count, operations * servers, violations, behind.Select(late => (late.Value, $"{late.Key.Server}: {late.Key.Operation}")).OrderBy(late => late.Value).ToList());

        void Late(HistoryAnswer answer, long since, string operation)
        {
            // Nobody can have heard of it before a fault is over that came between.
            var (heard, what) = _faults.Where(fault => fault.To > since && fault.From < answer.Asked).Select(fault => (fault.To, $"{operation}, when {fault.What} is over")).Append((since, operation)).MaxBy(moment => moment.Item1);
            var late = Stopwatch.GetElapsedTime(heard, answer.Asked);
            if (late > TimeSpan.Zero)
            {
                behind.AddOrUpdate((answer.Server, what), late, (_, before) => late > before ? late : before);
            }

            if (late > bound)
            {
                violations.Add($"{answer.Server} did not know {late.TotalMilliseconds:0} ms later that {what}");
            }
        }
    }

    private static async Task<bool> IsPublishedAsync(BackofficeSession editor, Guid key)
    {
        using var answer = await editor.CallAsync(HttpMethod.Get, $"/document/{key}");
        return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).Contains("\"Published", StringComparison.Ordinal);
    }

    // An operation whose answer got lost may have been done: look before doing it again.
    private static async Task AgainAsync(Func<Task> act, Func<Task<bool>> isDone)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException && !patience.IsCancellationRequested)
            {
                try
                {
                    if (await isDone())
                    {
                        return;
                    }
                }
                catch (HttpRequestException)
                {
                    continue;
                }
            }
        }
    }

    private sealed class Published
    {
        public long Begun { get; init; }

        public long? Acknowledged { get; set; }

        public long? WithdrawalBegun { get; set; }

        public long? WithdrawalAcknowledged { get; set; }
    }
}

/// <summary>What a server answered.</summary>
/// <param name="Server">Which.</param>
/// <param name="Asked">When it was asked, in ticks of <see cref="Stopwatch"/>.</param>
/// <param name="Answered">When the answer was there.</param>
/// <param name="Titles">The titles of the history that it showed.</param>
internal sealed record HistoryAnswer(string Server, long Asked, long Answered, IReadOnlySet<string> Titles);

/// <summary>What came of it.</summary>
/// <param name="Answers">How many answers were judged.</param>
/// <param name="Operations">How many acknowledged operations there were for readers to see, counted once for each server.</param>
/// <param name="Violations">What should not have been.</param>
/// <param name="Behind">For each operation and server that showed its outcome late, how late the last such answer was asked for; the latest last.</param>
internal sealed record ConsistencyReport(int Answers, int Operations, IReadOnlyList<string> Violations, IReadOnlyList<(TimeSpan Late, string What)> Behind)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"violations {Violations.Count}; ");
        text.Append(CultureInfo.InvariantCulture, $"{Behind.Count} of {Operations} operations were still unseen by a request that came after the acknowledgement");
        if (Behind.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $": of all p50 {OfAll(0.5):0.0} ms, p99 {OfAll(0.99):0.0} ms; of those p50 {Of(0.5):0.0} ms, p99 {Of(0.99):0.0} ms, max {Behind[^1].Late.TotalMilliseconds:0.0} ms");
            text.AppendLine().AppendJoin(Environment.NewLine, Behind.TakeLast(3).Reverse().Select(late => $" {late.Late.TotalMilliseconds:0} ms, {late.What}"));
        }

        return text.ToString();

        // Those that nobody saw late were 0 late.
        double OfAll(double share) => (int)(share * (Operations - 1)) - (Operations - Behind.Count) is var at and >= 0 ? Behind[at].Late.TotalMilliseconds : 0;

        double Of(double share) => Behind[(int)(share * (Behind.Count - 1))].Late.TotalMilliseconds;
    }
}
