using Hedensted.Testing;

namespace Hedensted.Bench;

/// <summary>Pulls the plug at random moments while an editor publishes, and tells what was lost or torn.</summary>
internal static class KillDuringPublish
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    /// <returns>0 when nothing was lost, nothing was half, and every start was ready within three seconds.</returns>
    public static async Task<int> RunAsync(int times)
    {
        var run = new CrashRun(8722);
        await using var place = await SitePlace.MakeAsync(onPostgres: false);
        await run.RunAsync(place, times);
        var slow = run.Starts.Count(start => start > Slow);
        Figures.Row("kills (SIGKILL) during publishing", $"{times}");
        Figures.Row("events whose publishing had been answered", $"{run.Promised}");
        Figures.Row("of those lost", $"{run.Lost}");
        Figures.Row("half written", $"{run.Torn}");
        Figures.Row("start to ready after a kill: p50, max", $"{Figures.Seconds(Figures.Percentile(run.Starts, .5))}, {Figures.Seconds(run.Starts.Max())}");
        Figures.Row("starts over 3 s", $"{slow}");
        return run.Lost + run.Torn + slow == 0 ? 0 : 1;
    }
}
