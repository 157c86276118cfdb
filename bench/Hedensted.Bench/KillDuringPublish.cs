using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hedensted.Testing;

namespace Hedensted.Bench;

/// <summary>Pulls the plug at random moments while an editor publishes, and looks for what was lost or torn.</summary>
internal static class KillDuringPublish
{
    /// <returns>0 when nothing was lost, nothing was half, and every start was ready within three seconds.</returns>
    public static async Task<int> RunAsync(int times)
    {
        var folder = CmsProcess.NewFolder();
        var random = new Random(8722);
        var promised = new Dictionary<Guid, string>();
        var starts = new List<TimeSpan>();
        int lost = 0, torn = 0, slow = 0;
        for (var kill = 0; kill <= times; kill++)
        {
            var watch = Stopwatch.StartNew();
            await using var cms = await CmsProcess.StartAsync(folder);
            if (kill > 0)
            {
                starts.Add(watch.Elapsed);
                slow += watch.Elapsed > TimeSpan.FromSeconds(3) ? 1 : 0;
            }

            var (missing, half) = await LookAsync(cms.Address, promised);
            lost += missing;
            torn += half;
            if (kill == times)
            {
                break;
            }

            using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
            await PublishUntilKilledAsync(cms, editor, promised, TimeSpan.FromMilliseconds(random.Next(5, 400)));
        }

        Directory.Delete(folder, recursive: true);
        Figures.Row("kills (SIGKILL) during publishing", $"{times}");
        Figures.Row("events whose publishing had been answered", $"{promised.Count}");
        Figures.Row("of those lost", $"{lost}");
        Figures.Row("half written", $"{torn}");
        Figures.Row("start to ready after a kill: p50, max", $"{Figures.Seconds(Figures.Percentile(starts, .5))}, {Figures.Seconds(starts.Max())}");
        Figures.Row("starts over 3 s", $"{slow}");
        return lost + torn + slow == 0 ? 0 : 1;
    }

    private static async Task PublishUntilKilledAsync(CmsProcess cms, BackofficeSession editor, Dictionary<Guid, string> promised, TimeSpan after)
    {
        using var clock = new CancellationTokenSource(after);
        var killed = Task.Run(async () =>
        {
            await Task.WhenAny(Task.Delay(Timeout.Infinite, clock.Token));
            await cms.KillAsync();
        });
        try
        {
            while (true)
            {
                var key = Guid.NewGuid();
                var title = $"Prøve {key:N}";
                await editor.PublishEventAsync(title, DateTime.Today.AddDays(7).AddHours(10), key);
                promised[key] = title;
            }
        }
        catch (HttpRequestException)
        {
            // The plug is out; what was answered before it is promised, what was not may or may not be there.
        }

        await killed;
    }

    private static async Task<(int Lost, int Torn)> LookAsync(Uri address, Dictionary<Guid, string> promised)
    {
        using var reader = new HttpClient { BaseAddress = address };
        var seen = new HashSet<string>();
        var torn = 0;
        string? after = null;
        do
        {
            using var answer = await reader.PostAsJsonAsync("/graphql", new
            {
                query = """
                    query($after: String) {
                      occurrences(first: 50, after: $after, where: { title: { startsWith: "Prøve " } }) {
                        pageInfo { hasNextPage endCursor } nodes { title slug startsAt place { title } focusAreas { shortName } event { title path } }
                      }
                    }
                    """,
                variables = new { after },
            });
            var page = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["data"]!["occurrences"]!;
            foreach (var node in page["nodes"]!.AsArray())
            {
                seen.Add(node!["title"]!.GetValue<string>());
                torn += node["place"] is null || node["focusAreas"]!.AsArray().Count != 1 || node["event"]!["title"]!.GetValue<string>() != node["title"]!.GetValue<string>() ? 1 : 0;
            }

            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
        }
        while (after is not null);

        return (promised.Values.Count(title => !seen.Contains(title)), torn);
    }
}
