using System.Text.Json.Nodes;
using Hedensted.Testing;

namespace Hedensted.EndToEnd;

/// <summary>What a power cut may cost: nothing that an editor was told is published.</summary>
[TestFixture(false)]
[TestFixture(true)]
public class CrashTests(bool onPostgres)
{
    private SitePlace _place = null!;

    [SetUp]
    public async Task Make()
    {
        if (onPostgres && SitePlace.NoPostgres is { } missing)
        {
            Assert.Ignore(missing);
        }

        _place = await SitePlace.MakeAsync(onPostgres);
    }

    [TearDown]
    public async Task Clear()
    {
        if (_place is not null)
        {
            await _place.DisposeAsync();
        }
    }

    [Test]
    public async Task Ten_kills_while_publishing_lose_nothing_and_tear_nothing()
    {
        var run = new CrashRun(8722);
        await run.RunAsync(_place, 10);

        AssertNothingIsGone(run, 0);
        Assert.That(run.Starts, Has.Count.EqualTo(10));
    }

    [Test, Explicit("Takes ten minutes a database: dotnet test tests/Hedensted.EndToEnd --filter Name~Two_hundred_kills")]
    public async Task Two_hundred_kills_while_publishing_lose_nothing_and_tear_nothing()
    {
        var run = new CrashRun(2026);
        await run.RunAsync(_place, 200);

        TestContext.Out.WriteLine($"{run.Promised} published, {run.Lost} lost, {run.Torn} torn; the slowest of {run.Starts.Count} starts {run.Starts.Max().TotalSeconds:0.00} s");
        AssertNothingIsGone(run, 200);
        Assert.That(run.Starts.Max(), Is.LessThan(TimeSpan.FromSeconds(30)), "a start that hangs");
    }

    [Test]
    public async Task A_first_start_that_is_killed_again_and_again_ends_with_the_whole_site()
    {
        // Tables are made, then types, then examples: each kill comes a little later than the one before.
        var killed = 0;
        for (var after = TimeSpan.FromMilliseconds(300); after < TimeSpan.FromMilliseconds(2_500); after += TimeSpan.FromMilliseconds(200))
        {
            killed += await CmsProcess.RunCommandAndKillAsync(_place.Folder, _place.Settings, after) ? 1 : 0;
        }

        await using var whole = await SitePlace.MakeAsync(onPostgres: false);
        Assert.Multiple(async () =>
        {
            Assert.That(killed, Is.GreaterThan(5));
            Assert.That(await CountsAsync(_place), Is.EqualTo(await CountsAsync(whole)));
        });
        var (code, said) = await _place.RunAsync("verify");
        Assert.That(code, Is.Zero, said);
    }

    private static async Task<string> CountsAsync(SitePlace place)
    {
        await using var cms = await place.StartAsync();
        using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        using var reader = new HttpClient { BaseAddress = cms.Address };
        var seen = JsonNode.Parse(await reader.GetStringAsync("/graphql?query=%7B%20events%20%7B%20totalCount%20%7D%20branches%20%7B%20title%20%7D%20focusAreas%20%7B%20title%20%7D%20%7D"));
        var types = await editor.ReadAsync("/tree/document-type/root?take=200");
        return $"{seen!["data"]} {types!["total"]}";
    }

    private static void AssertNothingIsGone(CrashRun run, int atLeast) => Assert.Multiple(() =>
    {
        Assert.That(run.Promised, Is.GreaterThan(atLeast), "published before the kills");
        Assert.That(run.Lost, Is.Zero, "lost");
        Assert.That(run.Torn, Is.Zero, "half written");
    });
}
