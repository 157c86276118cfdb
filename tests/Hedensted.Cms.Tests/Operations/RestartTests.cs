using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Cms.Tests.Management.Overview;
using Hedensted.Content.Changes;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>The server is started anew, and whoever follows the calendar goes on.</summary>
public class RestartTests
{
    private const string Follow = "query ($since: DateTime!) { changes(since: $since, first: 100) { until nodes { id deleted occurrence { title } } } }";

    private string _folder = "";

    [SetUp]
    public void Make() => _folder = CmsProcess.NewFolder();

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task What_changed_before_the_restart_is_told_after_it_also_what_nobody_had_written_down()
    {
        // Only so that a test that would wait for ever ends; it measures nothing.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        Guid stays, goes, unnoted;
        await using (var first = Open())
        {
            using var rikke = await first.SignInAsync();
            (stays, goes, unnoted) = (await EventAsync(rikke, "Bliver"), await EventAsync(rikke, "Går"), await EventAsync(rikke, "Går i sidste øjeblik"));
            await NotedAsync(first, dates => new[] { stays, goes, unnoted }.All(key => dates.Any(date => date.Id == OccurrenceIds.Of(key))), patience.Token);
            await rikke.TrashAsync(goes);
            await NotedAsync(first, dates => dates.Any(date => date.Id == OccurrenceIds.Of(goes) && date.IsGone), patience.Token);
            await rikke.TrashAsync(unnoted);
        }

        await using var second = Open();
        JsonElement answer;
        using (var partner = second.Stranger())
        {
            do
            {
                // What is remembered began today: asked about yesterday, the server says from when it knows.
                var refused = await AskAsync(partner, DateTimeOffset.UtcNow.AddDays(-1), patience.Token);
                var since = SinceIn(refused.GetProperty("errors")[0].GetProperty("message").GetString()!);
                answer = (await AskAsync(partner, since, patience.Token)).GetProperty("data").GetProperty("changes");
            }
            while (answer.ValueKind == JsonValueKind.Null || !answer.GetProperty("nodes").EnumerateArray().Any(node => IdOf(node) == OccurrenceIds.Of(goes)));
        }

        var deleted = answer.GetProperty("nodes").EnumerateArray().ToDictionary(IdOf, node => node.GetProperty("deleted").GetBoolean());
        Assert.Multiple(() =>
        {
            Assert.That(deleted[OccurrenceIds.Of(goes)], Is.True);
            Assert.That(deleted[OccurrenceIds.Of(unnoted)], Is.True, "found by what is not there any more");
            Assert.That(deleted.GetValueOrDefault(OccurrenceIds.Of(stays)), Is.False);
        });
    }

    private CmsFactory Open() => new CmsFactory().With("Hedensted:DataPath", _folder);

    private static async Task<Guid> EventAsync(Editor rikke, string title) =>
        (await rikke.PublishedAsync(title, "2041-02-10T10:00", "2041-02-10T12:00", StartingSite.HedenstedLibrary)).Id;

    private static async Task NotedAsync(CmsFactory host, Predicate<IReadOnlyList<RememberedDate>> isNoted, CancellationToken patience)
    {
        while (!isNoted((await host.Service<DateMemory>().ReadAsync(patience)).Dates))
        {
            patience.ThrowIfCancellationRequested();
        }
    }

    private static async Task<JsonElement> AskAsync(HttpClient partner, DateTimeOffset since, CancellationToken patience)
    {
        using var response = await partner.PostAsJsonAsync("/graphql", new { query = Follow, variables = new { since } }, patience);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(patience)).RootElement;
    }

    private static DateTimeOffset SinceIn(string message) =>
        DateTimeOffset.Parse(message.Split(' ').First(word => word.Contains('T', StringComparison.Ordinal) && word.Contains('Z', StringComparison.Ordinal)).TrimEnd(','), CultureInfo.InvariantCulture);

    private static Guid IdOf(JsonElement node) => node.GetProperty("id").GetGuid();
}
