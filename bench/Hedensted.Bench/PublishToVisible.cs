using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hedensted.Testing;

namespace Hedensted.Bench;

/// <summary>From an editor's «Gem og udgiv» being answered to GraphQL showing it, and from its being sent.</summary>
internal static class PublishToVisible
{
    private const int Samples = 200;

    public static async Task RunAsync()
    {
        await using var cms = await CmsProcess.StartAsync();
        using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        using var reader = new HttpClient { BaseAddress = cms.Address };
        var fromAnswer = new List<TimeSpan>();
        var fromClick = new List<TimeSpan>();
        for (var sample = 0; sample < Samples; sample++)
        {
            var title = $"Måling {Guid.NewGuid():N}";
            var sent = Stopwatch.GetTimestamp();
            await editor.PublishEventWithoutWaitingAsync(title, DateTime.Today.AddDays(2 + (sample % 60)).AddHours(10));
            var answered = Stopwatch.GetTimestamp();
            while (!await IsVisibleAsync(reader, title))
            {
            }

            fromAnswer.Add(Stopwatch.GetElapsedTime(answered));
            fromClick.Add(Stopwatch.GetElapsedTime(sent));
        }

        Figures.Row($"publish answered to visible in GraphQL ({Samples} times): p50", Figures.Milliseconds(Figures.Percentile(fromAnswer, .5)));
        Figures.Row("— p99", Figures.Milliseconds(Figures.Percentile(fromAnswer, .99)));
        Figures.Row("publish sent to visible: p50", Figures.Milliseconds(Figures.Percentile(fromClick, .5)));
        Figures.Row("— p99", Figures.Milliseconds(Figures.Percentile(fromClick, .99)));
    }

    private static async Task<bool> IsVisibleAsync(HttpClient reader, string title)
    {
        using var answer = await reader.PostAsJsonAsync("/graphql", new
        {
            query = "query($title: String!) { occurrences(first: 1, where: { title: { eq: $title } }) { nodes { id } } }",
            variables = new { title },
        });
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        return body!["data"]!["occurrences"]!["nodes"]!.AsArray().Count == 1;
    }
}
