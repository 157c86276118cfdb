using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hedensted.Testing;

/// <summary>Pulls the plug at random moments while an editor publishes, and looks for what was lost or torn.</summary>
public sealed class CrashRun
{
    private const string Query = """
        query($after: String) {
          occurrences(first: 50, after: $after, where: { title: { startsWith: "Prøve " } }) {
            pageInfo { hasNextPage endCursor } nodes { title place { title } focusAreas { shortName } event { title } }
          }
        }
        """;

    private readonly Random _random;
    private readonly HashSet<string> _promised = [];
    private readonly List<TimeSpan> _starts = [];

    /// <summary>A run whose moments are the same every time.</summary>
    public CrashRun(int seed) => _random = new Random(seed);

    /// <summary>How many events had their publishing answered.</summary>
    public int Promised => _promised.Count;

    /// <summary>How many of those readers did not see afterwards, counted at every start.</summary>
    public int Lost { get; private set; }

    /// <summary>How many events were seen without all that belongs to them.</summary>
    public int Torn { get; private set; }

    /// <summary>From each start after a kill to ready.</summary>
    public IReadOnlyList<TimeSpan> Starts => _starts;

    /// <summary>Kills the program so many times in one place, and looks after every start.</summary>
    public async Task RunAsync(SitePlace place, int times)
    {
        for (var kill = 0; kill <= times; kill++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var cms = await place.StartAsync();
            if (kill > 0)
            {
                _starts.Add(Stopwatch.GetElapsedTime(started));
            }

            await LookAsync(cms.Address);
            if (kill < times)
            {
                await PublishUntilKilledAsync(cms);
            }
        }
    }

    private async Task PublishUntilKilledAsync(CmsProcess cms)
    {
        using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        await PublishAsync(editor); // the first one is slow; what is to be hit is the work of a busy day

        using var clock = new CancellationTokenSource(_random.Next(5, 400));
        var struck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var striking = clock.Token.Register(struck.SetResult);
        var killed = KillAsync(cms, struck.Task);
        try
        {
            while (true)
            {
                await PublishAsync(editor);
            }
        }
        catch (HttpRequestException)
        {
            // The plug is out: what was answered before is promised, what was not may or may not be there.
            await killed;
        }
    }

    private async Task PublishAsync(BackofficeSession editor)
    {
        var title = $"Prøve {Guid.NewGuid():N}";
        await editor.PublishEventWithoutWaitingAsync(title, DanishTime.Today.AddDays(7).AddHours(10));
        _promised.Add(title);
    }

    private static async Task KillAsync(CmsProcess cms, Task struck)
    {
        await struck;
        await cms.KillAsync();
    }

    private async Task LookAsync(Uri address)
    {
        using var reader = new HttpClient { BaseAddress = address };
        var seen = new HashSet<string>();
        string? after = null;
        do
        {
            using var answer = await reader.PostAsJsonAsync("/graphql", new { query = Query, variables = new { after } });
            var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>();
            var page = body!["data"]?["occurrences"] ?? throw new InvalidOperationException($"GraphQL answered {body}");
            foreach (var node in page["nodes"]!.AsArray())
            {
                var title = node!["title"]!.GetValue<string>();
                seen.Add(title);
                var whole = node["place"] is not null && node["focusAreas"]!.AsArray().Count == 1 && node["event"]!["title"]!.GetValue<string>() == title;
                Torn += whole ? 0 : 1;
            }

            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
        }
        while (after is not null);

        Lost += _promised.Count(title => !seen.Contains(title));
    }
}
