using Hedensted.Testing;

namespace Hedensted.EndToEnd;

/// <summary>What a power cut may cost: nothing that an editor was told is published.</summary>
public class CrashTests
{
    [Test]
    public async Task Ten_kills_while_publishing_lose_nothing_and_tear_nothing()
    {
        var run = new CrashRun(8722);
        await run.RunAsync(10);

        Assert.Multiple(() =>
        {
            Assert.That(run.Promised, Is.GreaterThan(0), "published before the kills");
            Assert.That(run.Lost, Is.Zero, "lost");
            Assert.That(run.Torn, Is.Zero, "half written");
            Assert.That(run.Starts, Has.Count.EqualTo(10));
        });
    }
}
