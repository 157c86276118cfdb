using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>Two versions of the program on one database, as in the minutes of an upgrade, and the way back.</summary>
public class UpgradeTests
{
    private const string Variable = "HEDENSTED_TEST_OLDER";
    private static readonly (string, string) Cms = ("Hedensted:Role", "Cms");
    private static readonly (string, string) Delivery = ("Hedensted:Role", "Delivery");

    [Test, Explicit("Needs an older build: HEDENSTED_TEST_OLDER=<its Hedensted.Cms.dll> dotnet test tests/Hedensted.Cms.Tests --filter Name~Servers_of_two_versions")]
    public async Task Servers_of_two_versions_work_side_by_side_and_the_old_ones_may_come_back()
    {
        var older = Environment.GetEnvironmentVariable(Variable);
        Assert.That(older, Does.Exist, $"{Variable} names the Hedensted.Cms.dll of an older build, e.g. from a git worktree of the last release");
        Assert.That(PostgresSite.Missing(), Is.Null);
        await using var database = await PostgresSite.CreateAsync();
        var titles = new List<string>();
        Task<CmsProcess> OldAsync((string, string) role) => CmsProcess.StartOtherAsync(older!, CmsProcess.NewFolder(), database.Settings(role));

        await using var oldCms = await OldAsync(Cms);
        await using var oldDelivery = await OldAsync(Delivery);
        await PublishAsync(oldCms, "Før opgraderingen", titles, oldDelivery);
        await using (var readers = Readers.Begin(() => new HttpClient { BaseAddress = oldDelivery.Address }, 2, "/", "/graphql?query=%7B__typename%7D", "/feeds/events.ics"))
        {
            // The first of the new version adds to the database while the old ones serve; then both kinds write and both are read.
            await readers.MoreAsync(20);
            await using (var newCms = await CmsProcess.StartAsync(null, database.Settings(Cms)))
            await using (var newDelivery = await CmsProcess.StartAsync(null, database.Settings(Delivery)))
            {
                await PublishAsync(newCms, "Skrevet af den nye", titles, oldDelivery, newDelivery);
                await PublishAsync(oldCms, "Skrevet af den gamle imens", titles, oldDelivery, newDelivery);
                await readers.MoreAsync(50);
            }

            // Back again.
            await using var oldAgain = await OldAsync(Cms);
            await PublishAsync(oldAgain, "Efter fortrydelsen", titles, oldDelivery);
            await readers.DisposeAsync();
            Assert.That(readers.Failures, Is.Empty);
        }

        await using var last = await CmsProcess.StartAsync(null, database.Settings(Cms));
        await using var lastDelivery = await CmsProcess.StartAsync(null, database.Settings(Delivery));
        await PublishAsync(last, "Til sidst", titles, lastDelivery, oldDelivery);
        var (code, said) = await CmsProcess.RunCommandAsync(last.DataPath, database.Settings(), "verify");
        Assert.That(code, Is.Zero, said);
    }

    // Everything that was published so far is read on each of them.
    private static async Task PublishAsync(CmsProcess cms, string title, List<string> titles, params CmsProcess[] readOn)
    {
        using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        var (_, position) = await editor.PublishEventWithoutWaitingAsync(title, DanishTime.Today.AddDays(3).AddHours(10));
        titles.Add(title);
        foreach (var server in readOn)
        {
            using var reader = new HttpClient { BaseAddress = server.Address };
            JsonNode? seen = null;
            for (var patience = 0; patience < 60; patience++)
            {
                using var question = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ occurrences(first: 100) { nodes { title } } }" }) };
                question.Headers.Add("Hedensted-Min-Position", position.ToString(CultureInfo.InvariantCulture));
                using var answer = await reader.SendAsync(question);
                if (answer.IsSuccessStatusCode && BackofficeSession.PositionOf(answer) >= position)
                {
                    seen = await answer.Content.ReadFromJsonAsync<JsonNode>();
                    break;
                }
            }

            Assert.That(seen?["data"]!["occurrences"]!["nodes"]!.AsArray().Select(node => node!["title"]!.GetValue<string>()), Is.SupersetOf(titles), $"{title}, read at {server.Address}");
        }
    }
}
