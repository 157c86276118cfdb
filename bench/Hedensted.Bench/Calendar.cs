using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Hedensted.Testing;

namespace Hedensted.Bench;

/// <summary>The public calendar among very many events, asked over HTTP: every filter, grouping and feed, with no answer kept.</summary>
internal static class Calendar
{
    private const int Rounds = 200;
    private const int RoundsCounted = 50;
    private const int WarmUp = 30;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(20);

    /// <returns>1 when one in twenty answers to any filter, of a page without a count, took too long.</returns>
    public static async Task<int> RunAsync(int events)
    {
        var folder = CmsProcess.NewFolder();
        var (code, output) = await CmsProcess.RunCommandAsync(folder, "demo", "--events", events.ToString(CultureInfo.InvariantCulture), "--seed", "42", "--year", "2027");
        if (code != 0)
        {
            throw new InvalidOperationException(output);
        }

        var slow = 0;
        await using (var cms = await CmsProcess.StartAsync(
            folder, ("Hedensted__GraphQL__ResponseCacheBytes", "0"), ("Hedensted__GraphQL__FeedBytes", "0"), ("Hedensted__GraphQL__Budget__UnitsPerSecond", "0")))
        {
            using var client = new HttpClient { BaseAddress = cms.Address, Timeout = TimeSpan.FromMinutes(1) };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{events:N0} events, a year of them. Twenty rows of a card's fields; «counted» asks for `totalCount`, too.\n"));
            Console.WriteLine("| `where`, or what else | found (median) | p50 | p95 | p99 | counted p50 | counted p95 |\n|---|---:|---:|---:|---:|---:|---:|");
            foreach (var (name, make) in CalendarQuestions.Filters())
            {
                var (page, counted) = (await MeasureAsync(client, Rounds, round => CalendarQuestions.Page(make(round), counted: false)), await MeasureAsync(client, RoundsCounted, round => CalendarQuestions.Page(make(round), counted: true)));
                slow += page.P95 > Budget ? 1 : 0;
                Console.WriteLine($"| `{name}` | {counted.Found:N0} | {Of(page.P50)} | {Of(page.P95)} | {Of(page.P99)} | {Of(counted.P50)} | {Of(counted.P95)} |");
            }

            Console.WriteLine("\n| question | p50 | p95 | p99 |\n|---|---:|---:|---:|");
            foreach (var (name, make) in CalendarQuestions.Others())
            {
                var times = await MeasureAsync(client, Rounds, make);
                Console.WriteLine($"| {name} | {Of(times.P50)} | {Of(times.P95)} | {Of(times.P99)} |");
            }

            Console.WriteLine("\n| feed | size | p50 | p95 | p99 |\n|---|---:|---:|---:|---:|");
            foreach (var (name, make) in CalendarQuestions.Feeds())
            {
                await FeedAsync(client, name, make);
            }

            Console.WriteLine();
            Figures.Row("filters whose p95 is over 20 ms", slow.ToString(CultureInfo.InvariantCulture));
            Figures.Row("resident memory after all of it", Figures.Resident(cms.Id));
        }

        Directory.Delete(folder, recursive: true);
        return slow == 0 ? 0 : 1;
    }

    private static async Task<(int Found, TimeSpan P50, TimeSpan P95, TimeSpan P99)> MeasureAsync(HttpClient client, int rounds, Func<int, object> make)
    {
        List<TimeSpan> times = [];
        List<int> found = [];
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            var question = make(round);
            var watch = Stopwatch.StartNew();
            using var response = await client.PostAsJsonAsync("/graphql", question);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            var time = watch.Elapsed;
            using var answer = JsonDocument.Parse(bytes);
            if (answer.RootElement.TryGetProperty("errors", out var errors))
            {
                throw new InvalidOperationException(errors.GetRawText());
            }

            if (round >= WarmUp)
            {
                times.Add(time);
                found.Add(answer.RootElement.GetProperty("data").TryGetProperty("occurrences", out var list) && list.TryGetProperty("totalCount", out var count) ? count.GetInt32() : 0);
            }
        }

        found.Sort();
        return (found[found.Count / 2], Figures.Percentile(times, .5), Figures.Percentile(times, .95), Figures.Percentile(times, .99));
    }

    private static async Task FeedAsync(HttpClient client, string name, Func<int, string> make)
    {
        List<TimeSpan> times = [];
        var size = 0;
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var address = make(round);
            var watch = Stopwatch.StartNew();
            size = (await client.GetByteArrayAsync(address)).Length;
            if (round >= WarmUp)
            {
                times.Add(watch.Elapsed);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| `{name}` | {size / 1000:N0} kB | {Of(Figures.Percentile(times, .5))} | {Of(Figures.Percentile(times, .95))} | {Of(Figures.Percentile(times, .99))} |"));
    }

    private static string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0}");
}
