using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Values;
using Hedensted.Cms.Tests.Management.Overview;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>The clock of a server is wrong and is set right while it runs: the whole program, whose timers go on as time does.</summary>
public class SetClockTests
{
    private const string Coming = "{ occurrences(where: { relative: UPCOMING }, first: 100) { nodes { title } } }";

    private const string Changed = "query ($since: DateTime) { changes(since: $since, first: 100) { until nodes { occurrence { title } } } }";

    private readonly SetClock _clock = new();

    private readonly HashSet<string?> _copy = [];
    private DateTimeOffset? _copiedUntil;

    // Only so that a test that would wait for ever ends; it measures nothing.
    private CancellationTokenSource _patience = null!;
    private CmsFactory _site = null!;
    private HttpClient _citizen = null!;

    [SetUp]
    public void Open()
    {
        _copy.Clear();
        (_clock.Ahead, _copiedUntil) = (TimeSpan.Zero, null);
        _patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        _site = new CmsFactory().By(_clock);
        _citizen = _site.Stranger();
    }

    [TearDown]
    public async Task Close()
    {
        _citizen.Dispose();
        await _site.DisposeAsync();
        _patience.Dispose();
    }

    [TestCase(1)]
    [TestCase(24)]
    public async Task What_is_shown_published_and_told_goes_by_the_clock_and_nothing_is_done_twice_or_left_out(int hours)
    {
        // 1. An event soon, another that is to come later, and somebody who keeps a copy of the calendar.
        Guid later;
        using (var rikke = await _site.SignInAsync())
        {
            await PublishAsync(rikke, "Om en halv time", _clock.GetUtcNow().AddMinutes(30));
            later = await ScheduleAsync(rikke, "Udgives senere", _clock.GetUtcNow().AddMinutes(20));
        }

        await CopyHasAsync("Om en halv time");
        Assert.That(await ComingAsync(), Has.One.EqualTo("Om en halv time"));

        // 2. The clock jumps ahead.
        _clock.Ahead = TimeSpan.FromHours(hours);
        await IsPublishedAsync("Udgives senere");
        Assert.That(await ComingAsync(), Has.None.EqualTo("Om en halv time"));
        await CopyHasAsync("Udgives senere");

        // 3. It is set right: what was over is to come, what was published is published.
        _clock.Ahead = TimeSpan.Zero;
        Assert.That(await ComingAsync(), Is.SupersetOf(new[] { "Om en halv time", "Udgives senere" }));

        // 4. Work goes on: what is published now is told to whoever asks from a moment that has not come yet, and what is scheduled comes.
        using (var rikke = await _site.SignInAsync())
        {
            await PublishAsync(rikke, "Efter at uret blev stillet", _clock.GetUtcNow().AddDays(2));
            await CopyHasAsync("Efter at uret blev stillet");
            await ScheduleAsync(rikke, "Udgives til sidst", _clock.GetUtcNow().AddMinutes(3));
            _clock.Ahead = TimeSpan.FromMinutes(4);
            await IsPublishedAsync("Udgives til sidst");
            await CopyHasAsync("Udgives til sidst");
            var log = await rikke.GetAsync($"document/{later}/audit-log?take=50");
            Assert.That(log!["items"]!.AsArray().Count(line => line!["logType"]!.GetValue<string>() == "Publish"), Is.EqualTo(1));
        }
    }

    private static async Task PublishAsync(Editor rikke, string title, DateTimeOffset starts) =>
        await rikke.PublishedAsync(title, Local(starts), Local(starts.AddMinutes(15)), StartingSite.HedenstedLibrary);

    private static string Local(DateTimeOffset moment) => WallTime.InDenmark(moment).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private async Task<Guid> ScheduleAsync(Editor rikke, string title, DateTimeOffset at)
    {
        var starts = _clock.GetUtcNow().AddDays(30);
        var key = await rikke.DraftAsync(title, Local(starts), Local(starts.AddHours(1)), StartingSite.HedenstedLibrary);
        await rikke.DoAsync(
            HttpMethod.Put,
            $"document/{key}/publish",
            new { publishSchedules = new[] { new { culture = (string?)null, schedule = new { publishTime = at.ToString("O", CultureInfo.InvariantCulture), unpublishTime = (string?)null } } } });
        return key;
    }

    private async Task IsPublishedAsync(string title)
    {
        while (!(await ComingAsync()).Contains(title))
        {
            _patience.Token.ThrowIfCancellationRequested();
        }
    }

    // Three times: what is asked twice is kept, and the third is what was kept.
    private async Task<string?[]> ComingAsync()
    {
        string?[] titles = [];
        for (var time = 0; time < 3; time++)
        {
            titles = [.. (await AskAsync(new { query = Coming })).GetProperty("data").GetProperty("occurrences").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString())];
        }

        return titles;
    }

    // Fetches everything once, and then only what changed, until that is among it.
    private async Task CopyHasAsync(string title)
    {
        while (!_copy.Contains(title))
        {
            _patience.Token.ThrowIfCancellationRequested();
            var answer = await AskAsync(new { query = Changed, variables = new { since = _copiedUntil } });
            var changes = answer.GetProperty("data").GetProperty("changes");
            _copiedUntil = changes.GetProperty("until").GetDateTimeOffset();
            _copy.UnionWith(_copy.Count == 0 ? await ComingAsync() : changes.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("occurrence").GetProperty("title").GetString()));
        }
    }

    private async Task<JsonElement> AskAsync(object question)
    {
        using var response = await _citizen.PostAsJsonAsync("/graphql", question, _patience.Token);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(_patience.Token)).RootElement;
    }

    /// <summary>Tells another time than it is; time goes by as it does.</summary>
    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
